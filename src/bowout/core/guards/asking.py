"""They are talked with, asked, and left the time that they were given (M3.3 to M3.5)."""

from collections.abc import Iterator
from datetime import timedelta

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    BUDGET,
    EXPLAINED,
    KNOWN,
    REP,
    TENDER,
    TOLD,
    answered,
    at,
    example,
    part,
    read,
)
from bowout.core.intents import AskFeedback, GiveTime, Part
from bowout.core.reasons import Reason, kinds
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _not_explained(state: WalkAway, intent: AskFeedback, setting: Setting) -> Iterator[Hit]:
    if setting.only_in_writing or state.told_at is None:
        return
    missing = [reason for reason in state.reasons if reason.kind not in state.discussed]
    if missing:
        yield Hit(f"No talk is logged in which these were discussed: {kinds(missing)}.")


asks_before_explaining = Guard(
    name="asks-before-explaining",
    serves="M3.3",
    says="Asks what they think of reasons that nobody has talked through with them.",
    severity="warn",
    against="consulted",
    why="They are to judge reasons which they have only read; most misunderstandings come out in talking.",
    instead="Hold the talk first, reason by reason, and ask at its end.",
    on=(AskFeedback,),
    judge=_not_explained,
    bad=(
        example("asks right after the call", TOLD, AskFeedback(at=at(3, "11:00"), by=REP)),
        example(
            "asks after a talk that left the reason out",
            (*TOLD, e.TalkHeld(at=at(4), by=REP, reasons=("budget",))),
            AskFeedback(at=at(4, "15:00"), by=REP),
        ),
    ),
    fine=(
        example("asks at the end of the talk", EXPLAINED, AskFeedback(at=at(4, "15:00"), by=REP)),
        example("asks in writing where talks are forbidden", TOLD, AskFeedback(at=at(4), by=REP), TENDER),
    ),
)


def _found(reason: Reason) -> e.Event:
    return e.Considered(at=at(6), by=REP, reasons=(reason,), known=KNOWN)


_ONE_LEFT = (*ASKED, _found(BUDGET), e.Considered(at=at(7), by=REP, reasons=(), known=KNOWN, dropped=("budget",)))


def _never_asked(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if state.asked_at is None and not state.answers:
        yield Hit("They have not been asked what they think of the reasons.")
    elif state.unasked:
        yield Hit(f"They have not been asked about these, as they stand now: {kinds(state.unasked)}.")


parts_without_having_asked = Guard(
    name="parts-without-having-asked",
    serves="M3.4",
    says="Leaves without having asked what we got wrong.",
    severity="block",
    against="consulted",
    why="It denies them the chance to correct us, and it is how deals that were only misread get lost.",
    instead="Ask for their view of each reason, tell them until when nothing is decided, and wait.",
    on=(Part,),
    judge=_never_asked,
    bad=(
        example("parts right after the call", TOLD, part(3, "11:00")),
        example("parts at the end of the talk", EXPLAINED, part(4, "15:00")),
        example("parts for a reason found after asking", (*ASKED, _found(BUDGET)), part(12)),
    ),
    fine=(
        example("parts after the window", ASKED, part(12)),
        example("parts after they confirmed", read(answered("right")), part(12)),
        example("parts for the one reason that is left", _ONE_LEFT, part(12)),
    ),
)


def _inside(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if state.window_until is None or intent.at >= state.window_until:
        return
    promise = f"They were told that nothing is decided before {setting.office.say(state.window_until)}"
    if state.go_ahead:
        yield Hit(f"{promise}, and would have us go ahead.", "advise", _REFER)
    elif state.unanswered:
        yield Hit(f"{promise}, and have not answered on: {kinds(state.unanswered)}.")
    elif not state.corrected:
        yield Hit(
            f"{promise}; they have answered, and confirmed every reason.",
            "advise",
            _REFER,
        )


_REFER = "Refer to their answer when you thank them, and say that they can still come back to you."


parts_inside_the_window = Guard(
    name="parts-inside-the-window",
    serves="M3.5",
    says="Leaves before the time that they were given to answer.",
    severity="block",
    against="consulted",
    why="A promise about time is the one part of this that they can check.",
    instead="Wait until the window ends, or ask whether they want to use it.",
    on=(Part,),
    judge=_inside,
    bad=(
        example("parts the day after asking", ASKED, part(5)),
        example("parts an hour before the end", ASKED, part(11, "17:00")),
    ),
    fine=(
        example("parts when it is over", ASKED, part(11, "18:00")),
        example("parts a day later", ASKED, part(12)),
    ),
)


def _no_longer(state: WalkAway, intent: GiveTime, setting: Setting) -> Iterator[Hit]:
    if state.window_until is None:
        yield Hit("They have not been asked yet, so there is no time to answer that could be longer.")
    elif intent.until <= state.window_until:
        yield Hit(f"They have until {setting.office.say(state.window_until)} already.")
    elif intent.until <= intent.at:
        yield Hit(f"{setting.office.say(intent.until)} is over already.")


shortens_their_time = Guard(
    name="shortens-their-time",
    serves="M3.5",
    says="Gives them no longer to answer than they were promised.",
    severity="block",
    why="They plan by the day that we named; it can only move away from them.",
    instead="Name a later day. If they need less time, their answer ends it.",
    on=(GiveTime,),
    judge=_no_longer,
    bad=(
        example("an earlier day", ASKED, GiveTime(at=at(5), by=REP, until=at(10))),
        example("before they were asked", EXPLAINED, GiveTime(at=at(5), by=REP, until=at(20))),
        example("a day that has passed", ASKED, GiveTime(at=at(16), by=REP, until=at(13, "18:00"))),
    ),
    fine=(
        example("another week", ASKED, GiveTime(at=at(5), by=REP, until=at(18, "18:00"))),
        example("a day more after it has ended", ASKED, GiveTime(at=at(12), by=REP, until=at(13, "18:00"))),
    ),
    overridable=False,
)


def _for_ever(state: WalkAway, intent: GiveTime, setting: Setting) -> Iterator[Hit]:
    last = intent.at + timedelta(days=setting.playbook.longest_answer_days)
    if intent.until > last:
        yield Hit(f"That is more than {setting.playbook.longest_answer_days} days from now.")


leaves_them_waiting_for_ever = Guard(
    name="leaves-them-waiting-for-ever",
    serves="M3.5",
    says="Gives them so long to answer that nobody will come back to it.",
    severity="block",
    why="A day so far away is mistyped, or a way of never deciding; and once promised it cannot be taken back.",
    instead="Look at the year. If they really need that long, part with a check-back on that day.",
    on=(GiveTime,),
    judge=_for_ever,
    bad=(
        example("the year mistyped", ASKED, GiveTime(at=at(5), by=REP, until=at(18).replace(year=2062))),
        example("the last day that there is", ASKED, GiveTime(at=at(5), by=REP, until=at(18).replace(year=9999))),
    ),
    fine=(
        example("two weeks", ASKED, GiveTime(at=at(5), by=REP, until=at(19, "18:00"))),
        example("ten months", ASKED, GiveTime(at=at(5), by=REP, until=at(5) + timedelta(days=300))),
    ),
    overridable=False,
)

GUARDS = (
    asks_before_explaining,
    parts_without_having_asked,
    parts_inside_the_window,
    shortens_their_time,
    leaves_them_waiting_for_ever,
)
