"""A mail that came back has told and asked nobody: silence is no answer to what never arrived."""

from bowout.core import events as e
from bowout.core.due import next_steps
from bowout.core.guards.stories import ASKED, CUSTOMER, DEAL, TENDER, answered, at, part
from bowout.core.process import decide
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

SETTING = Setting(DEAL)
BACK = e.CameBack(at=at(4, "15:05"), by=CUSTOMER, what="asked")


def test_who_did_not_get_the_question_is_asked_again() -> None:
    state = fold((*ASKED, BACK))
    assert (state.status, state.asked_at, state.window_until) == ("explained", None, None)
    (step,) = next_steps(state, SETTING)
    assert step.do == "ask-feedback"


def test_nobody_parts_on_a_silence_that_is_none() -> None:
    decision = decide(fold((*ASKED, BACK)), part(12), SETTING)
    assert not decision.accepted
    assert "parts-without-having-asked" in {finding.rule for finding in decision.findings}


def test_what_they_have_answered_stays_answered() -> None:
    before = fold(answered("right"))
    assert fold((BACK,), before).status == "answered"
    assert fold((BACK,), before).asked_at == before.asked_at


def test_who_was_to_be_told_in_writing_is_not_told() -> None:
    told = e.Told(at=at(3), by=CUSTOMER, contact="ines")
    state = fold((*ASKED[:3], told, e.CameBack(at=at(3, "10:01"), by=CUSTOMER, what="told")))
    assert (state.status, state.told_at) == ("considering", None)
    (step,) = next_steps(state, Setting(TENDER))
    assert step.do == "message"


def test_another_mail_changes_nothing() -> None:
    other = e.CameBack(at=at(5), by=CUSTOMER, what="other")
    assert fold((*ASKED, other)).window_until == fold(ASKED).window_until
