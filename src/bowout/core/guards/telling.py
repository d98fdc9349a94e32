"""They are told, and it is the one who matters who hears it (M3.2, M3.8)."""

from collections.abc import Iterator

from bowout.core.guards.news import is_news
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    EXPLAINED,
    READY,
    REP,
    TOLD,
    VOICEMAIL,
    at,
    example,
)
from bowout.core.intents import AskFeedback, BookTalk, Call, HoldTalk, Letter, Message, Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway
from bowout.finding import Severity


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
    against="consulted",
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


def _wrong_person(state: WalkAway, intent: Call | Message | BookTalk, setting: Setting) -> Iterator[Hit]:
    if not is_news(state, intent, setting) or (isinstance(intent, Call) and intent.outcome != "reached"):
        return
    letter = intent.letter if isinstance(intent, BookTalk) else None
    contact = setting.deal.contact(letter.contact if letter else getattr(intent, "contact", ""))
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
    against="respected",
    why="They cannot say that we misread the deal, and the one who could hears it second hand.",
    instead="Ask them only for a good time to reach the champion or the economic buyer, and tell that person.",
    on=(Call, Message, BookTalk),
    judge=_wrong_person,
    bad=(
        example("tells the assistant", READY, Call(at=at(3), by=REP, contact="hugo", outcome="reached")),
        example("tells a stranger to the deal", READY, Call(at=at(3), by=REP, contact="zoe", outcome="reached")),
        example(
            "lets it out in the assistant's invitation",
            READY,
            BookTalk(at=at(3), by=REP, talk_at=at(4), letter=Letter("hugo", "A talk", "We may drop out.")),
        ),
        example(
            "writes it to the assistant",
            READY,
            Message(at=at(3), by=REP, channel="email", contact="hugo", text="We may drop out."),
        ),
    ),
    fine=(
        example("tells the champion", READY, Call(at=at(3), by=REP, contact="claire", outcome="reached")),
        example(
            "gets no answer from the assistant",
            READY,
            Call(at=at(3), by=REP, contact="hugo", outcome="no-answer"),
        ),
        example(
            "asks the assistant for a good time",
            READY,
            Call(at=at(3), by=REP, contact="hugo", outcome="reached", tells=False),
        ),
    ),
)

GUARDS = (
    tells_nobody,
    tells_the_wrong_person,
)
