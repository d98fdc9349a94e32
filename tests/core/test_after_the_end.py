"""They may still answer when all is decided, and what is due then can be done."""

import pytest

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.due import next_steps
from bowout.core.guards.stories import BOSS, CUSTOMER, DEAL, PARTED, REP, TOLD, answered, at, read
from bowout.core.process import decide
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

SETTING = Setting(DEAL)
STAYED = (*read(answered("misread")), e.Stayed(at=at(9), by=REP, changed="Wifi is there."))
TAKEN_BACK = (*TOLD, e.TakenBack(at=at(9), by=REP, words="Dropped."))
LATE_ANSWER = e.FeedbackGiven(at=at(13), by=CUSTOMER, words="One more thing.", call_me=True)


@pytest.mark.parametrize("past", [STAYED, TAKEN_BACK, PARTED], ids=["stayed", "taken back", "parted"])
def test_an_answer_after_the_end_can_be_read_and_called_back(past: tuple[e.Event, ...]) -> None:
    log = (*past, LATE_ANSWER)
    status = fold(log).status
    doing: list[i.Intent] = [
        i.Acknowledge(at=at(13, "11:00"), by=REP, text="Thank you."),
        i.Call(at=at(13, "14:00"), by=REP, contact="claire", outcome="reached"),
    ]
    for intent in doing:
        decision = decide(fold(log), intent, SETTING)
        assert decision.accepted, decision.findings
        log = (*log, *decision.events)
    state = fold(log)
    assert (state.unread, state.call_wanted, state.status) == (False, False, status)
    assert "acknowledge" not in {step.do for step in next_steps(state, SETTING)}


@pytest.mark.parametrize("past", [PARTED, (*PARTED, LATE_ANSWER)], ids=["unasked", "asked for"])
def test_a_talk_after_parting_can_be_logged_with_advice_and_moves_nothing(past: tuple[e.Event, ...]) -> None:
    talk = i.HoldTalk(at=at(13, "14:00"), by=REP)
    decision = decide(fold(past), talk, SETTING)
    assert decision.accepted
    assert [(finding.rule, finding.severity) for finding in decision.findings] == [("talks-on-after-the-end", "advise")]
    before, after = fold(past), fold((*past, *decision.events))
    assert (after.status, after.explained_at, after.ended_at) == ("parted", before.explained_at, before.ended_at)
    assert not after.call_wanted


def test_a_talk_before_parting_that_is_logged_afterwards_is_one_like_any_other() -> None:
    talk = i.HoldTalk(at=at(10, "14:00"), by=REP)
    decision = decide(fold(PARTED), talk, SETTING)
    assert decision.findings == ()
    assert fold((*PARTED, *decision.events)).explained_at == talk.at


def test_a_talk_that_ends_after_we_stayed_is_one_that_they_asked_for() -> None:
    talk = i.HoldTalk(at=at(13, "14:00"), by=REP)
    assert not decide(fold(STAYED), talk, SETTING).accepted
    assert decide(fold((*STAYED, LATE_ANSWER)), talk, SETTING).accepted


def test_a_call_that_nobody_asked_for_after_the_end_needs_a_word_why() -> None:
    call = i.Call(at=at(13), by=REP, contact="claire", outcome="reached")
    assert [finding.rule for finding in decide(fold(STAYED), call, SETTING).findings] == ["talks-on-after-the-end"]


def test_an_executive_who_mends_a_complaint_after_the_end_may_talk_with_them_and_undo_nothing() -> None:
    furious = fold((*STAYED, e.Complained(at=at(13), by=CUSTOMER, text="Outrageous.")))
    call = i.Call(at=at(13, "14:00"), by=BOSS, contact="claire", outcome="reached")
    mail = i.Message(at=at(13, "14:00"), by=BOSS, channel="email", contact="claire", text="I will call you at three.")
    assert decide(furious, call, SETTING).findings == ()
    assert decide(furious, mail, SETTING).findings == ()
    take_back = i.TakeBack(at=at(13, "14:00"), by=BOSS, override="To calm them.")
    assert not decide(furious, take_back, SETTING).accepted
