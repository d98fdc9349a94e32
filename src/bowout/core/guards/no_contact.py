"""In a tender's no-contact period: only the procurement officer, and only in writing (M6)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CONSIDERED,
    ENDING,
    NAMED,
    READY,
    REP,
    TENDER,
    TOLD,
    at,
    example,
)
from bowout.core.intents import (
    INSTANT,
    Acknowledge,
    AskFeedback,
    BookTalk,
    Call,
    CallOffTalk,
    CheckBack,
    GiveTime,
    HoldTalk,
    Letter,
    Lettered,
    Message,
    Part,
    Stay,
)
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _no_contact(state: WalkAway, intent: Call | BookTalk | HoldTalk | Lettered, setting: Setting) -> Iterator[Hit]:
    if isinstance(intent, BookTalk):
        # It is the talk that must not fall into the period, whenever it is agreed on.
        if setting.only_in_writing or setting.at(intent.talk_at).only_in_writing:
            yield Hit("The talk falls into a no-contact period: no calls and no talks.")
        return
    if not setting.only_in_writing:
        return
    if isinstance(intent, Call | HoldTalk):
        yield Hit("The deal is in a no-contact period: no calls and no talks.")
        return
    for contact in _readers(intent):
        if not setting.is_officer(contact):
            yield Hit(f"{setting.name(contact)} is not the procurement officer, and this is a no-contact period.")
            return
    if isinstance(intent, Message) and intent.channel in INSTANT:
        yield Hit(f"A {intent.channel} is not the written form that the procedure asks for.", "warn")


def _readers(intent: Lettered) -> Iterator[str]:
    if isinstance(intent, Message):
        yield intent.contact
    if intent.letter is not None:
        yield intent.letter.contact


breaks_the_no_contact_period = Guard(
    name="breaks-the-no-contact-period",
    serves="M6",
    says="Contacts somebody during a tender's no-contact period.",
    severity="block",
    against="open",
    why="It can cost them the procedure and us the right to bid again.",
    instead="Write to the named procurement officer, by the procedure's own channel, and to nobody else.",
    on=(Call, Message, BookTalk, CallOffTalk, HoldTalk, AskFeedback, GiveTime, Acknowledge, Stay, Part, CheckBack),
    judge=_no_contact,
    bad=(
        example("phones the champion", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached"), TENDER),
        example(
            "writes to the champion",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="claire", text="May I call you?"),
            TENDER,
        ),
        example(
            "asks the champion for feedback by letter",
            TOLD,
            AskFeedback(at=at(5), by=REP, letter=Letter("claire", "Your view", "What did we misread?")),
            TENDER,
        ),
        example("books the talk for a day of the period", TOLD, BookTalk(at=at(4), by=REP, talk_at=at(11)), ENDING),
        example(
            "writes to another officer than the one named",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="ines", text="We are considering to withdraw."),
            NAMED,
        ),
    ),
    fine=(
        example(
            "writes to the procurement officer",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="ines", text="We are considering to withdraw."),
            TENDER,
        ),
        example(
            "asks the procurement officer for feedback by letter",
            TOLD,
            AskFeedback(at=at(5), by=REP, letter=Letter("ines", "Your view", "What did we misread?")),
            TENDER,
        ),
        example(
            "phones once the period is over",
            READY,
            Call(at=at(13), by=REP, contact="claire", outcome="reached"),
            ENDING,
        ),
        example(
            "writes to the officer named, whatever her role is called",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="claire", text="We are considering to withdraw."),
            NAMED,
        ),
        example("phones in an open deal", CONSIDERED, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
    ),
)

GUARDS = (breaks_the_no_contact_period,)
