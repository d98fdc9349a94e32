"""They hear it in a call, not from a machine or a letter (M3.2)."""

from collections.abc import Iterator

from bowout.core.guards.news import announces
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    READY,
    REP,
    TOLD,
    VOICEMAIL,
    at,
    example,
)
from bowout.core.intents import BookTalk, Call, Letter, Message
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _voicemail(state: WalkAway, intent: Call, setting: Setting) -> Iterator[Hit]:
    if intent.outcome == "voicemail" and state.untold:
        yield Hit(f"A voicemail for {setting.name(intent.contact)} is logged; it does not count as telling.")


voicemail_is_not_telling = Guard(
    name="voicemail-is-not-telling",
    serves="M3.2",
    says="Leaves a voicemail where a call was owed.",
    severity="warn",
    why="A recorded voice cannot be asked anything, so the decision feels made without them.",
    instead="Let the voicemail ask for a call back and say no more. Try again at another hour of their day.",
    on=(Call,),
    judge=_voicemail,
    bad=(
        example(
            "a voicemail in office hours",
            READY,
            Call(at=at(3), by=REP, contact="claire", outcome="voicemail"),
        ),
        example("a second voicemail", VOICEMAIL, Call(at=at(3), by=REP, contact="claire", outcome="voicemail")),
    ),
    fine=(
        example("reaches them", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
        example("a voicemail once they know", TOLD, Call(at=at(5), by=REP, contact="claire", outcome="voicemail")),
    ),
)


def _writing(state: WalkAway, intent: Message | BookTalk, setting: Setting) -> Iterator[Hit]:
    if not state.untold or setting.only_in_writing:
        return
    letter = intent.letter
    if isinstance(intent, Message):
        if announces("\n\n".join((intent.text, letter.subject, letter.text) if letter else (intent.text,))):
            who = setting.name(intent.contact)
            yield Hit(f"This {intent.channel} tells {who} that we may leave, before anybody has called.")
    elif letter is not None:
        # Whatever its words, an agenda for this talk gives the reasons away.
        yield Hit(f"This letter tells {setting.name(letter.contact)} about the talk, before anybody has called.")


writing_is_not_telling = Guard(
    name="writing-is-not-telling",
    serves="M3.2",
    says="Tells them in writing before anybody has spoken to them.",
    severity="block",
    against="consulted",
    why="They read it alone, cannot ask back, and forward it as a decision that was taken without them.",
    instead="Write only to ask for a call: when would ten minutes suit you? Say the rest on the phone.",
    on=(Message, BookTalk),
    judge=_writing,
    bad=(
        example(
            "an e-mail that announces it",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="claire", text="We have decided to withdraw."),
        ),
        example(
            "a text that says we may drop out",
            READY,
            Message(at=at(3), by=REP, channel="text", contact="claire", text="We are thinking of dropping out."),
        ),
        example(
            "an agenda before the call",
            READY,
            BookTalk(at=at(3), by=REP, talk_at=at(4), letter=Letter("claire", "Our talk", "Your drivers and maps")),
        ),
    ),
    fine=(
        example(
            "an e-mail that asks for the call",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="claire", text="Do you have ten minutes today?"),
        ),
        example("a talk that is booked without a letter", READY, BookTalk(at=at(3), by=REP, talk_at=at(4))),
        example(
            "an e-mail after the call",
            TOLD,
            Message(at=at(3, "11:00"), by=REP, channel="email", contact="claire", text="Why we may drop out: …"),
        ),
    ),
)

GUARDS = (
    voicemail_is_not_telling,
    writing_is_not_telling,
)
