"""No bluffing: we stay only because something changed, and say what (M9)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    READY,
    REP,
    TOLD,
    answered,
    at,
    example,
    read,
)
from bowout.core.intents import Stay, TakeBack
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _bluffs(state: WalkAway, intent: TakeBack | Stay, setting: Setting) -> Iterator[Hit]:
    if state.told_at is not None and not state.corrected and not state.conceded:
        yield Hit("They were told, and the log shows no answer of theirs that corrects or changes a reason.")


taken_back_though_nothing_changed = Guard(
    name="taken-back-though-nothing-changed",
    serves="M9",
    says="Stays after all, although nothing changed since they were told.",
    severity="block",
    against="open",
    why="From then on they know that our leaving is a move, and so does everybody they talk to.",
    instead="If they corrected us or changed something, record their answer first. If not, do what you said.",
    on=(TakeBack, Stay),
    judge=_bluffs,
    bad=(
        example("takes it back the next day", TOLD, TakeBack(at=at(4), by=REP)),
        example(
            "stays although they confirmed",
            read(answered("right")),
            Stay(at=at(9), by=REP, changed="New quarter"),
        ),
    ),
    fine=(
        example("drops the idea before anybody was told", READY, TakeBack(at=at(2), by=REP)),
        example(
            "stays because we misread",
            read(answered("misread")),
            Stay(at=at(9), by=REP, changed="Wifi is there"),
        ),
    ),
)


def _says_nothing(state: WalkAway, intent: Stay, setting: Setting) -> Iterator[Hit]:
    if not intent.changed.strip():
        yield Hit("Nothing says what changed.")


stays_without_saying_what_changed = Guard(
    name="stays-without-saying-what-changed",
    serves="M3.5",
    says="Stays and does not record what changed.",
    severity="block",
    why="The next doubt will be the same one, and they will have to answer it again.",
    instead="Write in a line what they corrected or changed.",
    on=(Stay,),
    judge=_says_nothing,
    bad=(
        example("an empty word", read(answered("misread")), Stay(at=at(9), by=REP, changed="")),
        example("only blanks", read(answered("can-change")), Stay(at=at(9), by=REP, changed="  ")),
    ),
    fine=(
        example("a line", read(answered("misread")), Stay(at=at(9), by=REP, changed="All depots have wifi.")),
        example(
            "what they will change",
            read(answered("can-change")),
            Stay(at=at(9), by=REP, changed="Wifi by May."),
        ),
    ),
)

GUARDS = (
    taken_back_though_nothing_changed,
    stays_without_saying_what_changed,
)
