"""They are told early enough to turn round what stands in their calendar, where that is still possible."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.deal import CalendarEntry, Deal
from bowout.core.due import Step, next_steps
from bowout.core.guards.stories import DEAL, READY, TENDER, TOLD, at, with_entry
from bowout.core.hours import Office
from bowout.core.playbook import Playbook
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from tests.core.telling import Log, reached, severity
from tests.core.test_hours import PARIS, moments, offices, paris

QUICKLY = at(4, "18:00")
"""Two working days after the doubt, which was recorded on Monday the 2nd at ten."""


def step(deal: Deal, log: Log = READY, book: Playbook = Playbook()) -> Step:
    return next_steps(fold(log), Setting(deal, book))[0]


def doubted(when: datetime) -> Log:
    return tuple(replace(event, at=when) for event in READY)


@pytest.mark.parametrize("kind", ["meeting", "demo"])
@pytest.mark.parametrize(
    ("entry", "due"),
    [
        (at(6), QUICKLY),
        (at(5, "18:00"), QUICKLY),
        (at(5, "17:00"), at(4, "17:00")),
        (at(5, "09:00"), at(4, "09:00")),
        (at(4, "15:00"), at(3, "15:00")),
        # a working day on the minute after the doubt
        (at(3, "10:00"), at(2, "10:00")),
        # less than that, and more than two hours: now
        (at(3, "09:30"), at(2, "10:00")),
        (at(2, "12:00"), at(2, "10:00")),
        # so near that the guard says to keep it: afterwards
        (at(2, "11:59"), QUICKLY),
        # before there was any doubt
        (at(2, "09:59"), QUICKLY),
    ],
)
def test_a_call_is_due_a_working_day_before_a_meeting(kind: str, entry: datetime, due: datetime) -> None:
    assert step(with_entry(kind, entry)).due == due


@pytest.mark.parametrize("kind", ["submission", "decision"])
@pytest.mark.parametrize(
    ("entry", "due"),
    [
        (at(11), QUICKLY),
        (at(10), QUICKLY),
        (at(9), at(3, "18:00")),
        (at(6), at(2, "18:00")),
        # on a Saturday and a Sunday nobody works
        (at(8), at(2, "18:00")),
        (at(7), at(2, "18:00")),
        # not possible any more: now
        (at(5), at(2, "10:00")),
        (at(2, "17:00"), at(2, "10:00")),
    ],
)
def test_a_call_is_due_more_than_three_working_days_before_a_submission(
    kind: str, entry: datetime, due: datetime
) -> None:
    assert step(with_entry(kind, entry)).due == due


@pytest.mark.parametrize(
    ("kind", "entry"), [("meeting", at(5, "17:00")), ("demo", at(4, "15:00")), ("submission", at(9))]
)
def test_whoever_calls_when_it_is_due_hears_no_guard(kind: str, entry: datetime) -> None:
    deal = with_entry(kind, entry)
    rule = "eleventh-hour" if kind == "submission" else "springs-it-before-a-meeting"
    call = replace(reached(3), at=step(deal).due)
    assert severity(rule, READY, call, deal) == ""


def test_a_doubt_in_the_night_is_told_when_they_open() -> None:
    deal = with_entry("meeting", at(3, "17:00"))
    assert step(deal, doubted(at(2, "22:00"))).due == at(3, "09:00")


def test_what_comes_first_sets_the_date_and_a_meeting_that_is_too_near_is_kept() -> None:
    meeting, submission = (CalendarEntry("meeting", at(5, "17:00")), CalendarEntry("submission", at(9)))
    assert step(replace(DEAL, calendar=(meeting, submission))).due == at(3, "18:00")
    near = CalendarEntry("meeting", at(2, "11:00"), "Depot demo")
    both = step(replace(DEAL, calendar=(near, CalendarEntry("decision", at(5)))))
    assert both.due == at(3, "18:00")
    assert "Keep Depot demo" in both.why


def test_the_reps_word_and_the_managers_are_due_before_the_call_has_to_be() -> None:
    deal = with_entry("meeting", at(4, "15:00"))
    assert [(step.do, step.due) for step in next_steps(fold(READY[:1]), Setting(deal))] == [
        ("confirm", at(3, "15:00")),
        ("confirm", at(3, "15:00")),
    ]


def test_a_letter_in_a_tender_is_due_in_time_as_well() -> None:
    tender = replace(TENDER, calendar=(CalendarEntry("submission", at(9)),))
    assert (step(tender).do, step(tender).due) == ("message", at(3, "18:00"))


def test_once_they_know_the_calendar_hurries_nobody() -> None:
    assert step(with_entry("meeting", at(5)), TOLD) == step(DEAL, TOLD)


def test_the_playbook_says_how_much_notice_is_enough() -> None:
    book = Playbook(meeting_warn_days=0, meeting_block_hours=3, eleventh_hour_days=1)
    assert step(with_entry("meeting", at(4, "15:00")), book=book).due == at(4, "12:00")
    assert step(with_entry("decision", at(5)), book=book).due == at(3, "18:00")


def test_why_says_what_makes_it_due_so_early() -> None:
    assert "leaves them" not in step(DEAL).why
    early = step(with_entry("demo", at(4, "15:00"), "Depot demo")).why
    assert early.endswith("That leaves them notice before Depot demo on Wed 4 Mar 2026, 15:00 (Paris).")
    late = step(with_entry("submission", at(4))).why
    assert late.endswith("The submission is on Wed 4 Mar 2026, 10:00 (Paris), too near for proper notice: do it now.")


def test_a_meeting_that_is_too_near_is_to_be_kept() -> None:
    kept = step(with_entry("meeting", at(2, "11:59"))).why
    assert kept.endswith("Keep the meeting on Mon 2 Mar 2026, 11:59 (Paris), and do this afterwards.")


def test_nobody_is_hurried_by_an_entry_in_another_century() -> None:
    for kind in ("meeting", "decision"):
        assert step(with_entry(kind, paris(3, 3, year=2199))).due == QUICKLY


@given(offices, moments, st.integers(0, 40))
def test_the_latest_moment_with_so_many_hours_left_has_so_many_hours_left(
    office: Office, at: datetime, hours: int
) -> None:
    span = timedelta(hours=hours)
    latest = office.hours_before(at, span)
    assert latest.astimezone(UTC) <= at.astimezone(UTC)
    assert office.working_time(latest, at) == span


@given(offices, moments, st.integers(1, 15))
def test_the_last_working_day_with_so_many_to_follow_has_so_many_to_follow(
    office: Office, at: datetime, days: int
) -> None:
    latest = office.days_before(at, days)
    assert office.days_between(latest, at) == days
    assert office.day_off(office.local(latest).date()) == ""


def test_time_before_a_moment_is_counted_over_nights_and_weekends() -> None:
    assert PARIS.hours_before(paris(3, 9, 10), timedelta(hours=9)) == paris(3, 6, 10)
    assert PARIS.hours_before(paris(3, 9, 10), timedelta(hours=1)) == paris(3, 9, 9)
    assert PARIS.hours_before(paris(3, 9, 22), timedelta(hours=1)) == paris(3, 9, 17)
    assert PARIS.days_before(paris(3, 9, 10), 1) == paris(3, 6, 18)


def test_a_doubt_recorded_again_does_not_move_the_date() -> None:
    again = e.Considered(at=at(3), by=READY[0].by, reasons=READY[0].reasons, known=READY[0].known)  # type: ignore[attr-defined]
    deal = with_entry("meeting", at(4, "15:00"))
    assert step(deal, (*READY, again)).due == at(3, "15:00")
