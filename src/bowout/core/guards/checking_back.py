"""We ask how it turned out when we said that we would (M3.6)."""

from collections.abc import Iterator
from datetime import timedelta

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

GUARDS = (check_back_forgotten,)
