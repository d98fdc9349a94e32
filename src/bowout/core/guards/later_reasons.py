"""They answer the reasons that they were told, and get no other ones for it (M3.3)."""

from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import BUDGET, CONSIDERED, DEAL, FIT, TOLD, answered, consider, example, read
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


def _dropped_unheard(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    if state.told_at is None:
        return
    for kind in intent.dropped:
        yield Hit(f"They were told {kind} as a reason, and will go on thinking that it is one.")


drops_a_reason_they_were_told = Guard(
    name="drops-a-reason-they-were-told",
    serves="M3.4",
    says="Drops a reason that the customer knows of.",
    severity="advise",
    why="They may be at work on it: asking colleagues, looking for money, planning a change.",
    instead="Tell them that it no longer counts, and thank them if it was they who put it right.",
    on=(Consider,),
    judge=_dropped_unheard,
    bad=(
        example("drops it after the call", TOLD, replace(consider(BUDGET), dropped=("fit",))),
        example("drops it after their correction", read(answered("misread")), replace(consider(), dropped=("fit",))),
    ),
    fine=(
        example("drops it before anybody called", CONSIDERED, replace(consider(BUDGET), dropped=("fit",))),
        example("sharpens it", TOLD, consider(FIT)),
    ),
)

GUARDS = (adds_a_reason_after_telling, drops_a_reason_they_were_told)
