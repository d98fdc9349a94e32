"""What happened: past tense, frozen, one fact each, never edited. A correction is a new event."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from bowout.core.actor import Actor
from bowout.core.documents import Documents
from bowout.core.reasons import Answer, Known, Reason, ReasonKind
from bowout.core.words import Words

CallOutcome = Literal["reached", "voicemail", "no-answer", "wrong-person"]
Return = Literal["day", "contract-end", "never"]
Undelivered = Literal["told", "asked", "other"]
TurnedOut = Literal["well", "not-so-well", "undecided"]
"""How it turned out for the customer, as they see it."""


def _kebab(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


class Event(Struct, frozen=True, kw_only=True, tag_field="kind", tag=_kebab):
    """Base of all events. ``at`` is when it happened (aware); when it was recorded is the store's to know."""

    at: datetime
    by: Actor

    @property
    def kind(self) -> str:
        """The tag under which it is stored, e.g. ``talk-held``."""
        return str(self.__struct_config__.tag)


class Considered(Event, frozen=True, kw_only=True):
    """Somebody recorded that there may be good reason to walk; the clock of M3.1 starts here. Again: what changed."""

    reasons: tuple[Reason, ...]
    known: Known
    dropped: tuple[ReasonKind, ...] = ()


class Confirmed(Event, frozen=True, kw_only=True):
    """Rep or leader (by role) is prepared to walk (M9)."""

    owns: bool = False
    """A leader whose own deal it is: theirs is the rep's word, too."""


class SentBack(Event, frozen=True, kw_only=True):
    """A leader did not confirm, and said why."""

    words: Words


class Called(Event, frozen=True, kw_only=True):
    """A call was made; only ``reached`` can tell anybody anything."""

    contact: str
    outcome: CallOutcome
    mends: bool | None = None
    """Somebody who may say sorry for a complaint has spoken to them (M10); None in logs that do not say."""


class Messaged(Event, frozen=True, kw_only=True):
    """Something written went to a contact."""

    channel: str
    contact: str
    text: Words
    mends: bool = False
    """It says sorry for a complaint where nobody may call (M6, M10)."""


class Told(Event, frozen=True, kw_only=True):
    """The contact now knows that we are considering dropping out (M3.2)."""

    contact: str


class TalkBooked(Event, frozen=True, kw_only=True):
    """A talk about the reasons has a time."""

    talk_at: datetime


class TalkCalledOff(Event, frozen=True, kw_only=True):
    """The talk that was booked does not take place."""

    text: Words


class TalkHeld(Event, frozen=True, kw_only=True):
    """The reasons of these kinds were discussed (M3.3)."""

    reasons: tuple[ReasonKind, ...]


class FeedbackAsked(Event, frozen=True, kw_only=True):
    """They were asked what we got wrong, and told that nothing is decided before ``until`` (M3.4)."""

    until: datetime


class TimeGiven(Event, frozen=True, kw_only=True):
    """They have longer to answer: nothing is decided before ``until`` (M3.5)."""

    until: datetime


class FeedbackGiven(Event, frozen=True, kw_only=True):
    """The customer's answers; later answers amend earlier ones and both stay in the log."""

    answers: tuple[Answer, ...] = ()
    words: Words = ""
    call_me: bool = False
    call_at: tuple[datetime, ...] = ()
    """When a call would suit them; empty where they named no time."""
    go_ahead: bool = False
    """We need not wait for the end of their time: they would have us withdraw."""
    wait_until: date | None = None
    """They ask us to decide nothing before that day."""


class Acknowledged(Event, frozen=True, kw_only=True):
    """Somebody of ours read the reply and said so."""

    text: Words


class Stayed(Event, frozen=True, kw_only=True):
    """We stay in the deal, because of what changed (M3.5)."""

    changed: Words


class Parted(Event, frozen=True, kw_only=True):
    """We are out. ``check_back_on`` is None when the customer asked us never to."""

    thanked: bool
    text: Words
    check_back_on: date | None
    word: Words = ""
    """What may help them, said on their page: another way, or another kind of vendor (M3.9)."""
    documents: Documents | None = None


class DocumentsNoted(Event, frozen=True, kw_only=True):
    """What becomes of their documents: promised, or done."""

    documents: Documents


class CheckBackSet(Event, frozen=True, kw_only=True):
    """The customer said when we may ask again: on a day, when a contract of theirs ends, or never (None)."""

    when: Return
    on: date | None = None


class Snoozed(Event, frozen=True, kw_only=True):
    """Nobody is reminded of what is due before ``until``."""

    until: datetime
    why: Words


class TakenBack(Event, frozen=True, kw_only=True):
    """The walk-away was dropped by us."""

    words: Words


class CheckedBack(Event, frozen=True, kw_only=True):
    """We asked how it turned out (M3.6)."""

    outcome: Words


class OutcomeTold(Event, frozen=True, kw_only=True):
    """Somebody at the customer said how it turned out (M3.6); whoever says it again has other news."""

    how: TurnedOut
    words: Words = ""


class InvitedBack(Event, frozen=True, kw_only=True):
    """The customer wants us in again."""


class Felt(Event, frozen=True, kw_only=True):
    """How it felt to somebody at the customer (M2): grades from 1, not at all, to 5, fully; 0 where they gave none."""

    respected: int = 0
    """They were treated with respect."""
    open_person: int = 0
    """They would still buy from this person."""
    open_company: int = 0
    """They would still buy from this company."""
    consulted: int = 0
    """It was not decided over their heads."""
    said: Words = ""
    private: bool = False
    """Only those who lead the team may read it: they asked for that."""


class Complained(Event, frozen=True, kw_only=True):
    """The customer is furious: the walk-away was mangled (M10)."""

    text: Words


class CameBack(Event, frozen=True, kw_only=True):
    """A mail of ours did not reach them: what it told or asked was not told or asked."""

    what: Undelivered


class Warned(Event, frozen=True, kw_only=True):
    """A guard warned, and the person went on."""

    rule: str
    says: Words


class Overridden(Event, frozen=True, kw_only=True):
    """A guard blocked, and the person gave a reason to go on (M4)."""

    rule: str
    says: Words
    reason: Words


ALL: tuple[type[Event], ...] = tuple(Event.__subclasses__())
KINDS: dict[str, type[Event]] = {str(event.__struct_config__.tag): event for event in ALL}
