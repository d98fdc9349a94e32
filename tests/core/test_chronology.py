"""What is logged with a time is logged in an order that could have been."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards.stories import (
    ASKED,
    BOSS,
    CONSIDERED,
    CUSTOMER,
    EXPLAINED,
    MANAGER,
    PARTED,
    READY,
    REP,
    TOLD,
    answered,
    at,
    read,
)
from tests.core.telling import Log, decided, found, reached, severity

EARLY, OVER = "logged-before-it-could-have-happened", "window-over-when-recorded"
MINUTE = timedelta(minutes=1)
WANTS_A_CALL = (*ASKED, e.FeedbackGiven(at=at(6), by=CUSTOMER, call_me=True))
FURIOUS = (*TOLD, e.Complained(at=at(4), by=CUSTOMER, text="Outrageous."))
AFTER: list[tuple[Log, i.Intent, str]] = [
    (CONSIDERED, i.Confirm(at=at(2), by=REP), "the doubt was recorded"),
    (CONSIDERED, i.SendBack(at=at(2), by=MANAGER, words="Ask first."), "the doubt was recorded"),
    (TOLD, i.BookTalk(at=at(3), by=REP, talk_at=at(4)), "they were told"),
    (TOLD, i.HoldTalk(at=at(3), by=REP), "they were told"),
    (TOLD, i.AskFeedback(at=at(3), by=REP), "they were told"),
    (EXPLAINED, i.AskFeedback(at=at(4, "14:00"), by=REP), "the reasons were talked through"),
    (TOLD, i.Feedback(at=at(3), by=REP, words="Yes."), "they were told"),
    (ASKED, i.Feedback(at=at(4, "15:00"), by=REP, words="Yes."), "they were asked"),
    (answered("right"), i.Acknowledge(at=at(6), by=REP), "they answered"),
    (read(answered("misread")), i.Stay(at=at(6), by=REP, changed="Wifi."), "they answered"),
    (READY, i.TakeBack(at=at(2), by=REP), "the doubt was recorded"),
    (TOLD, i.Part(at=at(3), by=REP, thanks=True), "they were told"),
    (EXPLAINED, i.Part(at=at(4, "14:00"), by=REP, thanks=True), "the reasons were talked through"),
    (ASKED, i.Part(at=at(4, "15:00"), by=REP, thanks=True), "they were asked"),
    (read(answered("right")), i.Part(at=at(6), by=REP, thanks=True), "they answered"),
    (PARTED, i.CheckBack(at=at(12), by=REP), "the walk-away ended"),
    (PARTED, i.InvitedBack(at=at(12), by=REP), "the walk-away ended"),
    (WANTS_A_CALL, reached(6), "they answered"),
    (FURIOUS, i.Call(at=at(4), by=BOSS, contact="claire", outcome="reached"), "they complained"),
]
steps = pytest.mark.parametrize(
    ("past", "intent", "what"), AFTER, ids=[f"{type(intent).__name__} and {what}" for _, intent, what in AFTER]
)


@steps
def test_a_step_at_the_moment_of_what_it_answers_to_is_fine(past: Log, intent: i.Intent, what: str) -> None:
    assert severity(EARLY, past, intent) == ""


@steps
def test_a_step_a_minute_before_what_it_answers_to_is_stopped(past: Log, intent: i.Intent, what: str) -> None:
    (finding,) = found(EARLY, past, replace(intent, at=intent.at - MINUTE))
    assert finding.severity == "block"
    assert f"is before {what}: " in finding.says


@steps
def test_the_log_takes_the_truth_from_whoever_says_how_it_was(past: Log, intent: i.Intent, what: str) -> None:
    decision = decided(past, replace(intent, at=intent.at - MINUTE, override="It was so."))
    assert decision.accepted, decision.findings
    assert EARLY in {event.rule for event in decision.events if isinstance(event, e.Overridden)}


def test_whoever_writes_down_a_minute_is_not_held_to_its_seconds() -> None:
    reply = e.FeedbackGiven(at=at(6) + timedelta(seconds=40), by=CUSTOMER, words="Yes.")
    assert severity(EARLY, (*ASKED, reply), i.Acknowledge(at=at(6), by=REP)) == ""
    assert severity(EARLY, (*ASKED, reply), i.Acknowledge(at=at(6) - MINUTE, by=REP)) == "block"


@pytest.mark.parametrize("past", [TOLD, ASKED, PARTED])
def test_customers_are_never_told_that_they_are_too_early(past: Log) -> None:
    for intent in (
        i.Feedback(at=at(1), by=CUSTOMER, words="Yes."),
        i.InvitedBack(at=at(1), by=CUSTOMER),
        i.Complain(at=at(1), by=CUSTOMER, text="Outrageous."),
    ):
        assert found(EARLY, past, intent) == []


def test_a_call_before_the_doubt_was_recorded_may_have_slipped_out_and_is_explained() -> None:
    (finding,) = found(EARLY, READY, reached(1))
    assert (finding.severity, finding.overridable) == ("block", True)


def test_a_call_that_told_nothing_may_come_before_the_doubt() -> None:
    assert found(EARLY, READY, replace(reached(1), tells=False)) == []


def test_a_call_that_reached_nobody_answers_to_nobody() -> None:
    assert found(EARLY, WANTS_A_CALL, replace(reached(5), outcome="voicemail")) == []


def test_a_talk_is_booked_for_later_or_for_now() -> None:
    booked = i.BookTalk(at=at(4), by=REP, talk_at=at(4))
    assert severity(EARLY, TOLD, booked) == ""
    assert severity(EARLY, TOLD, replace(booked, talk_at=at(4) - MINUTE)) == "block"


def test_a_question_recorded_when_their_time_is_over_is_warned_of() -> None:
    ask = i.AskFeedback(at=at(4, "15:00"), by=REP)
    assert severity(OVER, EXPLAINED, ask) == "", "nobody knows when it was recorded"
    assert severity(OVER, EXPLAINED, replace(ask, recorded_at=at(11, "18:00") - MINUTE)) == ""
    assert severity(OVER, EXPLAINED, replace(ask, recorded_at=at(11, "18:00"))) == "warn"
