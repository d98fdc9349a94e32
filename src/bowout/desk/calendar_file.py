"""A calendar file brought to a deal: what is new is added, what was moved moves, what was called off goes (M6)."""

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
    entries = {_key(dated): dated for dated in read(raw, now - _PAST, now + _AHEAD, zone)}
    office = setting_of(deal).office
    with transaction.atomic():
        known = {row.external_id: row for row in deal.calendar.select_for_update().filter(external_id__in=entries)}
        gone = [known[key].pk for key, dated in entries.items() if dated.off and key in known]
        new, moved, same = [], [], 0
        for key, dated in entries.items():
            at = _moment(dated, office)
            if dated.off:
                continue
            if key not in known:
                new.append(CalendarEntry(deal=deal, external_id=key, kind=dated.kind, at=at, title=dated.title))
            elif (row := known[key]).at != at or row.title != dated.title:
                row.at, row.title = at, dated.title
                moved.append(row)
            else:
                same += 1
        deal.calendar.filter(pk__in=gone).delete()
        deal.calendar.bulk_create(new)
        deal.calendar.bulk_update(moved, ["at", "title"])
        rebuild(deals=[deal.pk])
    return Taken(len(new), len(moved), len(gone), same)


def _key(dated: Dated) -> str:
    return f"ics:{sha256(dated.key.encode()).hexdigest()}"


def _moment(dated: Dated, office: Office) -> datetime:
    """A whole day is due when it ends for them, and a meeting on it begins when they open."""
    if dated.at is not None:
        return dated.at
    assert dated.day is not None
    opens, closes = office.bounds(dated.day)
    return closes if dated.kind in {"submission", "decision"} else opens
