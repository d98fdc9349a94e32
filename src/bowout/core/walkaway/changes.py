"""What each event changes in the state, as fields with their new values."""

from typing import Any

from bowout.core import events as e
from bowout.core.actor import LEADERS
from bowout.core.reasons import Known
from bowout.core.walkaway.state import ORDER, Status, WalkAway, over

Changes = dict[str, Any]


def considered(state: WalkAway, event: e.Considered) -> Changes:
    amended = {reason.kind: reason for reason in (*state.reasons, *event.reasons)}
    kept = tuple(reason for kind, reason in amended.items() if kind not in event.dropped)
    # What they were told, asked and answered was about the words that stood then; they count while those stand.
    words = {reason.for_them for reason in kept}
    same = {reason.kind for reason in state.reasons if reason.for_them in words}
    return {
        "status": "considering" if state.status == "none" else state.status,
        "reasons": kept,
        "sharpened_at": event.at,
        "discussed": state.discussed & same,
        "asked": state.asked & same,
        "answers": tuple(answer for answer in state.answers if answer.kind in same),
        "conceded": state.conceded | {reason.kind for reason in state.corrected if reason.kind not in same},
        # To what is new they have not agreed.
        "go_ahead": state.go_ahead and words <= {reason.for_them for reason in state.reasons},
        "known": Known(*(getattr(event.known, f) or getattr(state.known, f) for f in Known.__struct_fields__)),
        "considered_at": state.considered_at or event.at,
        # Whoever confirmed, confirmed other reasons.
        "rep_ready": False,
        "leader_ready": False,
        "sent_back": "",
    }


def confirmed(state: WalkAway, event: e.Confirmed) -> Changes:
    leader = event.by.role in LEADERS
    return {
        "leader_ready": state.leader_ready or leader,
        "rep_ready": state.rep_ready or not leader or event.owns,
        "confirmed_at": event.at,
        "sent_back": "",
    }


def sent_back(state: WalkAway, event: e.SentBack) -> Changes:
    return {"sent_back": event.words, "rep_ready": False, "leader_ready": False}


def called(state: WalkAway, event: e.Called) -> Changes:
    reached = event.outcome == "reached"
    is_try = state.told_at is None and not state.complaint_open
    return {
        "tries": (*state.tries, event) if is_try else state.tries,
        "spoken_to": state.spoken_to | {event.contact} if reached and state.told_at else state.spoken_to,
        "call_wanted": state.call_wanted and not reached,
        "complaint_open": state.complaint_open and not _mended_by(event),
    }


def messaged(state: WalkAway, event: e.Messaged) -> Changes:
    is_try = state.told_at is None and not state.complaint_open
    return {
        "tries": (*state.tries, event) if is_try else state.tries,
        "spoken_to": state.spoken_to | {event.contact} if state.told_at else state.spoken_to,
        "complaint_open": state.complaint_open and not event.mends,
    }


def told(state: WalkAway, event: e.Told) -> Changes:
    return {
        "status": _onward(state, "told"),
        "told_at": event.at,
        "told_to": event.contact,
        "spoken_to": state.spoken_to | {event.contact},
    }


def talk_booked(state: WalkAway, event: e.TalkBooked) -> Changes:
    return {"talk_at": event.talk_at}


def talk_called_off(state: WalkAway, event: e.TalkCalledOff) -> Changes:
    return {"talk_at": None, "talk_off_at": event.at}


def talk_held(state: WalkAway, event: e.TalkHeld) -> Changes:
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


def feedback_asked(state: WalkAway, event: e.FeedbackAsked) -> Changes:
    return {
        "status": _onward(state, "asked"),
        "asked_at": event.at,
        "asked": state.asked | {reason.kind for reason in state.reasons},
        "window_until": event.until,
    }


def time_given(state: WalkAway, event: e.TimeGiven) -> Changes:
    return {"window_until": event.until, "wait_until": None}


def feedback_given(state: WalkAway, event: e.FeedbackGiven) -> Changes:
    latest = {answer.kind: answer for answer in (*state.answers, *event.answers)}
    return {
        "status": _onward(state, "answered"),
        "answers": tuple(latest.values()),
        # What they find right in its new words was no correction in the end.
        "conceded": state.conceded - {answer.kind for answer in event.answers if answer.verdict == "right"},
        "replied_at": event.at,
        # A reply that one of us took down was heard by the one who took it down.
        "unread": state.unread or event.by.role == "customer",
        "call_wanted": state.call_wanted or event.call_me,
        "call_at": event.call_at if event.call_me else state.call_at,
        "go_ahead": event.go_ahead,
        "wait_until": event.wait_until,
    }


def acknowledged(state: WalkAway, event: e.Acknowledged) -> Changes:
    return {"unread": False}


def stayed(state: WalkAway, event: e.Stayed) -> Changes:
    return {
        "status": "stayed",
        "changed": event.changed,
        "swayed": bool(state.corrected or state.conceded),
        "bluff": _bluff(state),
        "ended_at": event.at,
        "unread": False,
    }


def parted(state: WalkAway, event: e.Parted) -> Changes:
    return {
        "status": "parted",
        "thanked": event.thanked,
        "check_back_on": event.check_back_on,
        "word": event.word,
        "documents": event.documents,
        "ended_at": event.at,
    }


def documents_noted(state: WalkAway, event: e.DocumentsNoted) -> Changes:
    return {"documents": event.documents}


def check_back_set(state: WalkAway, event: e.CheckBackSet) -> Changes:
    return {"check_back_on": event.on, "check_back_when": event.when}


def snoozed(state: WalkAway, event: e.Snoozed) -> Changes:
    return {"quiet_until": event.until}


def taken_back(state: WalkAway, event: e.TakenBack) -> Changes:
    return {"status": "taken-back", "bluff": _bluff(state), "ended_at": event.at}


def checked_back(state: WalkAway, event: e.CheckedBack) -> Changes:
    return {"status": "checked-back", "checked_at": event.at, "outcome": event.outcome}


def outcome_told(state: WalkAway, event: e.OutcomeTold) -> Changes:
    # Who has told us need not be asked any more.
    asked: Changes = {"status": "checked-back", "checked_at": event.at} if state.status == "parted" else {}
    return {"turned_out": event} | asked


def invited_back(state: WalkAway, event: e.InvitedBack) -> Changes:
    # Who tells us so by themselves waits to hear from us.
    waits = state.call_wanted or event.by.role == "customer"
    return {"status": "invited-back", "invited_at": event.at, "unread": False, "call_wanted": waits}


def felt(state: WalkAway, event: e.Felt) -> Changes:
    return {"felt": (*state.felt, event)}


def complained(state: WalkAway, event: e.Complained) -> Changes:
    return {"complained_at": event.at, "complaint_open": True}


def came_back(state: WalkAway, event: e.CameBack) -> Changes:
    # Once they have answered, it has reached them by another way.
    if event.what == "asked" and state.status == "asked":
        before: Status = "explained" if state.explained_at else "told" if state.told_at else "considering"
        return {"status": before, "asked_at": None, "asked": frozenset(), "window_until": None}
    if event.what == "told" and state.status == "told":
        return {"status": "considering", "told_at": None, "told_to": "", "spoken_to": frozenset()}
    return {}


def warned(state: WalkAway, event: e.Warned) -> Changes:
    return {"warnings": (*state.warnings, event)}


def overridden(state: WalkAway, event: e.Overridden) -> Changes:
    return {"overrides": (*state.overrides, event)}


def _bluff(state: WalkAway) -> bool:
    # It is settled when the walk-away ends: what they answer later neither makes a bluff nor washes one.
    return state.told_at is not None and not state.corrected and not state.conceded


def _mended_by(call: e.Called) -> bool:
    if call.mends is None:
        # Stored before calls said so themselves: an executive who reached them had said sorry.
        return call.outcome == "reached" and call.by.role == "executive"
    return call.mends


def _onward(state: WalkAway, reached: Status) -> Status:
    """A later step is never undone by logging an earlier one, and an end is an end."""
    if state.status not in ORDER:
        return state.status
    return max(state.status, reached, key=ORDER.index)
