"""In a tender's no-contact period nothing that we say or do leads to a call (M6)."""

import re

import pytest
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.deal import Deal
from bowout.core.due import next_steps
from bowout.core.guards.stories import ASKED, BOSS, CONSIDERED, CUSTOMER, DEAL, READY, REP, TENDER, TOLD, at, read
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


FURIOUS = (*TOLD, e.Complained(at=at(4), by=CUSTOMER, text="Outrageous."))
APOLOGY = i.Message(
    at=at(4, "11:00"), by=BOSS, channel="portal", contact="ines", text="I am sorry. You should have heard it earlier."
)


def mended(intent: i.Intent, deal: Deal = TENDER, past: tuple[e.Event, ...] = FURIOUS) -> bool:
    decision = decide(fold(past), intent, Setting(deal))
    assert decision.accepted, decision.findings
    return not fold((*past, *decision.events)).mangled


def test_an_executives_apology_in_writing_to_the_officer_closes_a_complaint() -> None:
    assert decide(fold(FURIOUS), APOLOGY, SETTING).findings == ()
    assert mended(APOLOGY)
    assert mended(replace(APOLOGY, at=at(4)))


@pytest.mark.parametrize(
    "other",
    [
        replace(APOLOGY, by=REP),
        replace(APOLOGY, contact="claire"),
        replace(APOLOGY, channel="sms"),
        replace(APOLOGY, text=" "),
        replace(APOLOGY, at=at(3, "17:00")),
    ],
    ids=["the rep", "to the champion", "a text", "nothing written", "before they complained"],
)
def test_no_other_writing_closes_it(other: i.Message) -> None:
    assert not mended(replace(other, override="It was sent."))


def test_where_calls_are_allowed_sorry_is_said_on_the_phone() -> None:
    assert not mended(APOLOGY, DEAL)
    assert mended(i.Call(at=at(4, "11:00"), by=BOSS, contact="claire", outcome="reached"), DEAL)


def test_a_call_that_was_made_all_the_same_closes_it_and_stays_a_breach() -> None:
    call = i.Call(at=at(4, "11:00"), by=BOSS, contact="ines", outcome="reached")
    decision = decide(fold(FURIOUS), call, SETTING)
    assert [finding.rule for finding in decision.findings] == ["breaks-the-no-contact-period"]
    assert mended(replace(call, override="They rang us."))


def test_a_letter_that_says_sorry_is_not_the_one_that_tells_them() -> None:
    furious = (*READY, e.Complained(at=at(3), by=CUSTOMER, text="I hear that you leave?"))
    kinds = [event.kind for event in decide(fold(furious), APOLOGY, SETTING).events]
    assert kinds == ["messaged"]


def test_nobody_is_sent_to_the_phone_to_mend_a_complaint() -> None:
    (step,) = next_steps(fold(FURIOUS), SETTING)
    assert (step.do, step.by) == ("recover", "executive")
    assert not SPEAKS.search(step.why)
    assert "in writing" in step.why
    for finding in judge(fold(FURIOUS), i.Part(at=at(12), by=REP, thanks=True), SETTING):
        assert not SPEAKS.search(finding.instead), finding
