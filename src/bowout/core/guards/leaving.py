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
    bound,
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


_WITHDRAW = "Withdraw it in the form that the procedure asks for, have them confirm it, and part after that."


def _binding(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    deal, today = setting.deal, setting.office.local(intent.at).date()
    if not deal.submitted or (deal.binding_until and deal.binding_until < today):
        return
    if deal.withdraw_until and today <= deal.withdraw_until:
        hour = ", which is today: look up the hour first" if today == deal.withdraw_until else ""
        yield Hit(f"Our bid is in. It may be withdrawn until {deal.withdraw_until:%-d %b %Y}{hour}.", "warn", _WITHDRAW)
        return
    until = f" until {deal.binding_until:%-d %b %Y}" if deal.binding_until else ""
    yield Hit(f"Our bid is submitted and binds us{until}; leaving is not ours to declare.")


walks_from_a_binding_bid = Guard(
    name="walks-from-a-binding-bid",
    serves="M6",
    says="Leaves although a submitted bid binds us.",
    severity="block",
    against="open",
    why="They have counted on the bid; breaking it can cost them the procedure and us a penalty.",
    instead="Ask counsel first. Then ask them in writing whether they release us, and stand by the bid until they do.",
    on=(Part,),
    judge=_binding,
    bad=(
        example("parts after submitting", read(answered("right")), part(12), BOUND),
        example("parts after silence, with a bid in", ASKED, part(12), BOUND),
        example("parts when a bid can no longer be withdrawn", ASKED, part(12), bound(withdraw=11, binding=30)),
        example("parts on the last day of withdrawing, without having withdrawn", ASKED, part(12), bound(withdraw=12)),
    ),
    fine=(
        example("parts before any bid", read(answered("right")), part(12)),
        example("parts once the bid binds us no longer", ASKED, part(12), bound(withdraw=5, binding=11)),
        example("asks for their view with a bid in", EXPLAINED, AskFeedback(at=at(4, "15:00"), by=REP), BOUND),
    ),
)

GUARDS = (
    parts_without_thanks,
    walks_from_a_binding_bid,
)
