"""Events in, one walk-away's state out (a fold)."""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.walkaway import changes as c
from bowout.core.walkaway.changes import Changes
from bowout.core.walkaway.state import WalkAway

_NOTHING_YET = WalkAway()


def fold(log: Iterable[e.Event], start: WalkAway = _NOTHING_YET) -> WalkAway:
    """The state after a log of events."""
    state = start
    for event in log:
        state = after(state, event)
    return state


def after(state: WalkAway, event: e.Event) -> WalkAway:
    """The state after one more event."""
    changes = _CHANGES[type(event)](state, event)
    # What a guard says moves nothing on.
    quiet = state.quiet_until if isinstance(event, e.Warned | e.Overridden) else None
    return replace(state, **({"version": state.version + 1, "quiet_until": quiet} | changes))


_CHANGES: dict[type[e.Event], Callable[[WalkAway, Any], Changes]] = {
    e.Considered: c.considered,
    e.Confirmed: c.confirmed,
    e.SentBack: c.sent_back,
    e.Called: c.called,
    e.Messaged: c.messaged,
    e.Told: c.told,
    e.TalkBooked: c.talk_booked,
    e.TalkCalledOff: c.talk_called_off,
    e.TalkHeld: c.talk_held,
    e.FeedbackAsked: c.feedback_asked,
    e.TimeGiven: c.time_given,
    e.FeedbackGiven: c.feedback_given,
    e.Acknowledged: c.acknowledged,
    e.Stayed: c.stayed,
    e.Parted: c.parted,
    e.DocumentsNoted: c.documents_noted,
    e.CheckBackSet: c.check_back_set,
    e.Snoozed: c.snoozed,
    e.TakenBack: c.taken_back,
    e.CheckedBack: c.checked_back,
    e.OutcomeTold: c.outcome_told,
    e.InvitedBack: c.invited_back,
    e.Felt: c.felt,
    e.Complained: c.complained,
    e.CameBack: c.came_back,
    e.Warned: c.warned,
    e.Overridden: c.overridden,
}
