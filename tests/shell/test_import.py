"""What a CRM's files become here, once and again."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bowout.desk import editing
from bowout.desk.importing import take
from bowout.desk.projecting import out_of_step
from bowout.desk.where import where
from bowout.store.models import Account, Contact, Deal, DealContact, StageChange, WalkAway
from tests.needs import REAL_DATA
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.crm import UNKNOWN, bring, brought, counted, deal, everything, opened, salesforce, written

SAMPLE = REAL_DATA / "salesforce_sample"
PIPELINE = "sales_pipeline.csv"


def test_an_export_finds_together_in_whatever_order_its_files_come(cast: Cast) -> None:
    reports = {report.kind: counted(report) for report in bring(cast.charlie.team, *salesforce())}
    assert reports["account"] == (6, 0, 0, 0)
    assert reports["contact"][0] == Contact.objects.filter(source="salesforce").count() > 0
    pilot = Deal.objects.get(name="Telemetry for pumping stations")
    assert pilot.account.name == "Harrow Water Trust"
    assert (pilot.stage, pilot.status, pilot.amount) == ("Needs Analysis", "open", Decimal("84000.00"))
    assert (pilot.close_date, pilot.created_on) == (date(2026, 4, 9), date(2025, 11, 23))
    assert [person.contact.name for person in pilot.deal_contacts.all()] == ["Iris Holloway"]
    assert list(pilot.stage_changes.order_by("at").values_list("stage", flat=True)) == ["Prospecting", "Needs Analysis"]
    assert Deal.objects.get(name="Telemetry pilot").status == "won"
    assert Deal.objects.get(name="Label printing").status == "lost"


def test_the_same_files_again_change_nothing_and_say_so(cast: Cast) -> None:
    bring(cast.team, *salesforce())
    before = everything(cast.team)
    again = bring(cast.team, *reversed(salesforce()))
    assert everything(cast.team) == before
    for report in again:
        assert counted(report)[:2] == (0, 0)
        assert not report.changes
        assert not report.also_new


def test_a_dry_run_counts_what_a_real_one_does_and_writes_nothing(cast: Cast, tmp_path: Path) -> None:
    bring(cast.team, written(tmp_path, deal(1), deal(2)))
    before = everything(cast.team)
    path = written(tmp_path, deal(1), deal(2, stage="Negotiation"), deal(3))
    (dry,) = bring(cast.team, path, dry=True)
    assert everything(cast.team) == before
    (real,) = bring(cast.team, path)
    assert counted(dry) == counted(real) == (1, 1, 1, 0)
    assert [str(change) for change in dry.changes] == ["Deal 2: stage Proposal → Negotiation"]


def test_what_people_wrote_here_stays(cast: Cast, tmp_path: Path) -> None:
    path = written(tmp_path, deal(1, next="Call them"))
    bring(cast.team, path)
    row = Deal.objects.get(name="Deal 1")
    editing.edit(cast.alice, row, {"next_step": "Wait for Ines", "close_date": date(2027, 2, 1)})
    editing.edit(cast.alice, row.account, {"zone": "Europe/Paris", "country": "FR"})
    contact = Contact(name="Luc Roy", email="luc@example.com")
    editing.add_person(cast.alice, row, contact, "champion")
    (report,) = bring(cast.team, written(tmp_path, deal(1, next="Send the offer", stage="Negotiation")))
    row.refresh_from_db()
    assert (row.next_step, row.close_date, row.stage) == ("Wait for Ines", date(2027, 2, 1), "Negotiation")
    assert report.counts.kept == 2
    assert row.account.zone == "Europe/Paris"
    assert row.deal_contacts.get().role == "champion"


WITH_PERSON = "Opportunity ID,Opportunity Name,Account Name,Stage,Contact Name,Contact: Email"
ROLLOUT = "006000000000001AAA,Rollout,Acme,{},Jo Roe,{}"


@pytest.mark.parametrize("mail", ["", "jo@acme.example"])
def test_whom_people_took_out_of_a_deal_no_import_brings_back(cast: Cast, tmp_path: Path, mail: str) -> None:
    bring(cast.team, written(tmp_path, ROLLOUT.format("Proposal", mail), head=WITH_PERSON))
    row = Deal.objects.get(name="Rollout")
    jo = row.deal_contacts.get().contact
    editing.remove_person(cast.alice, row, jo.pk, NOW)
    (report,) = bring(cast.team, written(tmp_path, ROLLOUT.format("Negotiation", mail), head=WITH_PERSON))
    row.refresh_from_db()
    assert (row.stage, row.deal_contacts.count()) == ("Negotiation", 0)
    assert report.counts.kept == 1
    assert not report.also_new


def test_nor_does_a_file_of_parts(cast: Cast) -> None:
    bring(cast.team, *salesforce())
    pilot = Deal.objects.get(name="Telemetry for pumping stations")
    iris = pilot.deal_contacts.get().contact
    editing.remove_person(cast.alice, pilot, iris.pk, NOW)
    reports = {report.kind: report.counts for report in bring(cast.team, *salesforce())}
    assert not pilot.deal_contacts.exists()
    assert (reports["deal-contact"].new, reports["deal-contact"].kept) == (0, 1)


def test_whom_people_took_out_of_one_deal_stays_in_the_others(cast: Cast, tmp_path: Path) -> None:
    rows = [ROLLOUT.format("Proposal", ""), ROLLOUT.format("Proposal", "").replace("1AAA,Rollout", "2AAA,Pilot")]
    bring(cast.team, written(tmp_path, *rows, head=WITH_PERSON))
    rollout, pilot = Deal.objects.get(name="Rollout"), Deal.objects.get(name="Pilot")
    jo = rollout.deal_contacts.get().contact
    assert pilot.deal_contacts.get().contact == jo
    editing.remove_person(cast.alice, rollout, jo.pk, NOW)
    pilot.deal_contacts.all().delete()
    bring(cast.team, written(tmp_path, *rows, head=WITH_PERSON))
    assert (rollout.deal_contacts.count(), pilot.deal_contacts.count()) == (0, 1)


def test_whoever_is_added_again_by_hand_is_nobody_whom_people_took_out(cast: Cast, tmp_path: Path) -> None:
    path = written(tmp_path, ROLLOUT.format("Proposal", ""), head=WITH_PERSON)
    bring(cast.team, path)
    row = Deal.objects.get(name="Rollout")
    jo = row.deal_contacts.get().contact
    editing.remove_person(cast.alice, row, jo.pk, NOW)
    editing.add_person(cast.alice, row, jo, "champion")
    (report,) = bring(cast.team, path)
    assert row.deal_contacts.get().role == "champion"
    assert report.counts.kept == 0
    row.deal_contacts.all().delete()
    bring(cast.team, path)
    assert row.deal_contacts.get().contact == jo


def test_a_walk_away_goes_on_and_what_is_due_follows_the_deal(cast: Cast, tmp_path: Path) -> None:
    steps.begin(cast)
    Deal.objects.filter(pk=cast.deal.pk).update(source="salesforce", external_id="006000000000001AAA")
    cast.deal.account.source, cast.deal.account.external_id = "salesforce", "001000000000001AAA"
    cast.deal.account.save()
    path = written(
        tmp_path,
        "001000000000001AAA,Atelier Lumière,United States,NY",
        name="accounts.csv",
        head="Id,Name,BillingCountry,BillingState",
    )
    bring(cast.team, path)
    cast.deal.account.refresh_from_db()
    assert cast.deal.account.zone == "America/New_York"
    assert WalkAway.objects.get().deal == cast.deal
    assert not list(out_of_step())


def test_no_import_calls_a_withdrawn_deal_open(cast: Cast, tmp_path: Path) -> None:
    bring(cast.team, written(tmp_path, deal(1)))
    Deal.objects.filter(name="Deal 1").update(status="withdrawn", kept=["status"])
    bring(cast.team, written(tmp_path, deal(1, stage="Closed Lost")))
    row = Deal.objects.get(name="Deal 1")
    assert (row.status, row.stage) == ("withdrawn", "Closed Lost")


def test_without_an_id_a_deal_is_known_by_account_and_name(cast: Cast, tmp_path: Path) -> None:
    head = "Opportunity Name,Account Name,Stage,Amount"
    bring(cast.team, written(tmp_path, "Rollout,Acme,Proposal,10", "Rollout,Beta,Proposal,20", head=head))
    (report,) = bring(cast.team, written(tmp_path, "Rollout,Acme,Proposal,11", "Rollout,Beta,Proposal,20", head=head))
    assert counted(report) == (0, 1, 1, 0)
    assert sorted(Deal.objects.filter(name="Rollout").values_list("amount", flat=True)) == [11, 20]


BARE = "Opportunity Name,Account Name,Stage,Amount"


@pytest.mark.parametrize("size", [1000, 1])
def test_two_rows_that_look_like_one_deal_are_not_merged(cast: Cast, tmp_path: Path, size: int) -> None:
    rows = "Renewal,Acme,Proposal,1000", "Renewal,Acme,Negotiation,5000"
    path = written(tmp_path, *rows, head=BARE)
    for new in (1, 0):
        ((report, aside),) = brought(cast.team, path, size=size)
        assert counted(report) == (new, 0, 1 - new, 1)
        assert Deal.objects.get(name="Renewal").amount == 1000
        (problem,) = aside.first
        assert (problem.line, problem.cells) == (3, ("Renewal", "Acme", "Negotiation", "5000"))
        assert "looks like the same deal" in problem.says
        assert "id" in problem.mend
    head = f"Opportunity ID,{BARE}"
    mended = written(tmp_path, *(f"006{n:012d},{row}" for n, row in enumerate(rows)), name="mended.csv", head=head)
    (report,) = bring(cast.team, mended, size=size)
    assert counted(report) == (1, 0, 1, 0)
    assert sorted(Deal.objects.filter(name="Renewal").values_list("amount", flat=True)) == [1000, 5000]


@pytest.mark.parametrize("size", [1000, 1])
def test_a_row_that_comes_twice_without_an_id_is_harmless(cast: Cast, tmp_path: Path, size: int) -> None:
    path = written(tmp_path, "Renewal,Acme,Proposal,1000", "Renewal,Acme,Proposal,1000 ", head=BARE)
    for new in (1, 0):
        (report,) = bring(cast.team, path, size=size)
        assert counted(report) == (new, 0, 1 - new, 0)
        assert report.counts.repeated == 1


@pytest.mark.parametrize("size", [1000, 1])
@pytest.mark.parametrize("order", [1, -1])
def test_a_row_without_an_id_is_not_merged_with_one_that_has_one(
    cast: Cast, tmp_path: Path, size: int, order: int
) -> None:
    rows = [",Renewal,Acme,Proposal,1000", "006000000000001AAA,Renewal,Acme,Negotiation,5000"][::order]
    path = written(tmp_path, *rows, head=f"Opportunity ID,{BARE}")
    for _ in range(2):
        (report,) = bring(cast.team, path, size=size)
        amounts = sorted(Deal.objects.filter(name="Renewal").values_list("amount", flat=True))
        assert (amounts, report.counts.aside) in (([1000, 5000], 0), ([5000], 1))
        assert report.counts.changed == 0


def test_two_accounts_of_one_name_are_not_merged_either(cast: Cast, tmp_path: Path) -> None:
    rows = "Acme,https://acme.example", "Acme,https://acme.test"
    (report,) = bring(cast.team, written(tmp_path, *rows, head="Account Name,Website"), kind="account", accepted=True)
    assert counted(report) == (1, 0, 0, 1)
    assert Account.objects.get(name="Acme").website == "https://acme.example"


def test_two_people_at_one_address_are_not_merged_either(cast: Cast, tmp_path: Path) -> None:
    path = written(tmp_path, "Jo Roe,hi@acme.example", "Al Poe,hi@acme.example", head="Contact Name,Email")
    (report,) = bring(cast.team, path, kind="contact", accepted=True)
    assert counted(report) == (1, 0, 0, 1)
    assert Contact.objects.get(email="hi@acme.example").name == "Jo Roe"


def test_a_deal_that_gets_its_id_later_is_still_the_same(cast: Cast, tmp_path: Path) -> None:
    bring(cast.team, written(tmp_path, "Rollout,Acme,Proposal", head="Opportunity Name,Account Name,Stage"))
    bring(cast.team, written(tmp_path, deal(1, name="Rollout", account="Acme")))
    assert Deal.objects.get(name="Rollout").external_id == "006000000000001AAA"


def test_of_rows_that_come_twice_the_last_one_counts_every_time(cast: Cast, tmp_path: Path) -> None:
    path = written(tmp_path, deal(1, stage="First"), deal(2), deal(1, stage="Last"))
    for size in (1000, 1):
        bring(cast.team, path, size=size)
        assert Deal.objects.get(name="Deal 1").stage == "Last"
    (again,) = bring(cast.team, path, size=1)
    assert counted(again)[:2] == (0, 0)
    assert again.counts.repeated == 1


def test_an_owner_is_a_member_where_the_name_is_theirs(cast: Cast, tmp_path: Path) -> None:
    bring(cast.team, written(tmp_path, deal(1), deal(2, owner="Zed Zimmer"), deal(3, owner="Charlie Czerny")))
    owners = {row.name: (row.owner, row.owner_name) for row in Deal.objects.filter(source="salesforce")}
    assert owners["Deal 1"] == (cast.alice, "Alice Adler")
    assert owners["Deal 2"] == (None, "Zed Zimmer")
    assert owners["Deal 3"] == (None, "Charlie Czerny"), "who is in another team owns nothing here"


def test_a_file_of_users_tells_who_an_owners_id_is(cast: Cast, tmp_path: Path) -> None:
    users = written(tmp_path, "005000000000001AAA,Al,alice@north.example", name="u.csv", head="Id,Name,Username")
    head = "Id,Name,StageName,CloseDate,OwnerId"
    deals = written(tmp_path, "006000000000009AAA,Owned,Proposal,2026-12-31,005000000000001AAA", head=head)
    bring(cast.team, deals, users)
    assert Deal.objects.get(name="Owned").owner == cast.alice


def test_nothing_of_another_team_is_touched(cast: Cast) -> None:
    bring(cast.charlie.team, *salesforce())
    theirs = everything(cast.charlie.team)
    bring(cast.team, *salesforce())
    assert everything(cast.charlie.team) == theirs


def test_bad_rows_come_back_and_go_in_once_they_are_mended(cast: Cast, tmp_path: Path) -> None:
    path = written(tmp_path, deal(1), deal(2, close="soon"), deal(3, name="x" * 301), deal(4, amount="9" * 20))
    ((report, aside),) = brought(cast.team, path)
    assert counted(report) == (1, 0, 0, 3)
    (file,) = opened([path])
    out = tmp_path / "deals.errors.csv"
    assert aside.write(file.table, out) == 3
    text = out.read_text("utf-8-sig")
    assert "Close Date" in text
    assert "longer than 300 characters" in text
    mended = text.replace("soon", "2026-12-31").replace("x" * 301, "Long").replace("9" * 20, "9")
    out.write_text(mended, "utf-8")
    (again,) = bring(cast.team, out)
    assert counted(again) == (3, 0, 0, 0)
    assert Deal.objects.get(name="Long").amount == 1000


def test_history_of_a_deal_that_is_not_here_waits_in_the_error_file(cast: Cast, tmp_path: Path) -> None:
    head = "Id,OpportunityId,StageName,CreatedDate"
    row = "008000000000001AAA,006000000000001AAA,Proposal,2026-01-05T09:00:00Z"
    history = written(tmp_path, row, name="history.csv", head=head)
    ((report, aside),) = brought(cast.team, history)
    assert counted(report) == (0, 0, 0, 1)
    assert "There is no deal" in aside.first[0].says
    bring(cast.team, written(tmp_path, deal(1)), history)
    assert StageChange.objects.get(deal__name="Deal 1").stage == "Proposal"


class Killed(BaseException):
    """What nobody can catch."""


def test_killed_in_the_middle_it_is_simply_run_again(cast: Cast, tmp_path: Path) -> None:
    path = written(tmp_path, *(deal(number) for number in range(50)))

    def kill(*_: object) -> None:
        raise Killed

    with pytest.raises(Killed):
        take(cast.team, opened([path]), progress=kill, size=20)
    assert Deal.objects.filter(source="salesforce").count() == 20
    (report,) = bring(cast.team, path, size=20)
    assert counted(report) == (30, 0, 20, 0)
    assert Deal.objects.filter(source="salesforce").count() == 50
    assert Account.objects.filter(source="salesforce").count() == 7


def test_people_named_on_a_deal_become_its_contacts_once(cast: Cast, tmp_path: Path) -> None:
    head = "Opportunity ID,Opportunity Name,Account Name,Stage,Contact Name,Contact: Email"
    path = written(tmp_path, "006000000000001AAA,Rollout,Acme,Proposal,Jo Roe,jo@acme.example", head=head)
    for _ in range(2):
        bring(cast.team, path)
    part = DealContact.objects.get(deal__name="Rollout")
    assert (part.contact.name, part.contact.email, part.contact.account.name) == ("Jo Roe", "jo@acme.example", "Acme")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("Deutschland", "", ""), ("DE", "Europe/Berlin")),
        (("USA", "NY", ""), ("US", "America/New_York")),
        (("USA", "TX", ""), ("US", "")),
        (("USA", "TX", "(512) 757-6000"), ("US", "America/Chicago")),
        (("USA", "", "+1 800 555 1234"), ("US", "")),
        (("", "", "+33 1 42 68 53 00"), ("FR", "Europe/Paris")),
        (("", "", "(512) 757-6000"), ("", "")),
        (("", "CA", ""), ("", "")),
        (("", "California", ""), ("US", "America/Los_Angeles")),
        (("", "Georgia", ""), ("", "")),
        (("Atlantis", "NY", ""), ("", "")),
        (("Spain", "", ""), ("ES", "")),
        (("Spain", "", "+34 91 123 4567"), ("ES", "Europe/Madrid")),
    ],
)
def test_where_an_account_is_is_known_or_unknown_never_guessed(
    given: tuple[str, str, str], found: tuple[str, str]
) -> None:
    assert where(*given) == found


def test_at_home_a_state_needs_no_country() -> None:
    assert where("", "CA", "", "US") == ("US", "America/Los_Angeles")
    assert where("", "CA", "", "DE") == ("", "")


@pytest.mark.needs("salesforce_sample")
def test_a_real_salesforce_export_comes_in_whole(cast: Cast) -> None:
    files = [path for path in SAMPLE.glob("*.csv") if path.name != "OpportunityHistoryGroup.csv"]
    reports = {report.name: counted(report) for report in bring(cast.team, *files)}
    assert reports["Opportunity.csv"] == (36, 0, 0, 0)
    assert reports["OpportunityHistory.csv"] == (48, 0, 0, 0)
    won = Deal.objects.get(name="Express Logistics Standby Generator")
    assert (won.status, won.amount, won.close_date) == ("won", 220000, date(2024, 2, 3))


def test_deals_of_an_unknown_file_come_in_as_confirmed(cast: Cast) -> None:
    (report,) = bring(cast.team, UNKNOWN / PIPELINE, accepted=True)
    assert counted(report) == (14, 0, 0, 0)
    assert unknown_deals() == {"won": 5, "lost": 4, "open": 5, "no account": 2}


@pytest.mark.needs("maven")
def test_eight_thousand_deals_of_an_unknown_file_come_in_as_confirmed(cast: Cast) -> None:
    (report,) = bring(cast.team, REAL_DATA / "maven" / PIPELINE, accepted=True)
    assert counted(report) == (8800, 0, 0, 0)
    assert unknown_deals() == {"won": 4238, "lost": 2473, "open": 2089, "no account": 1425}


def unknown_deals() -> dict[str, int]:
    """How many came in by status, and how many of them belong to no account."""
    deals = Deal.objects.filter(source="csv")
    found = {row: deals.filter(status=row).count() for row in ("won", "lost", "open")}
    return found | {"no account": deals.filter(account__name="No account named").count()}
