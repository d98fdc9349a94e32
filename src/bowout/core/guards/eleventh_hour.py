"""It is brought up while they can still replace us, and if not, on the best path that is left (M4)."""

from collections.abc import Iterator

from bowout.core.guards.news import is_news, when_open
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    READY,
    REP,
    answered,
    at,
    example,
    read,
    with_entry,
)
from bowout.core.intents import Call, Consider, Intent, Message, Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _eleventh(state: WalkAway, intent: Consider | Call | Message | Part, setting: Setting) -> Iterator[Hit]:
    office, limit = setting.office, setting.playbook.eleventh_hour_days
    known_before = state.told_at is not None
    if known_before or not (isinstance(intent, Consider) or is_news(state, intent, setting)):
        return
    for entry in setting.deal.ahead(intent.at, "submission", "decision")[:1]:
        days = office.days_between(intent.at, entry.at, enough=limit + 1)
        if days > limit:
            return
        away = "today" if days == 0 else f"{days} working day{'s' * (days != 1)} away"
        yield Hit(
            f"Their {entry.title or entry.kind} is on {office.say(entry.at)}, {away}.",
            "block" if isinstance(intent, Part) else "warn",
            _best_path(intent, entry.kind, setting),
        )


def _best_path(intent: Intent, kind: str, setting: Setting) -> str:
    if setting.only_in_writing:
        return (
            "It is late, and there is a best path left: write to the procurement officer today, say openly that it is "
            "late, and ask whether a withdrawal helps or harms their procedure."
        )
    return (
        f"It is late, and there is a best path left: call {when_open(intent, setting)}, say openly that it is late "
        f"and that this is on us, ask whether they need us to see the {kind} through, and keep every appointment until "
        "they have answered."
    )


eleventh_hour = Guard(
    name="eleventh-hour",
    serves="M4",
    says="Brings it up when a submission or decision is almost there.",
    severity="block",
    against="respected",
    why="They can no longer replace us or correct what we misread, so it feels like being stood up.",
    instead="Call first, say openly that it is late, and keep every appointment until they have answered.",
    on=(Consider, Call, Message, Part),
    judge=_eleventh,
    bad=(
        example(
            "calls the day before the submission",
            READY,
            Call(at=at(3), by=REP, contact="claire", outcome="reached"),
            with_entry("submission", at(4, "12:00")),
        ),
        example(
            "parts the day before the decision, and never called",
            READY,
            Part(at=at(3), by=REP, thanks=True),
            with_entry("decision", at(4)),
        ),
    ),
    fine=(
        example(
            "calls two weeks before",
            READY,
            Call(at=at(3), by=REP, contact="claire", outcome="reached"),
            with_entry("submission", at(17)),
        ),
        example(
            "parts shortly before, having told them long ago",
            read(answered("right")),
            Part(at=at(12), by=REP, thanks=True),
            with_entry("decision", at(13)),
        ),
    ),
)

GUARDS = (eleventh_hour,)
