"""A no-contact period has days, a named officer and a source; before and after it the phone comes first (M6)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.deal import Deal, NoContact
from bowout.core.due import next_steps
from bowout.core.guards.stories import ASKED, DEAL, ENDING, NAMED, READY, REP, TOLD, at, bound, part
from bowout.core.notice import tell_by
from bowout.core.process import decide, judge
from bowout.core.setting import Setting
from bowout.core.walkaway import fold


def rules(intent: i.Intent, deal: Deal, past: tuple[object, ...] = READY) -> list[tuple[str, str]]:
    return [(each.rule, each.severity) for each in judge(fold(past), intent, Setting(deal))]  # type: ignore[arg-type]


def phones(moment: datetime) -> i.Call:
    return i.Call(at=moment, by=REP, contact="claire", outcome="reached")


@pytest.mark.parametrize(
    ("moment", "forbidden"),
    [
        (at(6, "17:00"), False),
        (at(9, "00:00"), True),
        (at(12, "17:59"), True),
        (at(12, "23:59"), True),
        (at(13, "00:00"), False),
    ],
)
def test_calls_are_forbidden_on_its_days_and_on_no_other(moment: datetime, forbidden: bool) -> None:
    assert (("breaks-the-no-contact-period", "block") in rules(phones(moment), ENDING)) is forbidden


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu", "Europe/Paris"])
def test_its_days_are_those_of_the_customer(zone: str) -> None:
    setting = Setting(replace(ENDING, zone=zone))
    first = datetime(2026, 3, 9, tzinfo=ZoneInfo(zone))
    over = datetime(2026, 3, 13, tzinfo=ZoneInfo(zone))
    assert setting.turns == (first, over)
    seen = [setting.at(moment).only_in_writing for moment in (first - timedelta(seconds=1), first, over)]
    assert seen == [False, True, False]
    assert setting.at(over - timedelta(seconds=1)).only_in_writing


def test_without_days_it_is_on_and_nobody_looks_at_the_clock() -> None:
    setting = Setting(replace(ENDING, no_contact=NoContact()))
    assert setting.turns == ()
    assert setting.at(at(2)).only_in_writing
    assert Setting(ENDING).only_in_writing


def test_what_is_next_is_a_call_before_it_a_letter_in_it_and_a_call_after_it() -> None:
    state, setting = fold(READY), Setting(ENDING)
    dos = [next_steps(state, setting.at(moment))[0].do for moment in (at(6), at(10), at(13))]
    assert dos == ["call", "message", "call"]


def test_they_hear_it_by_phone_before_it_begins() -> None:
    soon = replace(ENDING, no_contact=NoContact(first=date(2026, 3, 3)))
    by = tell_by(at(2, "09:30"), Setting(soon))
    assert by.due == at(2, "17:00")
    assert "the beginning of the no-contact period" in by.because
    assert tell_by(at(2, "09:30"), Setting(DEAL)).due > by.due


def test_a_period_that_has_begun_makes_nothing_due_earlier() -> None:
    begun = replace(ENDING, no_contact=NoContact(first=date(2026, 3, 1)))
    assert tell_by(at(2), Setting(begun)) == tell_by(at(2), Setting(DEAL))


def test_writing_to_the_officer_before_it_begins_tells_nobody() -> None:
    letter = i.Message(at=at(3), by=REP, channel="email", contact="ines", text="May we speak on Thursday?")
    assert [event.kind for event in decide(fold(READY), letter, Setting(ENDING)).events] == ["messaged"]


def test_whoever_is_named_is_the_officer_and_nobody_else() -> None:
    setting = Setting(NAMED)
    assert [setting.is_officer(who) for who in ("claire", "ines", "hugo")] == [True, False, False]


def test_a_talk_before_it_may_be_booked() -> None:
    book = i.BookTalk(at=at(4), by=REP, talk_at=at(5))
    assert "breaks-the-no-contact-period" not in dict(rules(book, ENDING, TOLD))


@pytest.mark.parametrize(
    ("deal", "expected"),
    [
        (bound(withdraw=20), "warn"),
        (bound(withdraw=12), "warn"),
        (bound(withdraw=11), "block"),
        (bound(withdraw=5, binding=12), "block"),
        (bound(withdraw=5, binding=11), None),
    ],
)
def test_a_bid_may_be_withdrawn_then_binds_then_is_over(deal: Deal, expected: str | None) -> None:
    assert dict(rules(part(12), deal, ASKED)).get("walks-from-a-binding-bid") == expected


def test_a_binding_bid_sends_to_counsel() -> None:
    (found,) = (
        each for each in judge(fold(ASKED), part(12), Setting(bound(withdraw=5, binding=20))) if "bid" in each.rule
    )
    assert "counsel" in found.instead
    assert "20 Mar 2026" in found.says
