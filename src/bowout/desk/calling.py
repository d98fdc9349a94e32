"""When to call them, for the person who calls (M6)."""

from msgspec import Struct

from bowout.core.good_moments import Moment, good_moments
from bowout.core.hours import Office
from bowout.core.intents import Call
from bowout.desk.own_calendar import busy_hours
from bowout.desk.walking import Walk


class Hours(Struct, frozen=True):
    """The next good moments to call somebody. ``shared`` is False where their hours and ours never meet."""

    name: str
    zone: str
    moments: tuple[Moment, ...]
    shared: bool


def good_hours(walk: Walk, contact: str) -> Hours:
    """The next good moments to call the contact with that key."""
    playbook, office = walk.setting.playbook, walk.setting.office_of(contact)
    ours = Office(walk.user.zone, walk.row.deal.team.country, playbook.office_opens, playbook.office_closes)
    call = Call(at=walk.now, by=walk.actor, contact=contact, outcome="reached")
    moments = good_moments(walk.state, call, ours, walk.setting, busy_hours(walk.user))
    shared = all(not ours.why_not_now(moment.start) for moment in moments)
    return Hours(walk.setting.name(contact), office.zone, moments, shared)
