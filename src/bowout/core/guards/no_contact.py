"""In a tender's no-contact period: only the procurement officer, and only in writing (M6)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CONSIDERED,
    READY,
    REP,
    TENDER,
    at,
    example,
)
from bowout.core.intents import INSTANT, BookTalk, Call, HoldTalk, Message
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _no_contact(state: WalkAway, intent: Call | Message | BookTalk | HoldTalk, setting: Setting) -> Iterator[Hit]:
    if not setting.only_in_writing:
        return
    if not isinstance(intent, Message):
        yield Hit("The deal is in a no-contact period: no calls and no talks.")
    elif not setting.is_officer(intent.contact):
        yield Hit(f"{setting.name(intent.contact)} is not the procurement officer, and this is a no-contact period.")
    elif intent.channel in INSTANT:
        yield Hit(f"A {intent.channel} is not the written form that the procedure asks for.", "warn")


breaks_the_no_contact_period = Guard(
    name="breaks-the-no-contact-period",
    serves="M6",
    says="Contacts somebody during a tender's no-contact period.",
    severity="block",
    why="It can cost them the procedure and us the right to bid again.",
    instead="Write to the named procurement officer, by the procedure's own channel, and to nobody else.",
    on=(Call, Message, BookTalk, HoldTalk),
    judge=_no_contact,
    bad=(
        example("phones the champion", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached"), TENDER),
        example(
            "writes to the champion",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="claire", text="May I call you?"),
            TENDER,
        ),
    ),
    fine=(
        example(
            "writes to the procurement officer",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="ines", text="We are considering to withdraw."),
            TENDER,
        ),
        example("phones in an open deal", CONSIDERED, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
    ),
)

GUARDS = (breaks_the_no_contact_period,)
