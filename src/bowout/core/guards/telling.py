"""Who hears it, and how: by phone, from us, and the one who matters (M3.2, M3.8)."""

import re
from collections.abc import Iterator

from bowout.core.finding import Severity
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CONSIDERED,
    EXPLAINED,
    READY,
    REP,
    TENDER,
    TOLD,
    VOICEMAIL,
    at,
    example,
)
from bowout.core.guards.texts import own
from bowout.core.intents import INSTANT, AskFeedback, BookTalk, Call, HoldTalk, Message, Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_ANNOUNCES = re.compile(
    r"(?i)\b(drop(ping)? out|withdraw\w*|step(ping)? (back|away|aside|down)|walk(ing)? away"
    r"|(pull|back|opt|bow)(ing)? out"
    r"|(not|won['’]t|can['’]t|cannot)( be)?( able to)? (bid|submit|compet|pursu|participat|proceed|continu)\w*"
    r"|not (be )?com(e|ing)\b|(we|i|can|will|are) no longer\b|declin(e|ing)|no.bid"
    r"|(decided|stop(ping)?|going) (to stop|not to|pursuing|against)"
    r"|(end|stop)(ing|ping)? (our|my) (participation|involvement|pursuit|evaluation)"
    r"|aussteigen|steigen\b[^.!?]*\baus|zurückziehen|ziehen\b[^.!?]*\bzurück|ziehen uns|nicht weiter|absage\w*"
    r"|keine? (angebot|weiteres)|angebot nicht (abgeben|einreichen)"
    r"|nous (retir\w+|désist\w+)|renon[cç]\w+|ne (pas |plus )?(donn|poursuiv|remett|particip)\w+"
    r"|ne (souhaitons|pouvons|pourrons|serons|sommes) (pas|plus))"
)


def announces(text: str) -> bool:
    """True when our own words say that we leave or may leave, rather than only ask for a call."""
    return _ANNOUNCES.search(own(text)) is not None


def _not_told(state: WalkAway, intent: BookTalk | HoldTalk | AskFeedback | Part, setting: Setting) -> Iterator[Hit]:
    if state.told_at is not None:
        return
    times = f"{len(state.tries)} attempt{'s' * (len(state.tries) != 1)}"
    tried = f"{times}, nobody reached" if state.tries else "no call is logged"
    gravity: Severity = "warn" if isinstance(intent, BookTalk) else "block"
    instead = "Write to the procurement officer that you are considering to withdraw, and to nobody else."
    yield Hit(
        f"Nobody at the customer has been told that we are considering dropping out: {tried}.",
        gravity,
        instead if setting.only_in_writing else "",
    )


tells_nobody = Guard(
    name="tells-nobody",
    serves="M3.2",
    says="Goes on to the next step although nobody at the customer has been told.",
    severity="block",
    why="A voicemail, an e-mail or a text leaves them with a decision and nobody to ask about it.",
    instead="Phone the key contact until you reach them, and say that you are considering dropping out.",
    on=(BookTalk, HoldTalk, AskFeedback, Part),
    judge=_not_told,
    bad=(
        example("asks for feedback after a voicemail", VOICEMAIL, AskFeedback(at=at(3), by=REP)),
        example("parts without ever having called", READY, Part(at=at(3), by=REP, thanks=True)),
    ),
    fine=(
        example("asks for feedback after a call that reached them", EXPLAINED, AskFeedback(at=at(5), by=REP)),
        example("holds the talk after the call", TOLD, HoldTalk(at=at(4), by=REP)),
    ),
)


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


def _writing(state: WalkAway, intent: Message, setting: Setting) -> Iterator[Hit]:
    if state.untold and not setting.only_in_writing and announces(intent.text):
        yield Hit(
            f"This {intent.channel} tells {setting.name(intent.contact)} that we may leave, before anybody has called."
        )


writing_is_not_telling = Guard(
    name="writing-is-not-telling",
    serves="M3.2",
    says="Tells them in writing before anybody has spoken to them.",
    severity="block",
    why="They read it alone, cannot ask back, and forward it as a decision that was taken without them.",
    instead="Write only to ask for a call: when would ten minutes suit you? Say the rest on the phone.",
    on=(Message,),
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
    ),
    fine=(
        example(
            "an e-mail that asks for the call",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="claire", text="Do you have ten minutes today?"),
        ),
        example(
            "an e-mail after the call",
            TOLD,
            Message(at=at(3, "11:00"), by=REP, channel="email", contact="claire", text="Why we may drop out: …"),
        ),
    ),
)


def _wrong_person(state: WalkAway, intent: Call, setting: Setting) -> Iterator[Hit]:
    if not state.untold or intent.outcome != "reached":
        return
    contact = setting.deal.contact(intent.contact)
    if contact is None:
        yield Hit(
            "This person is not among the deal's contacts.",
            "warn",
            "Add them with their part in the decision.",
        )
    elif setting.is_bystander(contact.key):
        yield Hit(f"{contact.name} ({contact.role}) has no part in the decision.")
    elif not contact.role:
        yield Hit(
            f"Nobody has recorded what part {contact.name} has in the decision.",
            "advise",
            "Record their role, and make sure that they can correct our view of the deal.",
        )


tells_the_wrong_person = Guard(
    name="tells-the-wrong-person",
    serves="M3.8",
    says="Tells somebody who has no part in the decision.",
    severity="block",
    why="They cannot say that we misread the deal, and the one who could hears it second hand.",
    instead="Ask them only for a good time to reach the champion or the economic buyer, and tell that person.",
    on=(Call,),
    judge=_wrong_person,
    bad=(
        example("tells the assistant", READY, Call(at=at(3), by=REP, contact="hugo", outcome="reached")),
        example("tells a stranger to the deal", READY, Call(at=at(3), by=REP, contact="zoe", outcome="reached")),
    ),
    fine=(
        example("tells the champion", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
        example(
            "gets no answer from the assistant",
            READY,
            Call(at=at(3), by=REP, contact="hugo", outcome="no-answer"),
        ),
    ),
)


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

GUARDS = (
    tells_nobody,
    voicemail_is_not_telling,
    writing_is_not_telling,
    tells_the_wrong_person,
    breaks_the_no_contact_period,
)
