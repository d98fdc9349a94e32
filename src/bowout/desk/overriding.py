"""What was done although a guard blocked it, for those who answer for the team (M4)."""

from datetime import datetime, timedelta

from msgspec import Struct

from bowout.core.actor import LEADERS
from bowout.core.events import Overridden
from bowout.store import access, streams
from bowout.store.models import User, WalkAway

_SINCE, _MOST = timedelta(days=7), 10


class Overrode(Struct, frozen=True):
    """Somebody gave a reason to go on over a block."""

    walk_away: WalkAway
    event: Overridden
    who: str


def lately(user: User, now: datetime) -> tuple[Overrode, ...]:
    """The last ones of the past seven days in the team of a leader, latest first; nothing for anybody else."""
    if user.role not in LEADERS:
        return ()
    found = streams.lately(access.walk_aways_of(user), "overridden", now - _SINCE, _MOST)
    rows = access.walk_aways_of(user).in_bulk([stream for stream, _ in found])
    names = dict(access.members_of(user).values_list("pk", "name")) if found else {}
    return tuple(
        Overrode(rows[stream], entry.event, names.get(entry.by_user or 0, "The customer"))
        for stream, entry in found
        if isinstance(entry.event, Overridden)
    )
