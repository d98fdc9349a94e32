"""They are called, and talked with, in the hours of their own working day (M6)."""

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from bowout.core.guards.eleventh_hour import eleventh_hour
from bowout.core.guards.meetings import springs_it_before_a_meeting
from bowout.core.guards.news import is_news
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    DEAL,
    READY,
    REP,
    TENDER,
    TOLD,
    at,
    example,
)
from bowout.core.hours import Office
from bowout.core.intents import INSTANT, BookTalk, Call, HoldTalk, Intent, Message
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _indecent(state: WalkAway, intent: Call | Message | BookTalk | HoldTalk, setting: Setting) -> Iterator[Hit]:
    office = setting.office_of(_whom(state, intent))
    if isinstance(intent, Message) and intent.channel not in INSTANT:
        return
    moment = _moment(intent)
    if why_not := office.why_not_now(moment):
        yield Hit(
            f"{office.say(moment)}: {why_not}.",
            "warn" if isinstance(intent, BookTalk) or _agreed(state, intent, office) else "block",
            _not_before(state, intent, office, setting),
        )


def _whom(state: WalkAway, intent: Call | Message | BookTalk | HoldTalk) -> str:
    """Whose clock counts: a talk is with the one who was told."""
    return intent.contact if isinstance(intent, (Call, Message)) else state.told_to


def _moment(intent: Call | Message | BookTalk | HoldTalk) -> datetime:
    return intent.talk_at if isinstance(intent, BookTalk) else intent.at


def _agreed(state: WalkAway, intent: Intent, office: Office) -> bool:
    """True for a talk on the day that they agreed on: they chose to talk then."""
    if not isinstance(intent, HoldTalk) or state.talk_at is None:
        return False
    return office.local(state.talk_at).date() == office.local(intent.at).date()


def _not_before(state: WalkAway, intent: Call | Message | BookTalk | HoldTalk, office: Office, setting: Setting) -> str:
    """The next decent hour, unless that would spring it before a meeting."""
    opening = office.next_open(_moment(intent))
    sprung = (
        springs_it_before_a_meeting.judge(state, replace(intent, at=opening), setting)
        if isinstance(intent, (Call, Message))
        else ()
    )
    blocked = (hit.instead for hit in sprung if hit.severity == "block")
    return next(blocked, f"Wait until {office.say(opening)}.")


calls_at_an_indecent_hour = Guard(
    name="calls-at-an-indecent-hour",
    serves="M6",
    says="Calls, texts or talks at night, early, late, or on a day off where the customer is.",
    severity="block",
    against="respected",
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


def _zone_unknown(state: WalkAway, intent: Call, setting: Setting) -> Iterator[Hit]:
    if not setting.knows_clock_of(intent.contact):
        yield Hit(f"Nobody has recorded where the customer is, so their hours are judged by {setting.deal.zone}.")


def _poor(state: WalkAway, intent: Call | HoldTalk | BookTalk, setting: Setting) -> Iterator[Hit]:
    office, moment = setting.office_of(_whom(state, intent)), _moment(intent)
    if office.why_not_now(moment) or _agreed(state, intent, office):
        return
    if any(eleventh_hour.judge(state, intent, setting)):
        return  # Then every hour is better than the next.
    if office.at_lunch(moment):
        yield Hit(f"{office.say(moment)}: they may be at lunch.")
    elif is_news(state, intent, setting) and office.local(moment).hour >= setting.playbook.late_from:
        yield Hit(f"{office.say(moment)}: they would take it home.", instead="Call earlier in the day.")


calls_at_a_poor_hour = Guard(
    name="calls-at-a-poor-hour",
    serves="M6",
    says="Calls at lunch, or brings the news so late in the day that they take it home.",
    severity="advise",
    why="A talk that needs their thought deserves an hour in which they can think, and ask a colleague.",
    instead="Call when they are back at their desk.",
    on=(Call, BookTalk, HoldTalk),
    judge=_poor,
    bad=(
        example(
            "calls at half past twelve",
            READY,
            Call(at=at(3, "12:30"), by=REP, contact="claire", outcome="reached"),
        ),
        example(
            "brings the news at half past five",
            READY,
            Call(at=at(3, "17:30"), by=REP, contact="claire", outcome="reached"),
        ),
    ),
    fine=(
        example("calls at ten", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
        example(
            "calls at half past five somebody who knows already",
            TOLD,
            Call(at=at(4, "17:30"), by=REP, contact="claire", outcome="reached"),
        ),
    ),
)


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
    calls_at_an_indecent_hour,
    calls_at_a_poor_hour,
    guesses_their_clock,
)
