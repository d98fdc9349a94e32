"""What is next, by when, for whom, and why."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.deal import Deal
from bowout.core.due import next_steps
from bowout.core.guards.stories import (
    ASKED,
    BOSS,
    BUDGET,
    CONSIDERED,
    CUSTOMER,
    DEAL,
    EXPLAINED,
    FIT,
    KNOWN,
    MANAGER,
    PARTED,
    READY,
    REP,
    TENDER,
    TOLD,
    VOICEMAIL,
    answered,
    at,
    read,
)
from bowout.core.playbook import Playbook
from bowout.core.reasons import Answer
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from tests.core.telling import Log


def steps(log: Log, deal: Deal = DEAL, book: Playbook = Playbook()) -> list[tuple[str, str, datetime]]:
    return [(step.do, step.by, step.due) for step in next_steps(fold(log), Setting(deal, book))]


TWO = (e.Considered(at=at(2), by=REP, reasons=(FIT, BUDGET), known=KNOWN),)
BOOKED = (*TOLD, e.TalkBooked(at=at(3, "11:00"), by=REP, talk_at=at(5, "14:00")))
WANTS_A_CALL = (*ASKED, e.FeedbackGiven(at=at(5), by=REP, words="Call me.", call_me=True))
FURIOUS = (*TOLD, e.Complained(at=at(3, "16:00"), by=CUSTOMER, text="Outrageous."))


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ((), []),
        (CONSIDERED, [("confirm", "rep", at(4, "18:00")), ("confirm", "manager", at(4, "18:00"))]),
        ((*CONSIDERED, e.Confirmed(at=at(2), by=REP)), [("confirm", "manager", at(4, "18:00"))]),
        ((*CONSIDERED, e.Confirmed(at=at(2), by=MANAGER)), [("confirm", "rep", at(4, "18:00"))]),
        (READY, [("call", "rep", at(4, "18:00"))]),
        (VOICEMAIL, [("call", "rep", at(4, "18:00"))]),
        (TOLD, [("book-talk", "rep", at(4, "18:00"))]),
        (BOOKED, [("hold-talk", "rep", at(5, "14:00"))]),
        (EXPLAINED, [("ask-feedback", "rep", at(5, "18:00"))]),
        (ASKED, [("part", "rep", at(11, "18:00"))]),
        (answered("right"), [("acknowledge", "rep", at(9, "18:00"))]),
        (WANTS_A_CALL, [("call", "rep", at(6, "18:00"))]),
        (read(answered("right")), [("part", "rep", at(11, "18:00"))]),
        (read(answered("misread")), [("stay", "rep", at(11, "18:00"))]),
        (read(answered("can-change")), [("stay", "rep", at(11, "18:00"))]),
        (PARTED, [("check-back", "rep", at(10, "09:00", month=7))]),
        ((*PARTED[:-1], replace(PARTED[-1], check_back_on=None)), []),
        ((*PARTED, e.CheckedBack(at=at(10, month=7), by=REP, outcome="Live.")), []),
        ((*TOLD, e.TakenBack(at=at(4), by=REP, words="")), []),
        ((*read(answered("misread")), e.Stayed(at=at(9), by=REP, changed="Wifi.")), []),
        ((*PARTED, e.InvitedBack(at=at(1, month=9), by=REP)), []),
        ((*PARTED, e.InvitedBack(at=at(1, month=9), by=CUSTOMER)), [("call", "rep", at(2, "18:00", month=9))]),
        # four working hours from 16:00: two today, two tomorrow
        (FURIOUS, [("recover", "executive", at(4, "11:00"))]),
        ((*answered("right"), *FURIOUS[-1:]), [("recover", "executive", at(4, "11:00"))]),
    ],
)
def test_what_is_next_and_by_when(log: Log, expected: list[tuple[str, str, datetime]]) -> None:
    assert steps(log) == expected


def test_once_an_executive_has_reached_them_the_way_goes_on() -> None:
    heard = (*FURIOUS, e.Called(at=at(4, "09:30"), by=BOSS, contact="claire", outcome="reached", mends=True))
    assert [do for do, _, _ in steps(heard)] == ["book-talk"]


def test_without_the_managers_word_being_asked_only_the_rep_confirms() -> None:
    assert [by for _, by, _ in steps(CONSIDERED, book=Playbook(manager_confirms=False))] == ["rep"]


def test_the_playbook_sets_every_date() -> None:
    book = Playbook(quickly_days=4, book_talk_days=3, acknowledge_days=2, recover_hours=1)
    assert steps(READY, book=book)[0][2] == at(6, "18:00")
    assert steps(TOLD, book=book)[0][2] == at(6, "18:00")
    assert steps(EXPLAINED, book=Playbook(ask_days=3))[0][2] == at(9, "18:00")
    assert steps(answered("right"), book=book)[0][2] == at(10, "18:00")
    assert steps(FURIOUS, book=book)[0][2] == at(3, "17:00")


def test_in_a_tender_they_are_told_and_asked_in_writing() -> None:
    assert steps(READY, TENDER) == [("message", "rep", at(4, "18:00"))]
    assert steps(TOLD, TENDER) == [("ask-feedback", "rep", at(4, "18:00"))]


def test_a_check_back_that_falls_on_a_day_off_is_due_the_working_day_after() -> None:
    holiday = replace(PARTED[-1], check_back_on=at(14, month=7).date())
    assert steps((*PARTED[:-1], holiday))[0][2] == at(15, "09:00", month=7)


def test_why_says_what_stands_in_the_way() -> None:
    def why(log: Log) -> str:
        return next_steps(fold(log), Setting(DEAL))[0].why

    assert "The rep has not said yet" in why(CONSIDERED)
    sent_back = (*CONSIDERED, e.SentBack(at=at(2), by=MANAGER, words="Ask about the depots first."))
    assert why(sent_back) == "Sent back: Ask about the depots first."
    assert "1 attempt so far" in why(VOICEMAIL)
    assert "Wed 11 Mar 2026, 18:00 (Paris)" in why(ASKED)
    half = (*TWO, *ASKED[1:], e.FeedbackGiven(at=at(6), by=REP, answers=(Answer("fit", "right"),)))
    assert "unanswered" in why(half)
    assert "confirmed every reason" in why(read(answered("right")))


def test_an_answer_before_anybody_was_told_leaves_the_telling_due() -> None:
    early = (*READY, e.FeedbackGiven(at=at(3), by=REP, answers=(Answer("fit", "right"),)))
    assert steps(early) == [("call", "rep", at(4, "18:00"))]


def test_an_answer_that_came_unasked_gets_a_window_all_the_same() -> None:
    unasked = (*TOLD, e.FeedbackGiven(at=at(4), by=REP, answers=(Answer("fit", "right"),)))
    assert steps(unasked) == [("part", "rep", at(11, "18:00"))]
