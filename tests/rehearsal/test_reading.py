"""What a scenario file may say, and what it means."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bowout.core import intents as i
from bowout.core.deal import CalendarEntry, Contact, NoContact
from bowout.core.playbook import Playbook
from tests.rehearsal.files import DEAL, act, scenario

BARE = '[deal]\nname = "Garonne"\n'


def only(part: str, deal: str = DEAL) -> i.Intent:
    (intent,) = scenario(part, deal=deal).acts
    return intent


def test_a_name_and_nothing_else_is_a_scenario() -> None:
    read = scenario(deal=BARE)
    assert (read.acts, read.now) == ((), None)
    assert read.setting.deal.name == "Garonne"
    assert read.setting.playbook == Playbook()


def test_all_of_the_deal_arrives_in_the_core() -> None:
    deal = scenario(
        deal="""
        [deal]
        name = "Porto"
        amount = 1_250_000
        currency = "EUR"
        customer_zone = "Europe/Lisbon"
        customer_country = "pt"
        regime = "no-contact"
        regime_from = 2026-03-02
        regime_until = 2026-06-30
        regime_source = "Article 9"
        officer = "Teresa Lopes"
        submitted = true
        withdraw_until = 2026-04-20
        binding_until = 2026-09-30
        [[deal.contacts]]
        name = "Teresa  Lopes"
        role = "procurement officer"
        phone = "+351 22 000 000"
        email = "t@porto.example"
        [[deal.contacts]]
        name = "Rui"
        [[deal.calendar]]
        kind = "demo"
        at = 2026-03-03T10:00:00Z
        title = "At the car park"
        """
    ).setting.deal
    assert (deal.name, deal.amount, deal.currency) == ("Porto", Decimal(1250000), "EUR")
    assert (deal.zone, deal.zone_known, deal.country) == ("Europe/Lisbon", True, "PT")
    assert (deal.regime, deal.submitted) == ("no-contact", True)
    assert deal.no_contact == NoContact(date(2026, 3, 2), date(2026, 6, 30), "Teresa Lopes", "Article 9")
    assert (deal.withdraw_until, deal.binding_until) == (date(2026, 4, 20), date(2026, 9, 30))
    assert deal.contacts == (
        Contact("Teresa Lopes", "Teresa Lopes", "procurement officer", "+351 22 000 000", "t@porto.example"),
        Contact("Rui", "Rui"),
    )
    assert deal.calendar == (CalendarEntry("demo", datetime(2026, 3, 3, 10, tzinfo=UTC), "At the car park"),)


@pytest.mark.parametrize(
    ("written", "amount"),
    [("48000", "48000"), ("48000.50", "48000.5"), ('"48000.50"', "48000.50"), ("-1", "-1"), ('""', None)],
)
def test_an_amount_may_be_a_number_or_text(written: str, amount: str | None) -> None:
    assert scenario(deal=f"{BARE}amount = {written}\n").setting.deal.amount == (Decimal(amount) if amount else None)


@pytest.mark.parametrize(("written", "code"), [("FR", "FR"), ("fr", "FR"), (" de ", "DE"), ("UK", "GB"), ("", "")])
def test_a_country_is_its_code(written: str, code: str) -> None:
    assert scenario(deal=f'{BARE}customer_country = "{written}"\n').setting.deal.country == code


@pytest.mark.parametrize(
    ("country", "at", "zone", "known"),
    [
        ("FR", "2026-03-03T10:00:00-05:00", "Europe/Paris", True),
        ("DE", "2026-03-03T10:00:00-05:00", "Europe/Berlin", True),
        ("US", "2026-03-03T10:00:00-05:00", "Etc/GMT+5", False),
        ("", "2026-03-03T10:00:00-08:00", "Etc/GMT+8", False),
        ("", "2026-03-03T10:00:00+05:30", "Etc/GMT-6", False),
        ("", "2026-03-03T10:00:00+23:00", "Etc/GMT-14", False),
        ("", "2026-03-03T10:00:00Z", "UTC", False),
    ],
)
def test_without_a_zone_the_country_tells_it_or_else_it_is_ours(country: str, at: str, zone: str, known: bool) -> None:
    text = f'{BARE}customer_country = "{country}"\n' if country else BARE
    read = scenario(act("confirm", at=at), deal=text)
    assert (read.setting.deal.zone, read.setting.deal.zone_known) == (zone, known)
    assert ZoneInfo(zone)
    assert [warning.says for warning in read.warnings] == [
        f"nothing says where the customer's clock stands; it is taken to be {zone}."
    ]


def test_a_submission_on_a_day_is_due_when_their_office_closes() -> None:
    text = DEAL + '[[deal.calendar]]\nkind = "submission"\nat = 2026-03-20\n[playbook]\noffice_closes = 17\n'
    (entry,) = scenario(deal=text).setting.deal.calendar
    assert entry.at == datetime(2026, 3, 20, 17, tzinfo=ZoneInfo("Europe/Paris"))


def test_the_playbook_takes_the_teams_numbers() -> None:
    text = DEAL + '[playbook]\nfeedback_days = 3\nmanager_confirms = false\nbystander_roles = ["porter"]\n'
    assert scenario(deal=text).setting.playbook == Playbook(
        feedback_days=3, manager_confirms=False, bystander_roles=("porter",)
    )


def test_who_does_it_when_and_why_all_the_same() -> None:
    intent = only(act("confirm", 'override = "It happened."', by="executive", at="2026-03-03T10:00:00-05:00"))
    assert (intent.by.role, intent.override) == ("executive", "It happened.")
    assert intent.at == datetime(2026, 3, 3, 15, tzinfo=UTC)
    assert intent.at.utcoffset() == timedelta(hours=-5)


def test_reasons_carry_their_evidence_whatever_way_it_is_dated() -> None:
    intent = only(
        act(
            "consider",
            "[[act.reasons]]",
            'kind = "wired"',
            'internal = "Column fodder."',
            'customer = "Another vendor seems better placed."',
            'stay_if = "We would compete if two formats were allowed."',
            "evidence = [",
            '  { at = 2026-02-27, source = "RFP", text = "One format." },',
            '  { at = 2026-02-27T23:30:00Z, source = "mail", text = "Midnight has passed in Paris." },',
            "  { at = 2026-02-27T23:30:00 },",
            "]",
            "[act.known]",
            'cycle = "April"',
            'players = "Claire"',
            'needs = "Routes"',
            'potential = "40 trucks"',
        )
    )
    assert isinstance(intent, i.Consider)
    (reason,) = intent.reasons
    assert (reason.kind, reason.internal) == ("wired", "Column fodder.")
    assert reason.customer == "Another vendor seems better placed."
    assert reason.stay_if == "We would compete if two formats were allowed."
    assert [seen.on for seen in reason.evidence] == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 2, 27)]
    assert (reason.evidence[0].source, reason.evidence[0].text) == ("RFP", "One format.")
    assert intent.known.gaps() == ()
    assert (intent.known.cycle, intent.known.potential) == ("April", "40 trucks")


FOR = datetime(2026, 3, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("part", "intent", "fields"),
    [
        (act("consider"), i.Consider, {"reasons": ()}),
        (act("confirm"), i.Confirm, {}),
        (act("send-back", 'words = "Ask first."', by="manager"), i.SendBack, {"words": "Ask first."}),
        (
            act("call", 'contact = "Claire Martin"', 'outcome = "no-answer"'),
            i.Call,
            {"contact": "Claire Martin", "outcome": "no-answer"},
        ),
        (act("call", 'contact = "claire  MARTIN"', 'outcome = "reached"'), i.Call, {"contact": "Claire Martin"}),
        (
            act("message", 'channel = "E-Mail"', 'contact = "Inès Roy"', 'text = "Hello"'),
            i.Message,
            {"channel": "email", "contact": "Inès Roy", "text": "Hello"},
        ),
        (act("message", 'channel = "mail"', 'contact = "Inès Roy"'), i.Message, {"channel": "email", "text": ""}),
        (act("message", 'channel = "sms"', 'contact = "Inès Roy"'), i.Message, {"channel": "text"}),
        (act("message", 'channel = "portal"', 'contact = "Inès Roy"'), i.Message, {"channel": "portal"}),
        (act("book-talk", "for = 2026-03-04T10:00:00Z"), i.BookTalk, {"talk_at": FOR}),
        (act("hold-talk"), i.HoldTalk, {"reasons": ()}),
        (act("hold-talk", 'reasons = ["fit", "budget"]'), i.HoldTalk, {"reasons": ("fit", "budget")}),
        (act("ask-feedback"), i.AskFeedback, {}),
        (act("feedback", 'words = "Later."', "call_me = true"), i.Feedback, {"words": "Later.", "call_me": True}),
        (act("acknowledge", 'text = "Read."'), i.Acknowledge, {"text": "Read."}),
        (act("stay", 'changed = "Wifi."'), i.Stay, {"changed": "Wifi."}),
        (act("stay"), i.Stay, {"changed": ""}),
        (act("part"), i.Part, {"thanks": False, "text": "", "check_back_on": None, "never": False}),
        (act("part", "thanks = true", 'text = "Thanks."'), i.Part, {"thanks": True, "text": "Thanks."}),
        (act("part", "check_back = 2026-07-01"), i.Part, {"check_back_on": date(2026, 7, 1)}),
        (act("part", "never = true"), i.Part, {"never": True}),
        (act("take-back", 'words = "Dropped."'), i.TakeBack, {"words": "Dropped."}),
        (act("check-back", 'outcome = "Live."'), i.CheckBack, {"outcome": "Live."}),
        (act("invited-back", by="customer"), i.InvitedBack, {}),
        (
            act("feel", "respected = 5", "open_person = 2", 'said = "Fair."', "private = true", by="customer"),
            i.Feel,
            {"respected": 5, "open_person": 2, "open_company": 0, "said": "Fair.", "private": True},
        ),
        (act("complain", 'text = "Outrageous."', by="customer"), i.Complain, {"text": "Outrageous."}),
    ],
)
def test_each_verb_says_what_it_says(part: str, intent: type[i.Intent], fields: dict[str, object]) -> None:
    found = only(part)
    assert type(found) is intent
    assert {name: getattr(found, name) for name in fields} == fields


def test_answers_come_with_their_verdict_and_words() -> None:
    found = only(
        act("feedback", "[[act.answers]]", 'kind = "fit"', 'verdict = "misread"', 'words = "No."', by="customer")
    )
    assert isinstance(found, i.Feedback)
    assert [(a.kind, a.verdict, a.words) for a in found.answers] == [("fit", "misread", "No.")]


def test_a_file_with_a_mark_of_byte_order_and_windows_line_ends_is_read() -> None:
    from bowout.rehearsal.scenario import read

    raw = b"\xef\xbb\xbf" + (DEAL + act("confirm")).replace("\n", "\r\n").encode()
    assert len(read(raw).acts) == 1


def test_where_no_contacts_are_listed_anybody_may_be_called() -> None:
    read = scenario(act("call", 'contact = "Zoe"', 'outcome = "reached"'), deal=BARE + "customer_zone = 'UTC'\n")
    assert isinstance(read.acts[0], i.Call)
    assert read.acts[0].contact == "Zoe"
    assert "there are none" in read.warnings[0].says
