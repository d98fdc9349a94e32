"""An angry customer is heard before anything goes on (M10)."""

from collections.abc import Iterator

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CUSTOMER,
    MANAGER,
    REP,
    TENDER,
    TOLD,
    answered,
    at,
    call,
    example,
    read,
)
from bowout.core.intents import (
    ALL,
    Acknowledge,
    BookTalk,
    Call,
    Complain,
    Feedback,
    HoldTalk,
    Intent,
    Message,
    Part,
    Review,
    SendBack,
)
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_ROUTINE = tuple(kind for kind in ALL if kind not in (Complain, Feedback, SendBack, Review))


def _angry(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if _mends(intent, setting) or intent.by.role == "customer" or _before(state, intent):
        return
    if state.mangled:
        yield Hit(
            f"They have complained, and no {setting.mender} has said sorry yet.",
            instead=_IN_WRITING if setting.only_in_writing else "",
        )


def _mends(intent: Intent, setting: Setting) -> bool:
    return setting.may_mend(intent.by) and isinstance(intent, (Call, Message, BookTalk, HoldTalk, Acknowledge))


def _before(state: WalkAway, intent: Intent) -> bool:
    return state.complained_at is not None and intent.at < state.complained_at


_IN_WRITING = "Leave it to an executive: a letter to the procurement officer that says sorry without excuses."


carries_on_over_a_complaint = Guard(
    name="carries-on-over-a-complaint",
    serves="M10",
    says="Goes on with the routine although the customer has complained.",
    severity="block",
    against="respected",
    why="An angry customer who gets the next step of a process hears that nobody listened.",
    instead="Leave it to an executive: call, listen, say sorry without excuses. Then go on, or do not.",
    on=_ROUTINE,
    judge=_angry,
    bad=(
        example("the rep calls again", (*TOLD, e.Complained(at=at(3), by=CUSTOMER, text="Outrageous.")), call()),
        example(
            "the manager parts",
            (*read(answered("right")), e.Complained(at=at(9), by=CUSTOMER, text="Outrageous.")),
            Part(at=at(12), by=MANAGER, thanks=True),
        ),
    ),
    fine=(
        example("nobody complained", TOLD, Call(at=at(4), by=REP, contact="claire", outcome="reached")),
        example("parts in peace", read(answered("right")), Part(at=at(12), by=MANAGER, thanks=True), TENDER),
    ),
)

GUARDS = (carries_on_over_a_complaint,)
