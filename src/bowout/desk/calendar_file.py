"""A calendar file brought to a deal: what is new is added, what was moved moves, what was called off goes (M6)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import transaction
from msgspec import Struct

from bowout.connectors.calendar import Dated, read
from bowout.core.hours import Office
from bowout.desk.projecting import rebuild
from bowout.desk.setting import is_zone, setting_of
from bowout.store import access
from bowout.store.models import CalendarEntry, Deal, User

LARGEST = 2 * 1024 * 1024
"""Bytes of a file."""
_PAST, _AHEAD = timedelta(days=1), timedelta(days=400)


class Taken(Struct, frozen=True):
    """What a file has changed."""

    added: int = 0
    moved: int = 0
    off: int = 0
    same: int = 0

    @property
    def says(self) -> str:
        """In one sentence."""
        told = [
            f"{many} {word}"
            for many, word in ((self.added, "added"), (self.moved, "moved"), (self.off, "called off"))
            if many
        ]
        if told:
            return f"{', '.join(told).capitalize()}."
        return "Nothing has changed." if self.same else "Nothing in the file lies ahead, up to a year from now."


def take(user: User, deal: Deal, raw: bytes, now: datetime) -> Taken:
    """Bring the file in. Raises ``Unreadable``, and ``PermissionDenied`` for another team's deal."""
    if not access.may_edit(user, deal.team_id):
        raise PermissionDenied
    zone = user.zone if is_zone(user.zone) else "UTC"
    entries = read(raw, now - _PAST, now + _AHEAD, zone)
    with transaction.atomic():
        taken = put(deal, setting_of(deal).office, entries)
        rebuild(deals=[deal.pk])
    return taken


def put(deal: Deal, office: Office, entries: Iterable[Dated], seen_by: User | None = None) -> Taken:
    """Put what is new on the deal, move what has moved, take off what was called off; in the caller's transaction."""
    found = {key_of(dated): dated for dated in entries}
    known = {row.external_id: row for row in deal.calendar.select_for_update().filter(external_id__in=found)}
    new, moved, same, gone = [], [], 0, []
    for key, dated in found.items():
        at, row = _moment(dated, office), known.get(key)
        if dated.off:
            gone += [row.pk] if row else []
        elif row is None:
            entry = CalendarEntry(deal=deal, external_id=key, kind=dated.kind, at=at, title=dated.title)
            entry.seen_by = seen_by
            new.append(entry)
        elif (row.at, row.title) != (at, dated.title) or (seen_by and row.seen_by_id is None):
            # In two calendars it is the first one's; when it goes there, the other brings it again.
            row.at, row.title, row.seen_by = at, dated.title, row.seen_by or seen_by
            moved.append(row)
        else:
            same += 1
    deal.calendar.filter(pk__in=gone).delete()
    deal.calendar.bulk_create(new)
    deal.calendar.bulk_update(moved, ["at", "title", "seen_by"])
    return Taken(len(new), len(moved), len(gone), same)


def key_of(dated: Dated) -> str:
    """How the deal names it: the same from a file, from a server, and out of two people's calendars."""
    return f"ics:{sha256(dated.key.encode()).hexdigest()}"


def _moment(dated: Dated, office: Office) -> datetime:
    """A whole day is due when it ends for them, and a meeting on it begins when they open."""
    if dated.at is not None:
        return dated.at
    assert dated.day is not None
    opens, closes = office.bounds(dated.day)
    return closes if dated.kind in {"submission", "decision"} else opens
