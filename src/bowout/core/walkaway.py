"""Events in, one walk-away's state out (a fold)."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.actor import LEADERS
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
    sent_back: str = ""
    tries: tuple[e.Called | e.Messaged, ...] = ()
    """Calls and messages before they were told."""
    told_at: datetime | None = None
    told_to: str = ""
    talk_at: datetime | None = None
    explained_at: datetime | None = None
    discussed: frozenset[ReasonKind] = frozenset()
    asked_at: datetime | None = None
    window_until: datetime | None = None
    answers: tuple[Answer, ...] = ()
    """Latest answer per reason."""
    replied_at: datetime | None = None
    unread: bool = False
    call_wanted: bool = False
    changed: str = ""
    ended_at: datetime | None = None
    thanked: bool = False
    check_back_on: date | None = None
    checked_at: datetime | None = None
    outcome: str = ""
    invited_at: datetime | None = None
    complained_at: datetime | None = None
    complaint_open: bool = False
    warnings: tuple[e.Warned, ...] = ()
    overrides: tuple[e.Overridden, ...] = ()

    @property
    def mangled(self) -> bool:
        """They complained, and no executive has said sorry since; in a no-contact period that is in writing (M10)."""
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
    def unanswered(self) -> tuple[Reason, ...]:
        """Reasons on which we have not heard from them."""
        kinds = {answer.kind for answer in self.answers}
        return tuple(reason for reason in self.reasons if reason.kind not in kinds)

    @property
    def untold(self) -> bool:
        """Nobody at the customer has been told, and there is still something to tell."""
        return self.told_at is None and self.status not in CALLED_OFF

    @property
    def bluff(self) -> bool:
        """Taken back after they were told, although the log shows nothing that changed (M9)."""
        return self.status == "taken-back" and self.told_at is not None and not self.corrected


def fold(log: Iterable[e.Event], start: WalkAway = WalkAway()) -> WalkAway:
    """The state after a log of events."""
    state = start
    for event in log:
        state = after(state, event)
    return state


def after(state: WalkAway, event: e.Event) -> WalkAway:
    """The state after one more event."""
    changes = _CHANGES[type(event)](state, event)
    return replace(state, version=state.version + 1, **changes)


Changes = dict[str, Any]


def _considered(state: WalkAway, event: e.Considered) -> Changes:
    amended = {reason.kind: reason for reason in (*state.reasons, *event.reasons)}
    return {
        "status": "considering" if state.status == "none" else state.status,
        "reasons": tuple(amended.values()),
        "known": Known(*(getattr(event.known, f) or getattr(state.known, f) for f in Known.__struct_fields__)),
        "considered_at": state.considered_at or event.at,
        # Whoever confirmed, confirmed other reasons.
        "rep_ready": False,
        "leader_ready": False,
        "sent_back": "",
    }


def _confirmed(state: WalkAway, event: e.Confirmed) -> Changes:
    ready = "leader_ready" if event.by.role in LEADERS else "rep_ready"
    return {ready: True, "sent_back": ""}


def _sent_back(state: WalkAway, event: e.SentBack) -> Changes:
    return {"sent_back": event.words, "rep_ready": False, "leader_ready": False}


def _called(state: WalkAway, event: e.Called) -> Changes:
    reached = event.outcome == "reached"
    heard = reached and event.by.role == "executive"
    is_try = state.told_at is None and not state.complaint_open
    return {
        "tries": (*state.tries, event) if is_try else state.tries,
        "call_wanted": state.call_wanted and not reached,
        "complaint_open": state.complaint_open and not heard,
    }


def _messaged(state: WalkAway, event: e.Messaged) -> Changes:
    is_try = state.told_at is None and not state.complaint_open
    return {
        "tries": (*state.tries, event) if is_try else state.tries,
        "complaint_open": state.complaint_open and not event.mends,
    }


def _told(state: WalkAway, event: e.Told) -> Changes:
    return {"status": _onward(state, "told"), "told_at": event.at, "told_to": event.contact}


def _talk_booked(state: WalkAway, event: e.TalkBooked) -> Changes:
    return {"talk_at": event.talk_at}


def _talk_held(state: WalkAway, event: e.TalkHeld) -> Changes:
    if over(state, event.at):
        # They asked for it, or we did; what was decided is not explained any earlier by it.
        return {"call_wanted": False}
    return {
        "status": _onward(state, "explained"),
        "explained_at": event.at,
        "discussed": state.discussed | set(event.reasons),
        # Whatever the plan was, they know now.
        "told_at": state.told_at or event.at,
        "call_wanted": False,
    }


def _feedback_asked(state: WalkAway, event: e.FeedbackAsked) -> Changes:
    return {"status": _onward(state, "asked"), "asked_at": event.at, "window_until": event.until}


def _feedback_given(state: WalkAway, event: e.FeedbackGiven) -> Changes:
    latest = {answer.kind: answer for answer in (*state.answers, *event.answers)}
    return {
        "status": _onward(state, "answered"),
        "answers": tuple(latest.values()),
        "replied_at": event.at,
        # A reply that one of us took down was heard by the one who took it down.
        "unread": state.unread or event.by.role == "customer",
        "call_wanted": state.call_wanted or event.call_me,
    }


def _acknowledged(state: WalkAway, event: e.Acknowledged) -> Changes:
    return {"unread": False}


def _stayed(state: WalkAway, event: e.Stayed) -> Changes:
    return {"status": "stayed", "changed": event.changed, "ended_at": event.at, "unread": False}


def _parted(state: WalkAway, event: e.Parted) -> Changes:
    return {
        "status": "parted",
        "thanked": event.thanked,
        "check_back_on": event.check_back_on,
        "ended_at": event.at,
    }


def _taken_back(state: WalkAway, event: e.TakenBack) -> Changes:
    return {"status": "taken-back", "ended_at": event.at}


def _checked_back(state: WalkAway, event: e.CheckedBack) -> Changes:
    return {"status": "checked-back", "checked_at": event.at, "outcome": event.outcome}


def _invited_back(state: WalkAway, event: e.InvitedBack) -> Changes:
    return {"status": "invited-back", "invited_at": event.at, "unread": False}


def _complained(state: WalkAway, event: e.Complained) -> Changes:
    return {"complained_at": event.at, "complaint_open": True}


def _warned(state: WalkAway, event: e.Warned) -> Changes:
    return {"warnings": (*state.warnings, event)}


def _overridden(state: WalkAway, event: e.Overridden) -> Changes:
    return {"overrides": (*state.overrides, event)}


def over(state: WalkAway, at: datetime) -> bool:
    """True when the walk-away had ended by then."""
    return state.status not in _ORDER and (state.ended_at is None or at >= state.ended_at)


_ORDER: tuple[Status, ...] = ("none", "considering", "told", "explained", "asked", "answered")


def _onward(state: WalkAway, reached: Status) -> Status:
    """A later step is never undone by logging an earlier one, and an end is an end."""
    if state.status not in _ORDER:
        return state.status
    return max(state.status, reached, key=_ORDER.index)


_CHANGES: dict[type[e.Event], Callable[[WalkAway, Any], Changes]] = {
    e.Considered: _considered,
    e.Confirmed: _confirmed,
    e.SentBack: _sent_back,
    e.Called: _called,
    e.Messaged: _messaged,
    e.Told: _told,
    e.TalkBooked: _talk_booked,
    e.TalkHeld: _talk_held,
    e.FeedbackAsked: _feedback_asked,
    e.FeedbackGiven: _feedback_given,
    e.Acknowledged: _acknowledged,
    e.Stayed: _stayed,
    e.Parted: _parted,
    e.TakenBack: _taken_back,
    e.CheckedBack: _checked_back,
    e.InvitedBack: _invited_back,
    e.Complained: _complained,
    e.Warned: _warned,
    e.Overridden: _overridden,
}
