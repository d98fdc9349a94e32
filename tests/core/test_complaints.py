"""While a complaint is open, the routine rests (M10)."""

import pytest
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.due import next_steps
from bowout.core.guards.stories import BOSS, CUSTOMER, DEAL, EXPLAINED, MANAGER, REP, at
from bowout.core.process import decide
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from tests.core.telling import found

RULE = "carries-on-over-a-complaint"
ANGRY = (*EXPLAINED, e.Complained(at=at(5), by=CUSTOMER, text="Outrageous."))
LATER = {"at": at(5, "11:00"), "by": REP}


@pytest.mark.parametrize(
    "intent",
    [
        i.AskFeedback(**LATER),
        i.BookTalk(talk_at=at(6), **LATER),
        i.HoldTalk(**LATER),
        i.Stay(changed="Wifi.", **LATER),
        i.Acknowledge(text="Read.", **LATER),
        i.Part(thanks=True, at=at(5, "11:00"), by=BOSS),
    ],
    ids=lambda intent: type(intent).__name__,
)
def test_no_step_of_the_routine_goes_on_over_a_complaint(intent: i.Intent) -> None:
    assert [finding.overridable for finding in found(RULE, ANGRY, intent)] == [True]


@pytest.mark.parametrize(
    "intent",
    [
        i.Complain(text="Still.", **LATER),
        i.Feedback(words="They are furious.", **LATER),
        i.SendBack(words="Not now.", at=at(5, "11:00"), by=MANAGER),
        i.Acknowledge(text="I am sorry.", at=at(5, "11:00"), by=BOSS),
        i.HoldTalk(at=at(4, "16:00"), by=REP),
    ],
    ids=lambda intent: type(intent).__name__,
)
def test_what_hears_or_mends_it_or_came_before_it_is_free(intent: i.Intent) -> None:
    assert found(RULE, ANGRY, intent) == []


def mended(by: Actor, setting: Setting, contact: str = "claire") -> bool:
    state = fold(ANGRY)
    call = i.Call(at=at(5, "11:00"), by=by, contact=contact, outcome="reached", override="They rang us.")
    return not fold(decide(state, call, setting).events, state).mangled


def test_an_executive_who_has_spoken_with_them_mends_it_and_nobody_else() -> None:
    assert mended(BOSS, Setting(DEAL))
    assert not mended(MANAGER, Setting(DEAL))
    assert not mended(REP, Setting(DEAL))


def test_who_reaches_only_the_assistant_has_said_sorry_to_nobody() -> None:
    assert not mended(BOSS, Setting(DEAL), contact="hugo")


def test_who_reaches_somebody_whom_the_deal_does_not_name_has_said_sorry_to_nobody() -> None:
    assert not mended(BOSS, Setting(DEAL), contact="")
    assert mended(BOSS, Setting(replace(DEAL, contacts=())), contact="")


def test_in_a_team_without_an_executive_the_manager_mends_it() -> None:
    alone = Setting(DEAL, mender="manager")
    assert mended(MANAGER, alone)
    assert not mended(REP, alone)
    (step,) = next_steps(fold(ANGRY), alone)
    assert (step.do, step.by) == ("recover", "manager")
    assert decide(fold(ANGRY), i.Call(at=at(5), by=MANAGER, contact="claire", outcome="reached"), alone).findings == ()
