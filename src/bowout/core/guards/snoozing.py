"""Reminders may be put off for a reason; what was promised to the customer may not (M3.7)."""

from collections.abc import Iterator
from datetime import timedelta

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import ASKED, CONSIDERED, REP, TOLD, answered, at, example
from bowout.core.intents import Snooze
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _no_reason(state: WalkAway, intent: Snooze, setting: Setting) -> Iterator[Hit]:
    if not intent.why.strip():
        yield Hit("Nobody says why.")


snoozes_without_a_reason = Guard(
    name="snoozes-without-a-reason",
    serves="M3.7",
    says="Puts the reminders off without a word why.",
    severity="block",
    why="What is put off without a reason is put off again, and the customer hears of it at the eleventh hour.",
    instead="Say what you are waiting for.",
    on=(Snooze,),
    judge=_no_reason,
    overridable=False,
    bad=(
        example("puts the call off", CONSIDERED, Snooze(at=at(2), by=REP, until=at(4), why="")),
        example("puts the end off", ASKED, Snooze(at=at(5), by=REP, until=at(10), why="  ")),
    ),
    fine=(
        example("waits for her", CONSIDERED, Snooze(at=at(2), by=REP, until=at(4), why="Claire is back on Wednesday.")),
        example("waits for the window", ASKED, Snooze(at=at(5), by=REP, until=at(10), why="It is their turn.")),
    ),
)


def _no_time(state: WalkAway, intent: Snooze, setting: Setting) -> Iterator[Hit]:
    longest = timedelta(days=setting.playbook.longest_answer_days)
    if intent.until <= intent.at:
        yield Hit(f"{setting.office.say(intent.until)} has passed.")
    elif intent.until - intent.at > longest:
        yield Hit(f"{setting.office.say(intent.until)} is more than {longest.days} days away.")


snoozes_to_no_day = Guard(
    name="snoozes-to-no-day",
    serves="M3.7",
    says="Puts the reminders off to a day that has passed, or that nobody will see.",
    severity="block",
    why="A reminder that never comes is a promise forgotten.",
    instead="Choose a day on which you can do something about it.",
    on=(Snooze,),
    judge=_no_time,
    overridable=False,
    bad=(
        example("yesterday", CONSIDERED, Snooze(at=at(4), by=REP, until=at(3), why="Claire is away.")),
        example(
            "the year mistyped",
            CONSIDERED,
            Snooze(at=at(4), by=REP, until=at(5).replace(year=2062), why="Claire is away."),
        ),
    ),
    fine=(
        example("tomorrow", CONSIDERED, Snooze(at=at(3), by=REP, until=at(4), why="Claire is away.")),
        example("in two months", ASKED, Snooze(at=at(5), by=REP, until=at(5, month=5), why="Their board meets then.")),
    ),
)


def _promised(state: WalkAway, intent: Snooze, setting: Setting) -> Iterator[Hit]:
    say = setting.office.say
    if state.mangled:
        yield Hit("They are angry, and nobody has said sorry.", "block", "Call them; then nothing needs a reminder.")
    elif state.unread:
        yield Hit("They have answered, and nobody has read it.", "warn", "Read it first, and tell them so.")
    elif state.talk_at and intent.at < state.talk_at < intent.until and state.explained_at is None:
        yield Hit(f"The talk is booked for {say(state.talk_at)}.", "warn")
    elif state.window_until and intent.at < state.window_until < intent.until and state.ended_at is None:
        end = say(state.window_until)
        yield Hit(f"They were told that nothing is decided before {end}; then they wait for us.", "warn")


snoozes_past_a_promise = Guard(
    name="snoozes-past-a-promise",
    serves="M3.7",
    says="Puts the reminders off beyond what the customer was promised.",
    severity="block",
    against="respected",
    why="They count on the day that we have named, whether we are reminded of it or not.",
    instead="Choose a day before it, or agree on another one with them first.",
    on=(Snooze,),
    judge=_promised,
    bad=(
        example("beyond the end of their time", ASKED, Snooze(at=at(5), by=REP, until=at(20), why="I am away.")),
        example(
            "while their answer lies unread",
            answered("misread"),
            Snooze(at=at(6, "11:00"), by=REP, until=at(9), why="I am on the road."),
        ),
    ),
    fine=(
        example("until their time is over", ASKED, Snooze(at=at(5), by=REP, until=at(11), why="It is their turn.")),
        example("before anything is promised", TOLD, Snooze(at=at(3), by=REP, until=at(4), why="She calls me back.")),
    ),
)


GUARDS = (snoozes_without_a_reason, snoozes_to_no_day, snoozes_past_a_promise)
