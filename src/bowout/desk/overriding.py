"""What was done although a guard blocked it, for those who answer for the team (M4)."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from msgspec import Struct

from bowout.core.actor import LEADERS
from bowout.core.events import Overridden
from bowout.store import access, streams
from bowout.store.models import User, WalkAway

_SINCE, _MOST = timedelta(days=7), 20


class Overrode(Struct, frozen=True):
    """Somebody gave one reason to go on over one block or several."""

    walk_away: WalkAway
    who: str
    at: datetime
    reason: str
    blocks: tuple[Overridden, ...]


def lately(user: User, now: datetime) -> tuple[Overrode, ...]:
    """The last ones of the past seven days in the team of a leader, latest first; nothing for anybody else."""
    if user.role not in LEADERS:
        return ()
    found = streams.lately(access.walk_aways_of(user), "overridden", now - _SINCE, _MOST)
    rows = access.walk_aways_of(user).in_bulk([stream for stream, _ in found])
    names = dict(access.members_of(user).values_list("pk", "name")) if found else {}
    deeds: dict[tuple[UUID, str, datetime, str], list[Overridden]] = defaultdict(list)
    for stream, entry in found:
        assert isinstance(entry.event, Overridden)
        who = names.get(entry.by_user or 0, "The customer")
        deeds[stream, who, entry.event.at, entry.event.reason].append(entry.event)
    return tuple(Overrode(rows[key[0]], *key[1:], tuple(blocks)) for key, blocks in deeds.items())
