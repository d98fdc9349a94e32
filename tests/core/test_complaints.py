"""While a complaint is open, the routine rests (M10)."""

import pytest

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards.stories import BOSS, CUSTOMER, EXPLAINED, MANAGER, REP, at
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
