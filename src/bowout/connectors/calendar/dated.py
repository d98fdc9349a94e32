"""An iCalendar file (RFC 5545) as plain values: what is on, when, moved or called off."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar
from msgspec import Struct

MOST = 500
"""Entries of one file that are taken; a whole year of somebody's life is not one deal's calendar."""

_KINDS = (
    ("decision", r"decision|decide|award|vergabe|zuschlag|entscheid\w*|décision|attribution|adjudication"),
    (
        "submission",
        r"submission|submit|deadline|due date|\w*abgabe|einreich\w*|frist|remise|échéance|dépôt",
    ),
    ("demo", r"demo\w*|démo\w*|presentation|pitch|präsentation|vorführung|présentation|walkthrough|show ?case"),
)
PATIENCE = 5.0
"""Seconds for all repetitions of one file."""
_DEEPEST = 6
"""Parts within parts; a calendar, an appointment in it and its alarm are three."""
_FIRST_YEAR = 1970
_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError, OSError)
"""What the libraries may raise for a file that was made to break them."""
_MEND = "Export the appointment as .ics and try again."


class Unreadable(Exception):
    """No calendar file, or a broken one; says what to do."""


class Dated(Struct, frozen=True):
    """One appointment. ``day`` instead of ``at`` where it is no time but a whole day."""

    key: str
    """The same for the same appointment, also after it was moved; all times of a series share it."""
    title: str
    kind: str
    at: datetime | None = None
    day: date | None = None
    off: bool = False
    """True when it was called off."""
    until: datetime | None = None
    """Its end, where it has a time."""
    busy: bool = False
    """True when whoever's calendar it is cannot do anything else then."""
    original: datetime | None = None
    """Of a series: when this time was to be at first, which tells it from the others."""
    change: bool = False
    """True when the file speaks of some times of a series alone, and not of the series."""
    people: frozenset[str] = frozenset()
    """Addresses of all who are asked, and of who asks, in lower case."""
    file: str = ""
    """On a server: under which name it lies there, hashed."""

    @property
    def moment(self) -> datetime:
        """When it comes in a list."""
        if self.at is not None:
            return self.at
        assert self.day is not None
        return datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)


def read(raw: bytes, since: datetime, until: datetime, zone: str) -> tuple[Dated, ...]:
    """What is in the file between two moments, soonest first; repeated ones each time, but for those long past.

    A time without a zone is one in ``zone``. Raises ``Unreadable``.
    """
    raw = raw.replace(b"\0", b"")
    _must_be_flat(raw)
    try:
        calendars = Calendar.from_ical(raw, multiple=True)
        found = [dated for calendar in calendars for dated in _entries(calendar, since, until, ZoneInfo(zone))]
    except _BROKEN as error:
        raise Unreadable(f"This is no calendar file, or a broken one ({error}). {_MEND}") from error
    if not calendars:
        raise Unreadable(f"There is no calendar in this file. {_MEND}")
    return tuple(sorted(found, key=lambda dated: dated.moment)[:MOST])


def _entries(calendar: Any, since: datetime, until: datetime, zone: ZoneInfo) -> Iterator[Dated]:
    gone = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    repeated, alone, found = _repeated(calendar), _times_alone(calendar), set[str]()
    for event in _times(calendar, repeated, since, until):
        if event.get("DTSTART") is not None:
            found.add(_uid(event))
            yield _dated(event, repeated, alone, gone, zone)
    for event in calendar.walk("VEVENT"):
        if _uid(event) not in found and not _is_endless(event):
            # Long past or far off by now: wherever it stood, there it is no more.
            with suppress(*_BROKEN):
                yield _dated(event, repeated, alone, True, zone)


def _dated(event: Any, repeated: set[str], alone: set[str], gone: bool, zone: ZoneInfo) -> Dated:
    title = " ".join(str(event.get("SUMMARY", "")).split())[:300]
    if str(event.get("CLASS", "")).upper() in {"PRIVATE", "CONFIDENTIAL"}:
        title = "Private"
    uid, start, recurs = _uid(event), event["DTSTART"].dt, event.get("RECURRENCE-ID")
    at, end = _moment(start, zone), event.get("DTEND")
    off = gone or str(event.get("STATUS", "")).upper() == "CANCELLED"
    return Dated(
        uid,
        title,
        _kind(title),
        at=at,
        day=None if at else start,
        off=off,
        until=_moment(end.dt, zone) if end is not None else None,
        busy=not off and at is not None and str(event.get("TRANSP", "")).upper() != "TRANSPARENT",
        original=_midnight_or(recurs.dt if recurs is not None else start, zone) if uid in repeated | alone else None,
        change=uid in alone,
        people=_people(event),
    )


def _midnight_or(value: date, zone: ZoneInfo) -> datetime:
    return _moment(value, zone) or datetime(value.year, value.month, value.day, tzinfo=UTC)


def _uid(event: Any) -> str:
    return str(event.get("UID", "")) or " ".join(str(event.get("SUMMARY", "")).split())[:300]


def _times(calendar: Any, repeated: set[str], since: datetime, until: datetime) -> Iterator[Any]:
    """Every time of every event; a series at a time, for one alone can be made to take for ever."""
    enough = monotonic() + PATIENCE
    events, rest = calendar.walk("VEVENT"), [part for part in calendar.subcomponents if part.name != "VEVENT"]
    series: dict[str, list[Any]] = {"": []}
    for event in events:
        uid = str(event.get("UID", ""))
        series.setdefault(uid if uid in repeated else "", []).append(event)
    for of_one in series.values():
        if monotonic() > enough:
            raise Unreadable(f"There are too many repetitions in this file. {_MEND}")
        if any(_is_endless(event) for event in of_one):
            continue
        try:
            yield from _between(calendar, [*rest, *of_one], since, until)
        except _BROKEN:
            # One of them is odd: each by itself, and without that one.
            for event in of_one:
                with suppress(*_BROKEN):
                    yield from _between(calendar, [*rest, event], since, until)


def _between(calendar: Any, parts: list[Any], since: datetime, until: datetime) -> list[Any]:
    alone = calendar.copy()
    alone.subcomponents = parts
    return list(recurring_ical_events.of(alone, skip_bad_series=True).between(since, until))


def _is_endless(event: Any) -> bool:
    """True for repetitions that no appointment has and that may take for ever to work out.

    More than once a day, no step between two times, several rules at once, a choice from sets that may be empty, and a
    beginning before there were computers.
    """
    rules = [rule for rule in _all(event.get("RRULE")) if rule is not None]
    return bool(rules) and (
        len(rules) > 1 or event.get("EXRULE") is not None or _is_ancient(event) or any(map(_is_wild, rules))
    )


def _is_ancient(event: Any) -> bool:
    try:
        return bool(event["DTSTART"].dt.year < _FIRST_YEAR)
    except _BROKEN:
        # What cannot be read is found out where it is read.
        return False


def _is_wild(rule: Any) -> bool:
    often = any(str(freq).upper() in _OFTEN for freq in rule.get("FREQ", []))
    several = any(len(rule.get(name, [])) > 1 for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    stands = any(int(step) < 1 for step in rule.get("INTERVAL", []))
    chosen = rule.get("BYSETPOS") is not None and rule.get("BYDAY") is None
    return often or several or stands or chosen


def _must_be_flat(raw: bytes) -> None:
    """Refuses parts within parts within parts, which take the reader of calendars for ever."""
    depth = 0
    for line in raw.upper().splitlines():
        depth += line.startswith(b"BEGIN:") - line.startswith(b"END:")
        if depth > _DEEPEST:
            raise Unreadable(f"This is no calendar file that a program has written. {_MEND}")


def _repeated(calendar: Any) -> set[str]:
    events = calendar.walk("VEVENT")
    return {str(event.get("UID", "")) for event in events if event.get("RRULE") or event.get("RDATE")}


def _times_alone(calendar: Any) -> set[str]:
    """Of which series the file has changed times, and not the series."""
    events = calendar.walk("VEVENT")
    return {_uid(event) for event in events} - {_uid(event) for event in events if event.get("RECURRENCE-ID") is None}


def _kind(title: str) -> str:
    """What it is by its title: a meeting, where nothing says more."""
    return next((kind for kind, words in _KINDS if re.search(rf"(?i)\b(?:{words})\b", title)), "meeting")


def _people(event: Any) -> frozenset[str]:
    named = [event.get("ORGANIZER"), *_all(event.get("ATTENDEE"))]
    return frozenset(str(one).lower().removeprefix("mailto:").strip() for one in named if one is not None)


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _moment(value: Any, zone: ZoneInfo) -> datetime | None:
    """In UTC; None for a whole day."""
    if not isinstance(value, datetime):
        return None
    return (value if value.tzinfo is not None else value.replace(tzinfo=zone)).astimezone(UTC)
