"""The talk about the reasons is soon, and an appointment that was made is kept or called off in time (M3.3)."""

from collections.abc import Iterator

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import REP, TOLD, at, example
from bowout.core.intents import BookTalk, CallOffTalk, HoldTalk, Stay, TakeBack
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

BOOKED = (*TOLD, e.TalkBooked(at=at(3, "10:10"), by=REP, talk_at=at(5)))


def _far(state: WalkAway, intent: BookTalk, setting: Setting) -> Iterator[Hit]:
    limit = setting.playbook.talk_days
    days = setting.office.days_between(state.told_at or intent.at, intent.talk_at, enough=limit + 1)
    if days > limit:
        yield Hit(f"{setting.office.say(intent.talk_at)} is more than {limit} working days after they were told.")


talks_too_late = Guard(
    name="talks-too-late",
    serves="M3.3",
    says="Books the talk about the reasons for a day far off.",
    severity="warn",
    against="consulted",
    why="Until then they know that we may leave and not why; they have to guess, and their colleagues ask.",
    instead="Offer them an earlier time, and take their word when it is they who cannot.",
    on=(BookTalk,),
    judge=_far,
    bad=(
        example("in two weeks", TOLD, BookTalk(at=at(3, "10:10"), by=REP, talk_at=at(17))),
        example("in a month", TOLD, BookTalk(at=at(3, "10:10"), by=REP, talk_at=at(3, month=4))),
    ),
    fine=(
        example("the day after tomorrow", TOLD, BookTalk(at=at(3, "10:10"), by=REP, talk_at=at(5))),
        example("on the fifth working day", TOLD, BookTalk(at=at(3, "10:10"), by=REP, talk_at=at(10))),
    ),
)


def _no_talk(state: WalkAway, intent: CallOffTalk, setting: Setting) -> Iterator[Hit]:
    if state.talk_at is None:
        yield Hit("No talk is booked.")


calls_off_no_talk = Guard(
    name="calls-off-no-talk",
    serves="M3.3",
    says="Calls a talk off that nobody has booked.",
    severity="block",
    why="A cancellation of nothing leaves them wondering what they have missed.",
    instead="Book the talk first, or leave it.",
    on=(CallOffTalk,),
    judge=_no_talk,
    overridable=False,
    bad=(
        example("before one was booked", TOLD, CallOffTalk(at=at(3, "11:00"), by=REP)),
        example(
            "twice",
            (*BOOKED, e.TalkCalledOff(at=at(4), by=REP, text="")),
            CallOffTalk(at=at(4, "11:00"), by=REP),
        ),
    ),
    fine=(
        example("the day before", BOOKED, CallOffTalk(at=at(4), by=REP)),
        example("two days before", BOOKED, CallOffTalk(at=at(3, "16:00"), by=REP)),
    ),
)


def _doorstep(state: WalkAway, intent: CallOffTalk, setting: Setting) -> Iterator[Hit]:
    if state.talk_at is None:
        return
    if intent.at >= state.talk_at:
        yield Hit(f"The talk was to begin on {setting.office.say(state.talk_at)}.")
    elif setting.office.working_time(intent.at, state.talk_at, enough=setting.no_notice) < setting.no_notice:
        yield Hit(f"The talk begins on {setting.office.say(state.talk_at)}.")


calls_off_on_the_doorstep = Guard(
    name="calls-off-on-the-doorstep",
    serves="M4",
    says="Calls the talk off shortly before it, or when it should have begun.",
    severity="warn",
    against="respected",
    why="They have prepared and asked colleagues to come; it is the second time that we do not show up.",
    instead="Keep it if you can. If not, call them, and say yourself that it is late.",
    on=(CallOffTalk,),
    judge=_doorstep,
    bad=(
        example("ten minutes before", BOOKED, CallOffTalk(at=at(5, "09:50"), by=REP)),
        example("after it should have begun", BOOKED, CallOffTalk(at=at(5, "10:05"), by=REP)),
    ),
    fine=(
        example("the day before", BOOKED, CallOffTalk(at=at(4), by=REP)),
        example("talks instead", BOOKED, HoldTalk(at=at(5), by=REP)),
    ),
)


def _standing(state: WalkAway, intent: Stay | TakeBack, setting: Setting) -> Iterator[Hit]:
    if state.talk_at is not None and state.talk_at > intent.at:
        yield Hit(f"A talk is booked for {setting.office.say(state.talk_at)}.")


leaves_a_talk_standing = Guard(
    name="leaves-a-talk-standing",
    serves="M3.3",
    says="Ends the walk-away while a talk about it still stands in their calendar.",
    severity="advise",
    why="They would come prepared to a talk that has lost its subject.",
    instead="Call the talk off, or use it to tell them.",
    on=(Stay, TakeBack),
    judge=_standing,
    bad=(
        example("stays", BOOKED, Stay(at=at(4), by=REP, changed="They lay cable.")),
        example("takes it back", BOOKED, TakeBack(at=at(4), by=REP, words="It was an old note.")),
    ),
    fine=(
        example("no talk booked", TOLD, TakeBack(at=at(4), by=REP, words="It was an old note.")),
        example("after the talk", BOOKED, Stay(at=at(6), by=REP, changed="They lay cable.")),
    ),
)

GUARDS = (talks_too_late, calls_off_no_talk, calls_off_on_the_doorstep, leaves_a_talk_standing)
