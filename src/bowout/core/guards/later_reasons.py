"""They answer the reasons that they were told, and get no other ones for it (M3.3)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import BUDGET, CONSIDERED, DEAL, FIT, TOLD, consider, example
from bowout.core.intents import Consider
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _new_after_telling(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    if state.told_at is None:
        return
    for reason in intent.reasons:
        if state.reason(reason.kind) is None:
            yield Hit(f"They have been told, and {reason.kind} was not among the reasons.")


adds_a_reason_after_telling = Guard(
    name="adds-a-reason-after-telling",
    serves="M3.3",
    says="Brings up a new reason after the customer was told the others.",
    severity="warn",
    against="consulted",
    why="They answer one reason and get another: it looks like a verdict in search of grounds.",
    instead="Say openly that you have found another one and ask about it too, or leave it.",
    on=(Consider,),
    judge=_new_after_telling,
    bad=(
        example("adds budget after the call", TOLD, consider(BUDGET)),
        example("adds budget beside the reason they know", TOLD, consider(FIT, BUDGET)),
    ),
    fine=(
        example("sharpens the reason they know", TOLD, consider(FIT)),
        example("adds budget before anybody called", CONSIDERED, consider(BUDGET), DEAL),
    ),
)

GUARDS = (adds_a_reason_after_telling,)
