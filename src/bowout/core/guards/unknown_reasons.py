"""What is answered or discussed is a reason that was given (M3.4)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    CUSTOMER,
    READY,
    REP,
    TOLD,
    at,
    example,
)
from bowout.core.intents import Consider, Feedback, HoldTalk
from bowout.core.reasons import Answer, ReasonKind
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _unknown(state: WalkAway, intent: Feedback | HoldTalk | Consider, setting: Setting) -> Iterator[Hit]:
    given = {reason.kind for reason in state.reasons}
    for kind in _named(intent):
        if kind not in given:
            yield Hit(f"{kind} is not among the reasons: {', '.join(sorted(given)) or 'none'}.")


def _named(intent: Feedback | HoldTalk | Consider) -> tuple[ReasonKind, ...]:
    if isinstance(intent, Feedback):
        return tuple(answer.kind for answer in intent.answers)
    return intent.dropped if isinstance(intent, Consider) else intent.reasons


answers_an_unknown_reason = Guard(
    name="answers-an-unknown-reason",
    serves="M3.4",
    says="Names a reason that this walk-away does not have.",
    severity="block",
    why="An answer must land on what they were told, or it is lost.",
    instead="Name one of the reasons given, or add the reason first. If it was said all the same, log it and say why.",
    on=(Feedback, HoldTalk, Consider),
    judge=_unknown,
    bad=(
        example("answers on budget", ASKED, Feedback(at=at(5), by=CUSTOMER, answers=(Answer("budget", "right"),))),
        example("discusses capacity", TOLD, HoldTalk(at=at(4), by=REP, reasons=("capacity",))),
        example("drops capacity", TOLD, Consider(at=at(4), by=REP, reasons=(), dropped=("capacity",))),
    ),
    fine=(
        example("answers on fit", ASKED, Feedback(at=at(5), by=CUSTOMER, answers=(Answer("fit", "right"),))),
        example("discusses all there are", READY, HoldTalk(at=at(4), by=REP)),
    ),
)

GUARDS = (answers_an_unknown_reason,)
