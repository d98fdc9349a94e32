"""Months later they say how it turned out, and some want to talk again."""

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.due import next_steps
from bowout.core.guards.stories import CUSTOMER, DEAL, PARTED, REP, at
from bowout.core.process import decide
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

SETTING = Setting(DEAL)
ASKED = (*PARTED, e.CheckedBack(at=at(10, month=7), by=REP, outcome=""))
TOLD = e.OutcomeTold(at=at(15, month=7), by=CUSTOMER, how="not-so-well", words="They left in May.")
AGAIN = e.InvitedBack(at=at(15, month=7), by=CUSTOMER)


def test_they_say_it_and_nothing_more_is_due() -> None:
    state = fold((*ASKED, TOLD))
    assert state.turned_out == TOLD
    assert next_steps(state, SETTING) == ()


def test_who_says_it_unasked_is_not_asked_any_more() -> None:
    state = fold((*PARTED, TOLD))
    assert (state.status, state.checked_at) == ("checked-back", TOLD.at)


def test_their_latest_word_stands() -> None:
    later = e.OutcomeTold(at=at(20, month=7), by=CUSTOMER, how="well")
    assert fold((*ASKED, TOLD, later)).turned_out == later


def test_who_wants_to_talk_again_is_called() -> None:
    (step,) = next_steps(fold((*ASKED, AGAIN)), SETTING)
    assert (step.do, step.due) == ("call", at(16, "18:00", month=7))
    assert "talk again" in step.why


def test_the_call_is_allowed_and_ends_it() -> None:
    state = fold((*ASKED, AGAIN))
    call = i.Call(at=at(16, "10:00", month=7), by=REP, contact="claire", outcome="reached")
    decision = decide(state, call, SETTING)
    assert decision.findings == ()
    assert next_steps(fold(decision.events, state), SETTING) == ()


def test_what_we_take_down_waits_for_no_call() -> None:
    """Who recorded the invitation has spoken to them."""
    assert next_steps(fold((*ASKED, e.InvitedBack(at=at(15, month=7), by=REP))), SETTING) == ()


def test_nobody_of_us_says_it_for_them() -> None:
    intent = i.TellOutcome(at=at(15, month=7), by=REP, how="well")
    assert not decide(fold(ASKED), intent, SETTING).accepted
