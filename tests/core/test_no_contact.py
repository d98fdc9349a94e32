"""In a tender's no-contact period nothing that we say or do leads to a call (M6)."""

import re

import pytest

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.due import next_steps
from bowout.core.guards.stories import ASKED, CONSIDERED, CUSTOMER, READY, REP, TENDER, at, read
from bowout.core.process import decide, judge
from bowout.core.reasons import Answer
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

SETTING = Setting(TENDER)
WRITTEN = i.Message(at=at(3), by=REP, channel="email", contact="ines", text="We are considering to withdraw.")
SPEAKS = re.compile(r"(?i)\b(phone|call)\b")
WANTS_A_CALL = (*ASKED, e.FeedbackGiven(at=at(5), by=REP, answers=(Answer("fit", "right"),), call_me=True))


def test_writing_to_the_procurement_officer_is_telling() -> None:
    decision = decide(fold(READY), WRITTEN, SETTING)
    assert [event.kind for event in decision.events] == ["messaged", "told"]


def test_writing_needs_both_confirmations_as_a_call_would() -> None:
    found = judge(fold(CONSIDERED), WRITTEN, SETTING)
    assert [(finding.rule, finding.severity) for finding in found] == [("not-prepared-to-walk", "block")]


@pytest.mark.parametrize(
    "intent",
    [
        i.AskFeedback(at=at(3), by=REP),
        i.Part(at=at(3), by=REP, thanks=True),
        i.Review(at=at(9), by=REP),
        WRITTEN,
    ],
    ids=lambda intent: type(intent).__name__,
)
def test_no_advice_sends_anybody_to_the_phone(intent: i.Intent) -> None:
    for past in ((), CONSIDERED, READY, ASKED):
        for finding in judge(fold(past), intent, SETTING):
            assert not SPEAKS.search(finding.instead), finding


def test_a_wish_to_be_called_does_not_make_a_call_due() -> None:
    steps = next_steps(fold(WANTS_A_CALL), SETTING)
    assert [step.do for step in steps] == ["part"]


def test_a_wish_to_be_called_does_not_hold_up_parting_where_calls_are_forbidden() -> None:
    decision = decide(fold(WANTS_A_CALL), i.Part(at=at(12), by=REP, thanks=True), SETTING)
    assert decision.accepted, decision.findings


def test_a_call_to_the_officer_is_a_breach_as_well() -> None:
    call = i.Call(at=at(3), by=REP, contact="ines", outcome="reached")
    assert [finding.rule for finding in judge(fold(READY), call, SETTING)] == ["breaks-the-no-contact-period"]


def test_an_answer_in_writing_is_acknowledged_in_writing() -> None:
    answered = (*ASKED, e.FeedbackGiven(at=at(5), by=CUSTOMER, answers=(Answer("fit", "right"),)))
    assert [step.do for step in next_steps(fold(answered), SETTING)] == ["acknowledge"]
    assert [step.do for step in next_steps(fold(read(answered)), SETTING)] == ["part"]
