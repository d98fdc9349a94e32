"""Nobody hears it on the doorstep of a meeting or a demo (M4, M6)."""

from collections.abc import Iterator
from datetime import timedelta

from bowout.core.guards.news import is_news, when_open
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    READY,
    REP,
    TOLD,
    at,
    example,
    with_entry,
)
from bowout.core.intents import Call, Message, Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _springs(state: WalkAway, intent: Call | Message | Part, setting: Setting) -> Iterator[Hit]:
    office = setting.office
    if not is_news(state, intent, setting):
        return
    for entry in setting.deal.ahead(intent.at, "meeting", "demo")[:1]:
        limit = setting.notice
        notice = office.working_time(intent.at, entry.at, enough=limit)
        if notice >= limit:
            return
        grave = notice < setting.no_notice
        yield Hit(
            f"{entry.title or entry.kind.capitalize()} is on {office.say(entry.at)}, "
            f"{_hours(notice)} of office time away.",
            "block" if grave else "warn",
            f"Keep the {entry.kind}: go, do it well, and ask there for a call the day after."
            if grave
            else f"Call {when_open(intent, setting)}, not later, and offer to keep the {entry.kind} as it is.",
        )


def _hours(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} minute{'s' * (minutes != 1)}"
    return f"{minutes / 60:.1f} hours".replace(".0 ", " ")


springs_it_before_a_meeting = Guard(
    name="springs-it-before-a-meeting",
    serves="M4",
    says="Tells them shortly before a meeting or a demo.",
    severity="block",
    against="respected",
    why="They have prepared, invited colleagues and cannot turn it round; it reads as contempt for their time.",
    instead="Keep the appointment, and call afterwards.",
    on=(Call, Message, Part),
    judge=_springs,
    bad=(
        example(
            "calls five minutes before the demo",
            READY,
            Call(at=at(3, "09:55"), by=REP, contact="claire", outcome="reached"),
            with_entry("demo", at(3), "Depot demo"),
        ),
        example(
            "calls in the very minute in which the meeting starts",
            READY,
            Call(at=at(3), by=REP, contact="claire", outcome="reached"),
            with_entry("meeting", at(3)),
        ),
        example(
            "calls at the end of the day before a morning meeting",
            READY,
            Call(at=at(3, "17:00"), by=REP, contact="claire", outcome="reached"),
            with_entry("meeting", at(4, "09:30")),
        ),
    ),
    fine=(
        example(
            "calls three days before",
            READY,
            Call(at=at(3), by=REP, contact="claire", outcome="reached"),
            with_entry("demo", at(6)),
        ),
        example(
            "confirms the meeting itself once they know",
            TOLD,
            Call(at=at(4, "09:00"), by=REP, contact="claire", outcome="reached"),
            with_entry("meeting", at(4)),
        ),
    ),
)

GUARDS = (springs_it_before_a_meeting,)
