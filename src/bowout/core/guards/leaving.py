"""We leave with thanks, and only where we may (M3.5, M6)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    BOUND,
    CONSIDERED,
    EXPLAINED,
    FIT,
    MANAGER,
    REP,
    answered,
    at,
    bound,
    consider,
    example,
    part,
    read,
)
from bowout.core.intents import AskFeedback, Confirm, Consider, Part
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
    if not deal.bid_is_in(today):
        return
    if deal.withdraw_until and deal.bid_may_go(today):
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


def _bid_in(state: WalkAway, intent: Consider | Confirm, setting: Setting) -> Iterator[Hit]:
    deal, today = setting.deal, setting.office.local(intent.at).date()
    if not deal.bid_is_in(today):
        return
    if deal.withdraw_until and deal.bid_may_go(today):
        yield Hit(f"Our bid is in, and may be withdrawn until {deal.withdraw_until:%-d %b %Y}.", instead=_BEFORE)
    else:
        yield Hit("Our bid is in and binds us.")


_BEFORE = "Tell them today, so that they are told, asked and heard before that day; and look up how it is withdrawn."


doubts_with_a_bid_in = Guard(
    name="doubts-with-a-bid-in",
    serves="M6",
    says="Sets out to leave while a submitted bid is in.",
    severity="warn",
    against="open",
    why="A bid is a promise with dates of its own. Whoever sees them only at the end can neither keep nor withdraw it.",
    instead="Ask counsel what binds us, before anybody is told; leaving may not be ours to declare.",
    on=(Consider, Confirm),
    judge=_bid_in,
    bad=(
        example("confirms with a binding bid", CONSIDERED, Confirm(at=at(2), by=MANAGER), BOUND),
        example("doubts while it may be withdrawn", (), consider(FIT), bound(withdraw=11, binding=30)),
    ),
    fine=(
        example("no bid is in", CONSIDERED, Confirm(at=at(2), by=MANAGER)),
        example("it binds us no longer", CONSIDERED, Confirm(at=at(12), by=MANAGER), bound(withdraw=5, binding=11)),
    ),
)

GUARDS = (
    doubts_with_a_bid_in,
    parts_without_thanks,
    walks_from_a_binding_bid,
)
