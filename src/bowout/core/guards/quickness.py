"""They hear of the doubt soon after it was recorded (M3.1)."""

from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    READY,
    REP,
    at,
    example,
)
from bowout.core.intents import Call, Message, Review
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _late(state: WalkAway, intent: Call | Message | Review, setting: Setting) -> Iterator[Hit]:
    if state.considered_at is None or state.told_at is not None or state.status != "considering":
        return
    if isinstance(intent, Call) and intent.outcome != "reached":
        return
    due = setting.office.add_days(state.considered_at, setting.playbook.quickly_days)
    if intent.at > due:
        office = setting.office
        since = office.say(state.considered_at)
        yield Hit(
            f"The doubt was recorded on {since}; they should have heard by {office.say(due)}.",
            instead=_WRITE_AT_ONCE if setting.only_in_writing else "",
        )


_WRITE_AT_ONCE = "Write to the procurement officer at once, and say since when you have had the doubt."


raised_late = Guard(
    name="raised-late",
    serves="M3.1",
    says="Sits on the doubt for longer than the playbook allows.",
    severity="warn",
    against="respected",
    why="Every day that we knew and they did not is a day they planned with us; they will ask since when.",
    instead="Call at once, and say since when you have had the doubt. Do not explain the delay away.",
    on=(Call, Message, Review),
    judge=_late,
    bad=(
        example("tells them a week later", READY, Call(at=at(9), by=REP, contact="claire", outcome="reached")),
        example("still nobody told after four days", READY, Review(at=at(6), by=REP)),
    ),
    fine=(
        example("tells them the next day", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
        example(
            "a weekend is no delay",
            tuple(replace(event, at=at(6)) for event in READY),
            Call(at=at(10), by=REP, contact="claire", outcome="reached"),
        ),
    ),
)

GUARDS = (raised_late,)
