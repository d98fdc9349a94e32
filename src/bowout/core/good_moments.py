"""When it is good to call them: no yes or no, but the next hours in which no guard finds fault with the time (M6)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from bowout.core.guards.decency import calls_at_a_poor_hour, calls_at_an_indecent_hour
from bowout.core.guards.meetings import springs_it_before_a_meeting
from bowout.core.hours import Office
from bowout.core.intents import Call
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_SLOT = timedelta(minutes=30)
_LAST = timedelta(minutes=1)
_MEETING = timedelta(hours=1)
"""They are not at their phone for so long after a meeting's start."""
AHEAD = timedelta(days=14)
"""How far one looks."""


class Moment(Struct, frozen=True):
    """From ``start`` to ``end`` a call is welcome."""

    start: datetime
    end: datetime

    def meets(self, other: "Moment") -> bool:
        """True when the two have some time in common."""
        return self.start < other.end and other.start < self.end


def good_moments(
    state: WalkAway, call: Call, ours: Office, setting: Setting, busy: tuple[Moment, ...] = (), many: int = 4
) -> tuple[Moment, ...]:
    """The next ones from ``call.at`` on, mornings and afternoons apart; fewer where the calendars leave none.

    Those in which we are at work, too; where our hours and theirs never meet, all of theirs. None while whoever calls
    is ``busy``.
    """
    for both in (ours, None):
        free = (slot for slot in _slots(state, call, both, setting) if not any(slot.meets(one) for one in busy))
        if found := tuple(islice(_joined(free), many)):
            return found
    return ()


def _slots(state: WalkAway, call: Call, ours: Office | None, setting: Setting) -> Iterator[Moment]:
    """Half hours in which nothing stands against the call, soonest first; in ``ours`` too, where it is given."""
    office = setting.office_of(call.contact)
    first = office.local(call.at).date()
    for day in (first + timedelta(days=ahead) for ahead in range(AHEAD.days)):
        # In UTC: half an hour on somebody's wall clock may be none, or one and a half, on the day it changes.
        start, closes = (moment.astimezone(UTC) for moment in office.bounds(day))
        while start < closes and not office.day_off(day):
            begins, ends = max(start, call.at.astimezone(UTC)), start + _SLOT
            start = ends
            if begins >= ends or (ours is not None and ours.why_not_now(begins)):
                continue
            if all(_welcome(state, replace(call, at=at), setting) for at in (begins, ends - _LAST)):
                yield Moment(begins, ends)


def _welcome(state: WalkAway, call: Call, setting: Setting) -> bool:
    sprung = (hit.severity == "block" for hit in springs_it_before_a_meeting.judge(state, call, setting))
    meetings = (entry.at for entry in setting.deal.calendar if entry.kind in {"meeting", "demo"})
    held = (at <= call.at < at + _MEETING for at in meetings)
    indecent = (calls_at_an_indecent_hour, calls_at_a_poor_hour)
    return not (any(sprung) or any(held) or any(any(guard.findings(state, call, setting)) for guard in indecent))


def _joined(slots: Iterator[Moment]) -> Iterator[Moment]:
    """Half hours that follow one another, as one."""
    last: Moment | None = None
    for slot in slots:
        if last is not None and last.end != slot.start:
            yield last
            last = None
        last = Moment(last.start if last else slot.start, slot.end)
    if last is not None:
        yield last
