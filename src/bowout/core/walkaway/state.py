"""What the log of one walk-away amounts to."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from bowout.core import events as e
from bowout.core.documents import Documents
from bowout.core.reasons import CORRECTIONS, Answer, Known, Reason, ReasonKind

Status = Literal[
    "none",
    "considering",
    "told",
    "explained",
    "asked",
    "answered",
    "stayed",
    "parted",
    "taken-back",
    "checked-back",
    "invited-back",
]
UNDER_WAY: frozenset[Status] = frozenset({"considering", "told", "explained", "asked", "answered"})
LEFT: frozenset[Status] = frozenset({"parted", "checked-back"})
CALLED_OFF: frozenset[Status] = frozenset({"stayed", "taken-back", "invited-back"})
"""Nobody leaves any more."""


class WalkAway(Struct, frozen=True):
    """What the log of one walk-away amounts to. The empty one is the state before anything happened."""

    status: Status = "none"
    version: int = 0
    """Number of events folded."""
    reasons: tuple[Reason, ...] = ()
    known: Known = Known()
    considered_at: datetime | None = None
    rep_ready: bool = False
    leader_ready: bool = False
    confirmed_at: datetime | None = None
    """When it was confirmed last."""
    sent_back: str = ""
    sharpened_at: datetime | None = None
    """When the reasons last changed."""
    tries: tuple[e.Called | e.Messaged, ...] = ()
    """Calls and messages before they were told."""
    told_at: datetime | None = None
    told_to: str = ""
    spoken_to: frozenset[str] = frozenset()
    """Contacts who were reached, or written to, since somebody was told."""
    talk_at: datetime | None = None
    talk_off_at: datetime | None = None
    """When a talk that was booked was called off last."""
    explained_at: datetime | None = None
    discussed: frozenset[ReasonKind] = frozenset()
    asked_at: datetime | None = None
    asked: frozenset[ReasonKind] = frozenset()
    """Reasons about which they were asked in the words that stand now."""
    window_until: datetime | None = None
    answers: tuple[Answer, ...] = ()
    """Latest answer per reason, to the words that stand now."""
    conceded: frozenset[ReasonKind] = frozenset()
    """Reasons dropped or put in other words after they had corrected them."""
    replied_at: datetime | None = None
    unread: bool = False
    call_wanted: bool = False
    call_at: tuple[datetime, ...] = ()
    """When the call that they want would suit them."""
    go_ahead: bool = False
    """Their last word is that we need not wait."""
    wait_until: date | None = None
    """Their last word is that we decide nothing before that day, and they have not been given longer since."""
    changed: str = ""
    swayed: bool = False
    """We stayed, and by then an answer of theirs had corrected or changed a reason."""
    bluff: bool = False
    """Taken back or stayed after they were told, although nothing had changed by then (M9)."""
    ended_at: datetime | None = None
    quiet_until: datetime | None = None
    """Until then nobody is reminded; whatever happens meanwhile ends it."""
    thanked: bool = False
    word: str = ""
    """What may help them, as we said at parting."""
    documents: Documents | None = None
    """What becomes of their documents; None: nobody has said."""
    check_back_on: date | None = None
    check_back_when: e.Return | None = None
    """What they said of it themselves; None: the day is ours."""
    checked_at: datetime | None = None
    outcome: str = ""
    turned_out: e.OutcomeTold | None = None
    """How it turned out, as they said last."""
    invited_at: datetime | None = None
    felt: tuple[e.Felt, ...] = ()
    """How it felt to whoever said so."""
    complained_at: datetime | None = None
    complaint_open: bool = False
    warnings: tuple[e.Warned, ...] = ()
    overrides: tuple[e.Overridden, ...] = ()

    @property
    def mangled(self) -> bool:
        """They complained, and nobody who may has said sorry since; in a no-contact period that is in writing (M10)."""
        return self.complaint_open

    def reason(self, kind: ReasonKind) -> Reason | None:
        """The reason of that kind, or None."""
        return next((reason for reason in self.reasons if reason.kind == kind), None)

    def answer(self, kind: ReasonKind) -> Answer | None:
        """The latest answer to that reason, or None: they have not answered it."""
        return next((answer for answer in self.answers if answer.kind == kind), None)

    @property
    def corrected(self) -> tuple[Reason, ...]:
        """Reasons that the customer says are misread, or that they can change."""
        kinds = {answer.kind for answer in self.answers if answer.verdict in CORRECTIONS}
        return tuple(reason for reason in self.reasons if reason.kind in kinds)

    @property
    def unasked(self) -> tuple[Reason, ...]:
        """Reasons, as they stand now, about which they were neither asked nor heard."""
        heard = self.asked | {answer.kind for answer in self.answers}
        return tuple(reason for reason in self.reasons if reason.kind not in heard)

    @property
    def unanswered(self) -> tuple[Reason, ...]:
        """Reasons on which we have not heard from them."""
        kinds = {answer.kind for answer in self.answers}
        return tuple(reason for reason in self.reasons if reason.kind not in kinds)

    @property
    def call_asked_at(self) -> datetime | None:
        """Since when they wait for a call; None: they do not."""
        asked = [at for at in (self.replied_at, self.invited_at) if at is not None]
        return max(asked) if self.call_wanted and asked else None

    @property
    def untold(self) -> bool:
        """Nobody at the customer has been told, and there is still something to tell."""
        return self.told_at is None and self.status not in CALLED_OFF


ORDER: tuple[Status, ...] = ("none", "considering", "told", "explained", "asked", "answered")
"""The way, stop by stop, up to where it may end."""


def over(state: WalkAway, at: datetime) -> bool:
    """True when the walk-away had ended by then."""
    return state.status not in ORDER and (state.ended_at is None or at >= state.ended_at)
