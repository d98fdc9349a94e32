"""A calendar file brought to a deal: what is new is added, what was moved moves, what was called off goes (M6)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import transaction
from msgspec import Struct

from bowout.connectors.calendar import Dated, read
from bowout.core.hours import Office
from bowout.desk.projecting import rebuild
from bowout.desk.setting import setting_of, zone_of
from bowout.desk.striking import FORGOTTEN
from bowout.store import access, calendars
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
    entries = read(raw, now - _PAST, now + _AHEAD, zone_of(user))
    with transaction.atomic():
        taken = put(deal, setting_of(deal).office, entries, now - _PAST)
        rebuild(deals=[deal.pk])
    return taken


def put(deal: Deal, office: Office, entries: Iterable[Dated], since: datetime, seen_by: User | None = None) -> Taken:
    """Put what is new on the deal, move what has moved, take off what was called off; in the caller's transaction.

    What ``entries`` say of an appointment is all there is of it from ``since`` on, unless they name some times alone.
    """
    calendars.lock(deal.pk)
    rows = deal.calendar.select_for_update().filter(external_id__startswith="ics:")
    known = {row.external_id or "": row for row in rows}
    new, moved, same, kept, spoken_of = list[CalendarEntry](), list[CalendarEntry](), 0, set[str](), set[str]()
    for dated in entries:
        at, key, row = _moment(dated, office), key_of(dated), known.get(key_of(dated))
        spoken_of.add(key if dated.change else _series(key))
        if dated.off:
            kept.discard(key)
            continue
        kept.add(key)
        if row is None:
            entry = CalendarEntry(deal=deal, external_id=key, seen_by=seen_by)
            _follow(entry, dated, at, seen_by)
            new.append(entry)
            known[key] = entry
        elif _follow(row, dated, at, seen_by):
            moved.append(row)
        else:
            same += 1
    gone = [row.pk for key, row in known.items() if row.pk and key not in kept and _is_over(key, row, spoken_of, since)]
    deal.calendar.filter(pk__in=gone).delete()
    deal.calendar.bulk_create(new)
    deal.calendar.bulk_update([row for row in moved if row.pk], ["at", "title", "kind", "seen_by", "file"])
    return Taken(len(new), len(moved), len(gone), same)


def _follow(row: CalendarEntry, dated: Dated, at: datetime, seen_by: User | None) -> bool:
    """Make the row say what the calendar says; True when it said something else."""
    before = (row.at, row.title, row.kind, row.seen_by_id, row.file)
    # A title in which somebody was forgotten stays as it is: the calendar still names them.
    title = row.title if FORGOTTEN in row.title else dated.title
    row.at, row.title, row.kind = at, title, dated.kind
    if seen_by is not None and row.seen_by_id in {None, seen_by.pk}:
        # In two calendars it is the first one's; when it goes there, the other brings it again.
        row.seen_by, row.file = seen_by, dated.file
    return before != (row.at, row.title, row.kind, row.seen_by_id, row.file)


def _is_over(key: str, row: CalendarEntry, spoken_of: set[str], since: datetime) -> bool:
    """True for what a file speaks of and does not bring any more; what has been is left as it was."""
    return row.at >= since and (key in spoken_of or _series(key) in spoken_of)


def _series(key: str) -> str:
    """``ics:<appointment>`` of ``ics:<appointment>:<one of its times>``."""
    return ":".join(key.split(":")[:2])


def key_of(dated: Dated) -> str:
    """How the deal names it: the same from a file, from a server, and out of two people's calendars."""
    which = f":{dated.original.astimezone(UTC):%Y%m%dT%H%M}" if dated.original is not None else ""
    return f"ics:{sha256(dated.key.encode()).hexdigest()[:40]}{which}"


def _moment(dated: Dated, office: Office) -> datetime:
    """A whole day is due when it ends for them, and a meeting on it begins when they open."""
    if dated.at is not None:
        return dated.at
    assert dated.day is not None
    opens, closes = office.bounds(dated.day)
    return closes if dated.kind in {"submission", "decision"} else opens
