"""We ask how it turned out when we said that we would (M3.6)."""

from collections.abc import Iterator
from datetime import date, timedelta

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CUSTOMER,
    PARTED,
    REP,
    at,
    example,
)
from bowout.core.intents import CheckBack, Review
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_NEVER = (*PARTED, e.CheckBackSet(at=at(13), by=CUSTOMER, when="never"))
_IN_MAY = (*PARTED, e.CheckBackSet(at=at(13), by=CUSTOMER, when="contract-end", on=date(2026, 5, 4)))


def _forgotten(state: WalkAway, intent: CheckBack | Review, setting: Setting) -> Iterator[Hit]:
    if state.status != "parted" or state.check_back_on is None:
        return
    latest = state.check_back_on + timedelta(days=setting.playbook.check_back_grace_days)
    if setting.office.local(intent.at).date() > latest:
        yield Hit(f"The check-back was promised for {state.check_back_on:%-d %b %Y}.")


check_back_forgotten = Guard(
    name="check-back-forgotten",
    serves="M3.6",
    says="Lets the promised check-back pass.",
    severity="warn",
    against="open",
    why="Whoever asks months later how it turned out gets invited back; whoever forgets meant it as a phrase.",
    instead="Check back today, and say that you are later than you promised.",
    on=(CheckBack, Review),
    judge=_forgotten,
    bad=(
        example("nobody has checked back a month later", PARTED, Review(at=at(10, month=8), by=REP)),
        example("checks back two months late", PARTED, CheckBack(at=at(10, month=9), by=REP, outcome="Live")),
    ),
    fine=(
        example("checks back on the day", PARTED, CheckBack(at=at(10, month=7), by=REP, outcome="Live")),
        example("a week late is in time", PARTED, Review(at=at(17, month=7), by=CUSTOMER)),
    ),
)


def _unwanted(state: WalkAway, intent: CheckBack, setting: Setting) -> Iterator[Hit]:
    if state.status != "parted":
        return
    if state.check_back_on is None:
        yield Hit("They asked us not to come back to them.")
    elif state.check_back_when and setting.office.local(intent.at).date() < state.check_back_on:
        yield Hit(f"They asked us to come back on {state.check_back_on:%-d %b %Y}.", "warn", "Wait until that day.")


check_back_unwanted = Guard(
    name="check-back-unwanted",
    serves="M3.6",
    says="Comes back to them though they asked us not to, or not yet.",
    severity="block",
    against="respected",
    why="When we may come back is theirs to say. Whoever asks all the same was only waiting for a chance to sell.",
    instead="Leave them be: the door is open from their side. If they have come back to us, log that.",
    on=(CheckBack,),
    judge=_unwanted,
    bad=(
        example("they said never", _NEVER, CheckBack(at=at(10, month=7), by=REP, outcome="Live")),
        example("before the day that they named", _IN_MAY, CheckBack(at=at(10, month=4), by=REP, outcome="Live")),
    ),
    fine=(
        example("on the day that they named", _IN_MAY, CheckBack(at=at(4, month=5), by=REP, outcome="Live")),
        example("on the day that we had promised", PARTED, CheckBack(at=at(10, month=7), by=REP, outcome="Live")),
    ),
)

GUARDS = (check_back_forgotten, check_back_unwanted)
