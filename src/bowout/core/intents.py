"""What somebody means to do, or says has happened; not yet judged.

Every intent carries ``at`` (when it happens, aware), ``by`` (who) and ``override`` (why it should stand
although a guard blocks it; empty when there is no such reason).
"""

from datetime import date, datetime

from msgspec import Struct

from bowout.core.actor import LEADERS, TEAM, Actor, Role
from bowout.core.documents import Documents
from bowout.core.events import CallOutcome, Return, TurnedOut, Undelivered
from bowout.core.reasons import Answer, Known, Reason, ReasonKind

EVERYBODY: frozenset[Role] = TEAM | {"customer"}


class Intent(Struct, frozen=True, kw_only=True):
    """Base of all intents."""

    at: datetime
    by: Actor
    override: str = ""
    recorded_at: datetime | None = None
    """When it is written down, where that may be later than it happened; None: nobody knows."""

    @classmethod
    def hands(cls) -> frozenset[Role]:
        """Roles that may do it."""
        return TEAM


class Letter(Struct, frozen=True):
    """What a contact reads, as a person has approved it: the contact's key, and the code of the language."""

    contact: str
    subject: str
    text: str
    language: str = ""


class Consider(Intent, frozen=True, kw_only=True):
    """Record that there may be good reason to walk. Again: adds, amends or drops reasons by kind."""

    reasons: tuple[Reason, ...]
    known: Known = Known()
    dropped: tuple[ReasonKind, ...] = ()


class Confirm(Intent, frozen=True, kw_only=True):
    """Say, as rep or as leader, that we are prepared to walk. A leader who ``owns`` the deal says it as both."""

    owns: bool = False


class SendBack(Intent, frozen=True, kw_only=True):
    """As a leader, do not confirm, and say why."""

    words: str

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return LEADERS


class Call(Intent, frozen=True, kw_only=True):
    """Phone a contact. One that reached them and ``tells`` nothing only asked for a better time, say."""

    contact: str
    outcome: CallOutcome
    tells: bool = True


INSTANT: frozenset[str] = frozenset({"text", "sms", "chat", "voicemail"})
"""Channels that ring at once and are no letter."""


class Message(Intent, frozen=True, kw_only=True):
    """Write to a contact by ``channel``: email, text, letter, portal, …

    Where only writing is allowed, it is what tells them, unless it ``tells`` nothing.
    """

    channel: str
    contact: str
    text: str = ""
    letter: Letter | None = None
    tells: bool = True


class BookTalk(Intent, frozen=True, kw_only=True):
    """Agree on a time for the talk about the reasons."""

    talk_at: datetime
    letter: Letter | None = None


class CallOffTalk(Intent, frozen=True, kw_only=True):
    """The talk does not take place at that time; another one is agreed on later. ``text`` is what they were told."""

    text: str = ""
    letter: Letter | None = None


class HoldTalk(Intent, frozen=True, kw_only=True):
    """Discuss the reasons of these kinds; none named means all of them."""

    reasons: tuple[ReasonKind, ...] = ()


class AskFeedback(Intent, frozen=True, kw_only=True):
    """Ask for their view of each reason; opens the feedback window."""

    letter: Letter | None = None


class GiveTime(Intent, frozen=True, kw_only=True):
    """Leave them longer to answer: nothing is decided before ``until``. By them: they are away until shortly before."""

    until: datetime
    letter: Letter | None = None

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return EVERYBODY


class Feedback(Intent, frozen=True, kw_only=True):
    """The customer answers, by themselves or relayed by one of us."""

    answers: tuple[Answer, ...] = ()
    words: str = ""
    call_me: bool = False
    call_at: tuple[datetime, ...] = ()
    go_ahead: bool = False
    wait_until: date | None = None

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return EVERYBODY


class Acknowledge(Intent, frozen=True, kw_only=True):
    """Say that their reply was read, and what we make of it."""

    text: str = ""
    letter: Letter | None = None


class Stay(Intent, frozen=True, kw_only=True):
    """Stay in the deal, because something changed."""

    changed: str
    letter: Letter | None = None


class Part(Intent, frozen=True, kw_only=True):
    """Thank them and leave. Without ``check_back_on`` the playbook's time applies; ``never`` is their wish."""

    thanks: bool
    text: str = ""
    check_back_on: date | None = None
    never: bool = False
    word: str = ""
    documents: Documents | None = None
    letter: Letter | None = None


class NoteDocuments(Intent, frozen=True, kw_only=True):
    """Say what becomes of their documents, or that it is done."""

    documents: Documents


class SetCheckBack(Intent, frozen=True, kw_only=True):
    """Say, or take down, when they want to be asked again; without a day: never."""

    when: Return
    on: date | None = None

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return EVERYBODY


class Snooze(Intent, frozen=True, kw_only=True):
    """Be reminded of what is due no earlier than ``until``, and say why. What was promised stays due."""

    until: datetime
    why: str


class TakeBack(Intent, frozen=True, kw_only=True):
    """Drop the walk-away."""

    words: str = ""


class CheckBack(Intent, frozen=True, kw_only=True):
    """Ask how it turned out. ``outcome`` is what they said to it; empty while they have not."""

    outcome: str = ""
    letter: Letter | None = None


class TellOutcome(Intent, frozen=True, kw_only=True):
    """Say, as the customer, how it turned out."""

    how: TurnedOut
    words: str = ""

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return frozenset({"customer"})


class InvitedBack(Intent, frozen=True, kw_only=True):
    """Record that the customer wants us in again."""

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return EVERYBODY


GRADES = ("respected", "open_person", "open_company", "consulted")
"""What they may give a grade to: the three tests, one of them for the person and for the company (M2)."""


class Feel(Intent, frozen=True, kw_only=True):
    """Say how it felt: grades from 1 to 5, 0 for none, and a word; ``private``: for those who lead the team alone."""

    respected: int = 0
    open_person: int = 0
    open_company: int = 0
    consulted: int = 0
    said: str = ""
    private: bool = False

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return frozenset({"customer"})

    @property
    def grades(self) -> dict[str, int]:
        """Grade by question."""
        return {name: getattr(self, name) for name in GRADES}


class Complain(Intent, frozen=True, kw_only=True):
    """Record the customer's complaint."""

    text: str = ""

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return EVERYBODY


class ComeBack(Intent, frozen=True, kw_only=True):
    """A mail of ours comes back undelivered, and what it was to do is not done."""

    what: Undelivered

    @classmethod
    def hands(cls) -> frozenset[Role]:
        return frozenset({"customer"})


class Review(Intent, frozen=True, kw_only=True):
    """Look at where things stand, at a moment; causes nothing."""


Lettered = Message | BookTalk | CallOffTalk | AskFeedback | GiveTime | Acknowledge | Stay | Part | CheckBack
"""Those with which a letter may go out."""
ALL: tuple[type[Intent], ...] = tuple(Intent.__subclasses__())
