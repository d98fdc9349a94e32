"""We leave with thanks, and only where we may (M3.5, M6)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    BOUND,
    EXPLAINED,
    REP,
    answered,
    at,
    example,
    part,
    read,
)
from bowout.core.intents import AskFeedback, Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _no_thanks(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if not intent.thanks:
        yield Hit("Nobody has thanked them for their time.")


parts_without_thanks = Guard(
    name="parts-without-thanks",
    serves="M3.5",
    says="Leaves without a word of thanks.",
    severity="block",
    against="respected",
    why="The last thing they hear from us is what they remember of us.",
    instead="Thank them for their time and for what they told you, by name.",
    on=(Part,),
    judge=_no_thanks,
    bad=(
        example("parts without thanks", read(answered("right")), part(12, thanks=False)),
        example("parts after silence, without thanks", ASKED, part(12, thanks=False)),
    ),
    fine=(
        example("parts with thanks", read(answered("right")), part(12)),
        example("thanks them after silence too", ASKED, part(12)),
    ),
)


def _binding(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if setting.deal.submitted:
        yield Hit("Our bid is submitted and binds us; leaving is not ours to declare.")


walks_from_a_binding_bid = Guard(
    name="walks-from-a-binding-bid",
    serves="M6",
    says="Leaves although a submitted bid binds us.",
    severity="block",
    against="open",
    why="They have counted on the bid; breaking it can cost them the procedure and us a penalty.",
    instead="Ask them in writing whether they release us, and stand by the bid until they do.",
    on=(Part,),
    judge=_binding,
    bad=(
        example("parts after submitting", read(answered("right")), part(12), BOUND),
        example("parts after silence, with a bid in", ASKED, part(12), BOUND),
    ),
    fine=(
        example("parts before any bid", read(answered("right")), part(12)),
        example("asks for their view with a bid in", EXPLAINED, AskFeedback(at=at(4, "15:00"), by=REP), BOUND),
    ),
)

GUARDS = (
    parts_without_thanks,
    walks_from_a_binding_bid,
)
