"""When they hear it: soon, in their office hours, and not on the doorstep of a meeting (M3.1, M4, M6)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec.structs import replace

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    DEAL,
    READY,
    REP,
    TENDER,
    TOLD,
    answered,
    at,
    example,
    read,
    with_entry,
)
from bowout.core.guards.telling import announces
from bowout.core.intents import INSTANT, BookTalk, Call, Consider, HoldTalk, Intent, Message, Part, Review
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _is_news(state: WalkAway, intent: Intent, setting: Setting) -> bool:
    """True when the customer may learn from this that we are leaving or may leave."""
    if isinstance(intent, Call):
        return state.untold and not state.mangled
    if isinstance(intent, Message):
        return state.untold and (announces(intent.text) or (setting.only_in_writing and not state.mangled))
    return isinstance(intent, Part)


def _springs(state: WalkAway, intent: Call | Message | Part, setting: Setting) -> Iterator[Hit]:
    office = setting.office
    if not _is_news(state, intent, setting):
        return
    for entry in setting.deal.after(intent.at, "meeting", "demo")[:1]:
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
            else f"Call {_when_open(intent, setting)}, not later, and offer to keep the {entry.kind} as it is.",
        )


def _when_open(intent: Intent, setting: Setting) -> str:
    opening = setting.office.next_open(intent.at)
    return "now" if opening == intent.at else f"at {setting.office.say(opening)}, when they open"


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


def _eleventh(state: WalkAway, intent: Consider | Call | Message | Part, setting: Setting) -> Iterator[Hit]:
    office, limit = setting.office, setting.playbook.eleventh_hour_days
    known_before = state.told_at is not None
    if known_before or not (isinstance(intent, Consider) or _is_news(state, intent, setting)):
        return
    for entry in setting.deal.after(intent.at, "submission", "decision")[:1]:
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
        f"It is late, and there is a best path left: call {_when_open(intent, setting)}, say openly that it is late "
        f"and that this is on us, ask whether they need us to see the {kind} through, and keep every appointment until "
        "they have answered."
    )


eleventh_hour = Guard(
    name="eleventh-hour",
    serves="M4",
    says="Brings it up when a submission or decision is almost there.",
    severity="block",
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


def _indecent(state: WalkAway, intent: Call | Message | BookTalk | HoldTalk, setting: Setting) -> Iterator[Hit]:
    office = setting.office
    if isinstance(intent, Message) and intent.channel not in INSTANT:
        return
    moment = intent.talk_at if isinstance(intent, BookTalk) else intent.at
    if why_not := office.why_not_now(moment):
        yield Hit(
            f"{office.say(moment)}: {why_not}.",
            "warn" if isinstance(intent, BookTalk) or _agreed(state, intent, setting) else "block",
            _not_before(state, intent, moment, setting),
        )


def _agreed(state: WalkAway, intent: Intent, setting: Setting) -> bool:
    """True for a talk on the day that they agreed on: they chose to talk then."""
    if not isinstance(intent, HoldTalk) or state.talk_at is None:
        return False
    return setting.office.local(state.talk_at).date() == setting.office.local(intent.at).date()


def _not_before(state: WalkAway, intent: Intent, moment: datetime, setting: Setting) -> str:
    """The next decent hour, unless that would spring it before a meeting."""
    opening = setting.office.next_open(moment)
    sprung = _springs(state, replace(intent, at=opening), setting) if isinstance(intent, (Call, Message)) else ()
    blocked = (hit.instead for hit in sprung if hit.severity == "block")
    return next(blocked, f"Wait until {setting.office.say(opening)}.")


calls_at_an_indecent_hour = Guard(
    name="calls-at-an-indecent-hour",
    serves="M6",
    says="Calls, texts or talks at night, early, late, or on a day off where the customer is.",
    severity="block",
    why="News like this at night or on a holiday says that our comfort came before their peace.",
    instead="Wait until their office opens.",
    on=(Call, Message, BookTalk, HoldTalk),
    judge=_indecent,
    bad=(
        example(
            "a voicemail at midnight",
            READY,
            Call(at=at(3, "23:55"), by=REP, contact="claire", outcome="voicemail"),
        ),
        example(
            "a call on Easter Monday",
            READY,
            Call(at=at(6, "10:00", month=4), by=REP, contact="claire", outcome="reached"),
        ),
        example("a talk on Sunday", TOLD, HoldTalk(at=at(8), by=REP)),
    ),
    fine=(
        example("a call at ten", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
        example(
            "an e-mail at night, read in the morning",
            TOLD,
            Message(at=at(3, "23:00"), by=REP, channel="email", contact="claire", text="The agenda for our talk."),
        ),
        example("a talk at five in the afternoon", TOLD, HoldTalk(at=at(4, "17:00"), by=REP)),
    ),
)


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


def _zone_unknown(state: WalkAway, intent: Call, setting: Setting) -> Iterator[Hit]:
    if not setting.deal.zone_known:
        yield Hit(f"Nobody has recorded where the customer is, so their hours are judged by {setting.deal.zone}.")


guesses_their_clock = Guard(
    name="guesses-their-clock",
    serves="M6",
    says="Calls without knowing what time it is where the customer is.",
    severity="advise",
    why="Ten in the morning here may be the middle of their night.",
    instead="Record the account's country and time zone.",
    on=(Call,),
    judge=_zone_unknown,
    bad=(
        example(
            "calls an account without a zone",
            READY,
            Call(at=at(3), by=REP, contact="claire", outcome="reached"),
            replace(DEAL, zone_known=False),
        ),
        example(
            "calls again without a zone",
            ASKED,
            Call(at=at(5), by=REP, contact="claire", outcome="no-answer"),
            replace(DEAL, zone_known=False),
        ),
    ),
    fine=(
        example("knows that they are in Paris", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
        example(
            "a tender's zone is known too",
            TOLD,
            Call(at=at(4), by=REP, contact="claire", outcome="reached"),
            TENDER,
        ),
    ),
)

GUARDS = (
    springs_it_before_a_meeting,
    eleventh_hour,
    calls_at_an_indecent_hour,
    raised_late,
    guesses_their_clock,
)
