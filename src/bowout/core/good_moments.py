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
_DAYS_AHEAD = 14


class Moment(Struct, frozen=True):
    """From ``start`` to ``end`` a call is welcome."""

    start: datetime
    end: datetime


def good_moments(state: WalkAway, call: Call, ours: Office, setting: Setting, many: int = 4) -> tuple[Moment, ...]:
    """The next ones from ``call.at`` on, mornings and afternoons apart; fewer where the calendar leaves none.

    Those in which we are at work, too; where our hours and theirs never meet, all of theirs.
    """
    slots = list(_slots(state, call, setting))
    shared = [slot for slot in slots if not ours.why_not_now(slot.start)]
    return tuple(islice(_joined(shared or slots), many))


def _slots(state: WalkAway, call: Call, setting: Setting) -> Iterator[Moment]:
    """Half hours in which nothing stands against the call, soonest first."""
    office = setting.office_of(call.contact)
    first = office.local(call.at).date()
    for day in (first + timedelta(days=ahead) for ahead in range(_DAYS_AHEAD)):
        # In UTC: half an hour on somebody's wall clock may be none, or one and a half, on the day it changes.
        start, closes = (moment.astimezone(UTC) for moment in office.bounds(day))
        while start < closes and not office.day_off(day):
            begins = max(start, call.at.astimezone(UTC))
            ends = start + _SLOT
            if begins < ends and all(_welcome(state, replace(call, at=at), setting) for at in (begins, ends - _LAST)):
                yield Moment(begins, ends)
            start += _SLOT


def _welcome(state: WalkAway, call: Call, setting: Setting) -> bool:
    sprung = (hit.severity == "block" for hit in springs_it_before_a_meeting.judge(state, call, setting))
    meetings = (entry.at for entry in setting.deal.calendar if entry.kind in {"meeting", "demo"})
    held = (at <= call.at < at + _MEETING for at in meetings)
    indecent = (calls_at_an_indecent_hour, calls_at_a_poor_hour)
    return not (any(sprung) or any(held) or any(any(guard.findings(state, call, setting)) for guard in indecent))


def _joined(slots: list[Moment]) -> Iterator[Moment]:
    """Half hours that follow one another, as one."""
    for at, slot in enumerate(slots):
        if at == 0 or slots[at - 1].end != slot.start:
            begun = slot.start
        if at + 1 == len(slots) or slots[at + 1].start != slot.end:
            yield Moment(begun, slot.end)
