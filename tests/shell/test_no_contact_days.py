"""A period that begins or ends changes what is next, though nobody does anything."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoAssertNumQueries

from bowout.core import intents as i
from bowout.desk import editing
from bowout.desk.projecting import out_of_step, turn
from bowout.store.models import Deal, WalkAway
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.web import signed_in


def ready(cast: Cast, **period: object) -> None:
    """Both have confirmed; the deal is in a no-contact period with these facts."""
    steps.begin(cast)
    for user in (cast.alice, cast.mia):
        steps.must(steps.do(user, i.Confirm(at=NOW, by=steps.NOBODY)))
    editing.edit(cast.alice, cast.deal, {"regime": "no-contact", **period})


def turned(now: datetime) -> str:
    while turn(now):
        pass
    assert not list(out_of_step())
    return WalkAway.objects.get().next_do


TODAY = NOW.date()


def test_what_is_next_turns_with_the_days_of_the_period(cast: Cast) -> None:
    ready(cast, regime_from=TODAY + timedelta(days=7), regime_until=TODAY + timedelta(days=9))
    assert WalkAway.objects.get().next_do == "message"
    assert not list(out_of_step())
    dos = [turned(NOW + timedelta(days=days)) for days in (0, 6, 7, 9, 10, 11)]
    assert dos == ["call", "call", "message", "message", "call", "call"]
    assert WalkAway.objects.get().turns_at is None


def test_nothing_turns_where_nothing_is_dated(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ready(cast)
    with django_assert_num_queries(1):
        assert not turn(NOW)
    assert WalkAway.objects.get().next_do == "message"


def test_what_somebody_does_is_reckoned_at_once(cast: Cast) -> None:
    ready(cast, regime_until=TODAY + timedelta(days=3))
    assert turned(NOW) == "message"
    steps.must(
        steps.do(
            cast.alice,
            i.Consider(at=NOW, by=steps.NOBODY, reasons=steps.consider().reasons, known=steps.consider().known),
        )
    )
    row = WalkAway.objects.get()
    assert row.turns_at
    assert row.turns_at > NOW
    assert not list(out_of_step())


def test_the_page_knows_the_day_without_a_worker(cast: Cast) -> None:
    ready(cast, regime_until=TODAY - timedelta(days=1))
    text = signed_in(cast.alice).get(f"/walk-aways/{steps.STREAM}/").content.decode()
    assert "Call Claire" in text


def test_the_facts_of_the_period_are_written_on_the_deal(cast: Cast) -> None:
    client = signed_in(cast.alice)
    page = client.get(f"/deals/{cast.deal.pk}/edit/").content.decode()
    assert "The officer named for it" in page
    given = {
        "name": cast.deal.name,
        "status": "open",
        "regime": "no-contact",
        "regime_from": "2026-03-09",
        "regime_until": "2026-05-04",
        "officer": cast.ines.pk,
        "regime_source": "Règlement, article 7",
        "submitted": "on",
        "withdraw_until": "2026-04-01",
        "binding_until": "2026-06-30",
    }
    assert client.post(f"/deals/{cast.deal.pk}/edit/", given).status_code == 302
    saved = Deal.objects.get(pk=cast.deal.pk)
    assert (saved.officer, saved.regime_until, saved.binding_until) == (cast.ines, date(2026, 5, 4), date(2026, 6, 30))
    shown = client.get(f"/deals/{cast.deal.pk}/").content.decode()
    for said in ("Règlement, article 7", cast.ines.name, "May be withdrawn until"):
        assert said in shown


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"regime_from": "2026-05-04", "regime_until": "2026-03-09"}, "cannot end before it begins"),
        ({"withdraw_until": "2026-05-04", "binding_until": "2026-03-09"}, "once it binds us no longer"),
        ({"regime_until": "9999-12-31"}, "four digits"),
        ({"regime_until": "0026-03-09"}, "four digits"),
        ({"officer": "999999"}, "Select a valid choice"),
    ],
)
def test_days_that_cannot_be_are_refused_and_named(cast: Cast, given: dict[str, str], says: str) -> None:
    facts = {"name": cast.deal.name, "status": "open", "regime": "no-contact", **given}
    answer = signed_in(cast.alice).post(f"/deals/{cast.deal.pk}/edit/", facts)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_nobody_from_another_team_can_be_the_officer(cast: Cast) -> None:
    stranger = cast.elsewhere.account.contacts.create(team=cast.elsewhere.team, name="Somebody")
    with pytest.raises(PermissionDenied):
        editing.edit(cast.alice, cast.deal, {"officer": stranger})
