"""The log's own times: nothing happened before what it answers to, and no time to answer was over before it began."""

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from bowout.core.guards.news import is_news
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import ASKED, CUSTOMER, EXPLAINED, PARTED, REP, TOLD, answered, at, example, read
from bowout.core.intents import (
    Acknowledge,
    AskFeedback,
    BookTalk,
    Call,
    CheckBack,
    Confirm,
    Feedback,
    GiveTime,
    HoldTalk,
    Intent,
    InvitedBack,
    Part,
    SendBack,
    Stay,
    TakeBack,
)
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_ANSWERS_TO: dict[type[Intent], tuple[str, ...]] = {
    Confirm: ("considered_at",),
    SendBack: ("considered_at",),
    BookTalk: ("told_at",),
    HoldTalk: ("told_at",),
    AskFeedback: ("told_at", "explained_at"),
    GiveTime: ("asked_at",),
    Feedback: ("told_at", "asked_at"),
    Acknowledge: ("replied_at",),
    Stay: ("considered_at", "told_at", "replied_at"),
    Part: ("told_at", "explained_at", "asked_at", "replied_at"),
    TakeBack: ("considered_at", "told_at"),
    CheckBack: ("ended_at",),
    InvitedBack: ("ended_at",),
}
"""Which times of the state each step comes after. A call comes after the doubt that it tells them of."""
_WHAT = {
    "considered_at": "the doubt was recorded",
    "told_at": "they were told",
    "explained_at": "the reasons were talked through",
    "asked_at": "they were asked",
    "replied_at": "they answered",
    "ended_at": "the walk-away ended",
    "complained_at": "they complained",
}


def _too_early(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    # What customers do themselves is timed by us, not by them.
    if intent.by.role == "customer":
        return
    office = setting.office
    times = {what: getattr(state, what) for what in _answered_by(state, intent, setting)}
    later = {what: when for what, when in times.items() if when is not None and _before(intent.at, when)}
    if later:
        what = max(later, key=later.__getitem__)
        yield Hit(f"{office.say(intent.at)} is before {_WHAT[what]}: {office.say(later[what])}.")
    elif isinstance(intent, BookTalk) and _before(intent.talk_at, intent.at):
        yield Hit(f"The talk is for {office.say(intent.talk_at)}, which is before it was booked.")


def _answered_by(state: WalkAway, intent: Intent, setting: Setting) -> tuple[str, ...]:
    if not isinstance(intent, Call):
        return _ANSWERS_TO[type(intent)]
    # A call answers only to those who wait for one, and only when it reaches them; what it tells was doubted before.
    if intent.outcome != "reached":
        return ()
    if is_news(state, intent, setting):
        return ("considered_at",)
    mends = state.mangled and setting.may_mend(intent.by)
    return ("complained_at",) * mends + ("replied_at",) * state.call_wanted


def _before(one: datetime, other: datetime) -> bool:
    """True when it is an earlier minute: people write down minutes, machines what passed of them, too."""
    return one < other.replace(second=0, microsecond=0)


logged_before_it_could_have_happened = Guard(
    name="logged-before-it-could-have-happened",
    serves="M3",
    says="Is dated before the step that it answers to.",
    severity="block",
    why="The log shows whether they had their time and were heard; a wrong time in it takes that from them unseen.",
    instead="Correct the time. If it really was so, say how: both stay in the log.",
    on=(*_ANSWERS_TO, Call),
    judge=_too_early,
    bad=(
        example("holds the talk the day before they were told", TOLD, HoldTalk(at=at(2, "15:00"), by=REP)),
        example("parts two days before their reply came", answered("right"), Part(at=at(4), by=REP, thanks=True)),
        example(
            "books a talk for the day before",
            TOLD,
            BookTalk(at=at(3), by=REP, talk_at=at(2, "14:00")),
        ),
    ),
    fine=(
        example("holds the talk in the call that told them", TOLD, HoldTalk(at=at(3), by=REP)),
        example("acknowledges within the minute", answered("right"), Acknowledge(at=at(6), by=REP)),
        example("checks back when they have parted", PARTED, CheckBack(at=at(10, month=7), by=REP)),
        example("their own answer is timed by us", ASKED, Feedback(at=at(4, "14:59"), by=CUSTOMER, words="Yes.")),
    ),
)


def _over_already(state: WalkAway, intent: AskFeedback, setting: Setting) -> Iterator[Hit]:
    until = setting.window(intent.at, state.told_at)
    if intent.recorded_at is not None and until <= intent.recorded_at:
        yield Hit(f"Their time to answer ended on {setting.office.say(until)}, before the question was recorded.")


def _ask(recorded: datetime) -> AskFeedback:
    return AskFeedback(at=at(4, "15:00"), by=REP, recorded_at=recorded)


window_over_when_recorded = Guard(
    name="window-over-when-recorded",
    serves="M3.5",
    says="Records a question to them when their time to answer is already over.",
    severity="warn",
    against="consulted",
    why="Whatever they were told in between is not in the log, and one click later we are gone.",
    instead="If you asked them then and named the end, go on. If not, ask today and leave them their time.",
    on=(AskFeedback,),
    judge=_over_already,
    bad=(
        example("recorded two weeks later", EXPLAINED, _ask(at(18))),
        example("recorded at the very end", EXPLAINED, _ask(at(11, "18:00"))),
    ),
    fine=(
        example("recorded the day after", EXPLAINED, _ask(at(5))),
        example("recorded a minute before the end", EXPLAINED, _ask(at(11, "17:59"))),
        example("asked anew after their reply", read(answered("right")), replace(_ask(at(9)), at=at(9))),
    ),
)

GUARDS = (logged_before_it_could_have_happened, window_over_when_recorded)
