"""A deal's page, and what people write on it."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bowout.store.models import Account, CalendarEntry, Contact, Deal, DealContact, StageChange, WalkAway
from bowout.web.templatetags.bowout import outside
from tests.people import NOW, Cast
from tests.shell.many import many_walk_aways
from tests.shell.steps import STREAM, begin
from tests.shell.web import signed_in, words


@pytest.fixture(autouse=True)
def _clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEBUG_CLOCK = True
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())


def url(cast: Cast, rest: str = "") -> str:
    return f"/deals/{cast.deal.pk}/{rest}"


FACTS = {
    "name": "Atelier Lumière: planning",
    "owner": "",
    "stage": "Proposal",
    "status": "open",
    "amount": "48000.00",
    "currency": "EUR",
    "close_date": "2026-04-30",
    "regime": "open",
    "next_step": "",
    "description": "",
}
PERSON = {"name": "Yves Klein", "role": "champion", "title": "CTO", "phone": "", "email": "yves@atelier.example"}


def test_it_works(cast: Cast) -> None:
    page = words(signed_in(cast.bob).get(url(cast)))
    assert "Amount €48,000 Close date Thu 30 Apr Stage Proposal Owner Alice Adler" in page
    assert "Claire Dubois" in page
    assert "Submission Tue 24 Mar, 10:00 Paris · in 21 days" in page
    assert "Tue 3 Mar, 10:00 Paris Their office is open now" in page
    assert "Raise a doubt" in page


def test_a_walk_away_under_way_takes_the_place_of_a_new_doubt(cast: Cast) -> None:
    begin(cast)
    html = signed_in(cast.alice).get(url(cast)).content.decode()
    assert f'href="/walk-aways/{STREAM}/">Go to the walk-away' in html
    assert "Raise a doubt" not in html


def test_nobody_raises_a_doubt_about_a_deal_that_is_over_or_by_looking_only(cast: Cast) -> None:
    assert "Raise a doubt" not in words(signed_in(cast.rita).get(url(cast)))
    Deal.objects.filter(pk=cast.deal.pk).update(status="won")
    assert "Raise a doubt" not in words(signed_in(cast.alice).get(url(cast)))


def test_the_day_of_a_doubt_is_the_day_it_was_on_their_clock(cast: Cast) -> None:
    (walk,) = many_walk_aways(cast.alice, 1, NOW, status="parted")
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    WalkAway.objects.filter(pk=walk.pk).update(deal=cast.deal, considered_at=late)
    assert "Raised Tue 3 Mar" in words(signed_in(cast.alice).get(url(cast)))


def test_what_is_edited_here_is_kept_from_imports(cast: Cast) -> None:
    changed = FACTS | {"owner": str(cast.bob.pk), "amount": "50000", "currency": "usd", "submitted": "on"}
    assert signed_in(cast.alice).post(url(cast, "edit/"), changed).headers["Location"] == url(cast)
    deal = Deal.objects.get(pk=cast.deal.pk)
    assert (deal.owner, deal.amount, deal.currency, deal.submitted) == (cast.bob, Decimal(50000), "USD", True)
    assert deal.kept == ["amount", "currency", "owner", "submitted"]
    assert "imports leave it alone: amount, currency, owner, submitted" in words(signed_in(cast.alice).get(url(cast)))


def test_saving_writes_only_what_was_changed_on_the_page(cast: Cast) -> None:
    seen = {f"initial-{name}": value for name, value in FACTS.items()} | {
        "initial-owner": str(cast.alice.pk),
        "initial-submitted": "False",
    }
    Deal.objects.filter(pk=cast.deal.pk).update(stage="Negotiation")
    changed = seen | FACTS | {"owner": str(cast.alice.pk), "amount": "51000"}
    assert signed_in(cast.alice).post(url(cast, "edit/"), changed).status_code == 302
    deal = Deal.objects.get(pk=cast.deal.pk)
    assert (deal.stage, deal.amount, deal.kept) == ("Negotiation", Decimal(51000), ["amount"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", "much"),
        ("amount", "-1"),
        ("currency", "E1"),
        ("close_date", "31/12"),
        ("regime", "secret"),
        ("name", ""),
    ],
)
def test_a_value_that_does_not_fit_is_said_beside_its_field(cast: Cast, field: str, value: str) -> None:
    response = signed_in(cast.alice).post(url(cast, "edit/"), FACTS | {"next_step": "Ask Claire", field: value})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert f'id="id_{field}_error"' in response.content.decode()
    assert "Ask Claire" in response.content.decode(), "nothing typed is lost"


def test_another_teams_member_cannot_own_our_deal(cast: Cast) -> None:
    response = signed_in(cast.alice).post(url(cast, "edit/"), FACTS | {"owner": str(cast.charlie.pk)})
    assert response.status_code == 422


def test_a_phone_number_says_where_they_are(cast: Cast) -> None:
    Account.objects.filter(pk=cast.deal.account_id).update(country="", zone="")
    client = signed_in(cast.alice)
    page = words(client.get(url(cast)))
    assert "times are taken to be ours (Berlin)" in page
    assert "Going by the number of Claire Dubois: France, Paris time" in page
    assert client.post(url(cast, "account/suggested/")).status_code == 302
    account = Account.objects.get(pk=cast.deal.account_id)
    assert (account.country, account.zone, account.kept) == ("FR", "Europe/Paris", ["country", "zone"])
    assert "Going by" not in words(client.get(url(cast)))


def test_the_account_is_edited_and_kept(cast: Cast) -> None:
    moved = {
        "name": "Atelier Lumière",
        "country": "CA",
        "zone": "America/Toronto",
        "language": "fr",
        "phone": "",
        "website": "",
    }
    assert signed_in(cast.alice).post(url(cast, "account/"), moved).status_code == 302
    account = Account.objects.get(pk=cast.deal.account_id)
    assert (account.zone, account.language) == ("America/Toronto", "fr")
    assert account.kept == ["country", "language", "zone"]
    assert signed_in(cast.alice).post(url(cast, "account/"), moved | {"zone": "Mars/Olympus"}).status_code == 422


def test_somebody_is_added_changed_and_taken_out(cast: Cast) -> None:
    client = signed_in(cast.alice)
    assert client.post(url(cast, "people/"), PERSON).status_code == 302
    yves = Contact.objects.get(name="Yves Klein")
    assert (yves.account, yves.team) == (cast.deal.account, cast.team)
    changed = PERSON | {"role": "assistant", "phone": "+33 1 42 68 53 99"}
    assert client.post(url(cast, f"people/{yves.pk}/"), changed).status_code == 302
    assert DealContact.objects.get(contact=yves).role == "assistant"
    assert "+33 1 42 68 53 99" in words(client.get(url(cast)))
    assert client.post(url(cast, f"people/{yves.pk}/leave/")).status_code == 302
    assert not DealContact.objects.filter(contact=yves).exists()
    assert Contact.objects.filter(pk=yves.pk).exists()


def test_somebody_without_a_name_is_asked_for_it_where_they_were_typed(cast: Cast) -> None:
    response = signed_in(cast.alice).post(url(cast, "people/"), PERSON | {"name": ""})
    assert response.status_code == 422
    html = response.content.decode()
    assert '<details class="fold fold-after" open>' in html
    assert 'value="yves@atelier.example"' in html


def test_a_phone_number_without_digits_is_refused(cast: Cast) -> None:
    client = signed_in(cast.alice)
    response = client.post(url(cast, "people/"), PERSON | {"phone": "ask the front desk"})
    assert response.status_code == 422
    assert "This number has no digits. Write it as +49 30 1234567, or leave it empty." in words(response)
    assert not Contact.objects.filter(name="Yves Klein").exists()
    # An import may have written it; whoever changes something else is not held up.
    Contact.objects.filter(pk=cast.claire.pk).update(phone="via reception")
    kept = {"name": "Claire Dubois", "phone": "via reception", "initial-phone": "via reception", "title": "CIO"}
    assert client.post(url(cast, f"people/{cast.claire.pk}/"), kept).status_code == 302


def test_a_date_is_on_the_customers_clock(cast: Cast) -> None:
    Account.objects.filter(pk=cast.deal.account_id).update(zone="America/New_York")
    entry = {"kind": "demo", "at": "2026-03-20T14:00", "title": "Second demo"}
    assert signed_in(cast.alice).post(url(cast, "calendar/"), entry).status_code == 302
    made = CalendarEntry.objects.get(title="Second demo")
    assert made.at == datetime(2026, 3, 20, 18, 0, tzinfo=UTC)
    assert signed_in(cast.alice).post(url(cast, f"calendar/{made.pk}/remove/")).status_code == 302
    assert not CalendarEntry.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("at", ["", "soon", "2026-03-20T14:00Z", "2026-13-01T10:00", "2026-03-08T02:30"])
def test_a_moment_that_is_none_is_refused(cast: Cast, at: str) -> None:
    Account.objects.filter(pk=cast.deal.account_id).update(zone="America/New_York")
    response = signed_in(cast.alice).post(url(cast, "calendar/"), {"kind": "demo", "at": at, "title": "Second demo"})
    assert response.status_code == 422, "the 8th of March has no half past two in New York"
    assert list(response.context["entry"].errors) == ["at"]


@pytest.mark.parametrize("at", ["0001-01-01T00:00", "1999-12-31T10:00", "2101-01-01T10:00", "9999-12-31T23:59"])
def test_a_date_that_no_calendar_can_reckon_with_is_refused(cast: Cast, at: str) -> None:
    response = signed_in(cast.alice).post(url(cast, "calendar/"), {"kind": "demo", "at": at, "title": "Second demo"})
    assert response.status_code == 422
    assert not CalendarEntry.objects.filter(title="Second demo").exists()


def test_an_import_may_have_written_anything_as_a_website() -> None:
    assert 'href="https://atelier.example"' in outside("atelier.example")
    assert "<a" not in outside("javascript:alert(1)//.")
    assert "<a" not in outside("see our brochure.")
    assert "&lt;" in outside("https://x.example/<script>")


def test_a_deal_with_a_long_past_takes_no_more_queries(cast: Cast) -> None:
    client = signed_in(cast.alice)
    few = questions(client, url(cast))
    for number in range(50):
        day = NOW - timedelta(days=number)
        StageChange.objects.create(
            deal=cast.deal, external_id=str(number), at=day, stage="x", close_date=date(2026, 5, 1)
        )
        CalendarEntry.objects.create(deal=cast.deal, kind="meeting", at=day)
        person = Contact.objects.create(team=cast.team, account=cast.deal.account, name=f"P{number}")
        DealContact.objects.create(deal=cast.deal, contact=person)
    for walk in many_walk_aways(cast.alice, 3, NOW, status="parted"):
        WalkAway.objects.filter(pk=walk.pk).update(deal=cast.deal, considered_at=NOW)
    assert questions(client, url(cast)) == few <= 9


def questions(client: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)
