"""Nobody is left unasked, unheard or unthanked (M3.4 to M3.6)."""

from collections.abc import Iterator
from datetime import timedelta

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    BOUND,
    CUSTOMER,
    EXPLAINED,
    PARTED,
    REP,
    TENDER,
    TOLD,
    answered,
    at,
    example,
    read,
)
from bowout.core.intents import AskFeedback, CheckBack, Part, Review
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _part(day: int, clock: str = "10:00", thanks: bool = True) -> Part:
    return Part(at=at(day, clock), by=REP, thanks=thanks)


def _not_explained(state: WalkAway, intent: AskFeedback, setting: Setting) -> Iterator[Hit]:
    if setting.only_in_writing or state.told_at is None:
        return
    missing = [reason.kind for reason in state.reasons if reason.kind not in state.discussed]
    if missing:
        yield Hit(f"No talk is logged in which these were discussed: {', '.join(missing)}.")


asks_before_explaining = Guard(
    name="asks-before-explaining",
    serves="M3.3",
    says="Asks what they think of reasons that nobody has talked through with them.",
    severity="warn",
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


def _never_asked(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if state.asked_at is None and not state.answers:
        yield Hit("They have not been asked what they think of the reasons.")


parts_without_having_asked = Guard(
    name="parts-without-having-asked",
    serves="M3.4",
    says="Leaves without having asked what we got wrong.",
    severity="block",
    why="It denies them the chance to correct us, and it is how deals that were only misread get lost.",
    instead="Ask for their view of each reason, tell them until when nothing is decided, and wait.",
    on=(Part,),
    judge=_never_asked,
    bad=(
        example("parts right after the call", TOLD, _part(3, "11:00")),
        example("parts at the end of the talk", EXPLAINED, _part(4, "15:00")),
    ),
    fine=(
        example("parts after the window", ASKED, _part(12)),
        example("parts after they confirmed", read(answered("right")), _part(12)),
    ),
)


def _inside(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if state.window_until is None or intent.at >= state.window_until:
        return
    promise = f"They were told that nothing is decided before {setting.office.say(state.window_until)}"
    if state.unanswered:
        yield Hit(f"{promise}, and have not answered on: {', '.join(r.kind for r in state.unanswered)}.")
    elif not state.corrected:
        yield Hit(
            f"{promise}; they have answered, and confirmed every reason.",
            "advise",
            "Refer to their answer when you thank them, and say that they can still come back to you.",
        )


parts_inside_the_window = Guard(
    name="parts-inside-the-window",
    serves="M3.5",
    says="Leaves before the time that they were given to answer.",
    severity="block",
    why="A promise about time is the one part of this that they can check.",
    instead="Wait until the window ends, or ask whether they want to use it.",
    on=(Part,),
    judge=_inside,
    bad=(
        example("parts the day after asking", ASKED, _part(5)),
        example("parts an hour before the end", ASKED, _part(11, "17:00")),
    ),
    fine=(
        example("parts when it is over", ASKED, _part(11, "18:00")),
        example("parts a day later", ASKED, _part(12)),
    ),
)


def _unread(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if state.unread and state.replied_at is not None:
        yield Hit(f"Their reply of {setting.office.say(state.replied_at)} has not been acknowledged.")
    elif state.call_wanted and not setting.only_in_writing:
        yield Hit("They asked to be called, and nobody has reached them since.")


parts_while_a_reply_is_unread = Guard(
    name="parts-while-a-reply-is-unread",
    serves="M3.5",
    says="Leaves while their reply lies unread, or while they wait for a call.",
    severity="block",
    why="They answered because we asked. To leave without reading says that the question was a show.",
    instead="Read it, tell them that you did and what you make of it, and then decide.",
    on=(Part,),
    judge=_unread,
    bad=(
        example("parts although they answered", answered("right"), _part(12)),
        example(
            "parts although they asked for a call",
            (*ASKED, e.FeedbackGiven(at=at(6), by=REP, call_me=True)),
            _part(12),
        ),
    ),
    fine=(
        example("parts after acknowledging", read(answered("right")), _part(12)),
        example("parts after silence", ASKED, _part(12)),
    ),
)


def _over_a_correction(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    corrected = state.corrected
    if not corrected:
        return
    kinds = ", ".join(reason.kind for reason in corrected)
    if len(corrected) == len(state.reasons):
        yield Hit(f"They have corrected or offered to change every reason: {kinds}. None is left standing.")
    else:
        yield Hit(
            f"They have corrected or offered to change: {kinds}.",
            "advise",
            "Say why the other reasons still hold.",
        )


parts_over_a_correction = Guard(
    name="parts-over-a-correction",
    serves="M3.5",
    says="Leaves although they have answered every reason.",
    severity="block",
    why="We said what would make us stay; they met it and we go all the same.",
    instead="Stay, and record what changed. If the reason stands in spite of their answer, say so to them first.",
    on=(Part,),
    judge=_over_a_correction,
    bad=(
        example("they say we misread it", read(answered("misread", "All depots have wifi.")), _part(12)),
        example("they can change it", read(answered("can-change", "Wifi by May.")), _part(12)),
    ),
    fine=(
        example("they confirm it", read(answered("right")), _part(12)),
        example("they said nothing", ASKED, _part(12)),
    ),
)


def _no_thanks(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if not intent.thanks:
        yield Hit("Nobody has thanked them for their time.")


parts_without_thanks = Guard(
    name="parts-without-thanks",
    serves="M3.5",
    says="Leaves without a word of thanks.",
    severity="block",
    why="The last thing they hear from us is what they remember of us.",
    instead="Thank them for their time and for what they told you, by name.",
    on=(Part,),
    judge=_no_thanks,
    bad=(
        example("parts without thanks", read(answered("right")), _part(12, thanks=False)),
        example("parts after silence, without thanks", ASKED, _part(12, thanks=False)),
    ),
    fine=(
        example("parts with thanks", read(answered("right")), _part(12)),
        example("thanks them after silence too", ASKED, _part(12)),
    ),
)


def _binding(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if setting.deal.submitted:
        yield Hit("Our bid is submitted and binds us; leaving is not ours to declare.")


walks_from_a_binding_bid = Guard(
    name="walks-from-a-binding-bid",
    serves="M6",
    says="Leaves although a submitted bid binds us.",
    severity="block",
    why="They have counted on the bid; breaking it can cost them the procedure and us a penalty.",
    instead="Ask them in writing whether they release us, and stand by the bid until they do.",
    on=(Part,),
    judge=_binding,
    bad=(
        example("parts after submitting", read(answered("right")), _part(12), BOUND),
        example("parts after silence, with a bid in", ASKED, _part(12), BOUND),
    ),
    fine=(
        example("parts before any bid", read(answered("right")), _part(12)),
        example("asks for their view with a bid in", EXPLAINED, AskFeedback(at=at(4, "15:00"), by=REP), BOUND),
    ),
)


def _forgotten(state: WalkAway, intent: CheckBack | Review, setting: Setting) -> Iterator[Hit]:
    if state.status != "parted" or state.check_back_on is None:
        return
    latest = state.check_back_on + timedelta(days=setting.playbook.check_back_grace_days)
    if setting.office.local(intent.at).date() > latest:
        yield Hit(f"The check-back was promised for {state.check_back_on:%-d %b %Y}.")


check_back_forgotten = Guard(
    name="check-back-forgotten",
    serves="M3.6",
    says="Lets the promised check-back pass.",
    severity="warn",
    why="Whoever asks months later how it turned out gets invited back; whoever forgets meant it as a phrase.",
    instead="Check back today, and say that you are later than you promised.",
    on=(CheckBack, Review),
    judge=_forgotten,
    bad=(
        example("nobody has checked back a month later", PARTED, Review(at=at(10, month=8), by=REP)),
        example("checks back two months late", PARTED, CheckBack(at=at(10, month=9), by=REP, outcome="Live")),
    ),
    fine=(
        example("checks back on the day", PARTED, CheckBack(at=at(10, month=7), by=REP, outcome="Live")),
        example("a week late is in time", PARTED, Review(at=at(17, month=7), by=CUSTOMER)),
    ),
)

GUARDS = (
    asks_before_explaining,
    parts_without_having_asked,
    parts_inside_the_window,
    parts_while_a_reply_is_unread,
    parts_over_a_correction,
    parts_without_thanks,
    walks_from_a_binding_bid,
    check_back_forgotten,
)
