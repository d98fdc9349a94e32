"""Event streams: read a walk-away's log, add to it. Nothing here edits or removes an event."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet

from bowout.core import events as e
from bowout.core.walkaway import WalkAway, fold
from bowout.store import words
from bowout.store.models import Event, User, Words


class Conflict(Exception):
    """Somebody else wrote to the stream since it was read: read again, decide again."""


class Entry(msgspec.Struct, frozen=True):
    """An event with what the store knows of it. ``by_user`` is a user's key, None for the customer."""

    version: int
    event: e.Event
    recorded_at: datetime
    by_user: int | None


def entries(streams: Iterable[UUID]) -> dict[UUID, tuple[Entry, ...]]:
    """The logs of many streams, in two queries. A stream without events has no key."""
    wanted = list(streams)
    texts: dict[tuple[UUID, int], dict[int, str]] = defaultdict(dict)
    for row in Words.objects.filter(stream__in=wanted):
        texts[row.stream, row.version][row.number] = row.text
    logs: dict[UUID, list[Entry]] = defaultdict(list)
    for event in Event.objects.filter(stream__in=wanted).order_by("stream", "version"):
        logs[event.stream].append(_entry(event, texts.get((event.stream, event.version), {})))
    return {stream: tuple(log) for stream, log in logs.items()}


def logs(streams: Iterable[UUID]) -> dict[UUID, tuple[e.Event, ...]]:
    """The events of many streams, in two queries."""
    return {stream: tuple(entry.event for entry in log) for stream, log in entries(streams).items()}


def log(stream: UUID) -> tuple[e.Event, ...]:
    """All events of the stream, oldest first."""
    return logs([stream]).get(stream, ())


def latest(streams: Iterable[UUID], kind: str) -> dict[UUID, e.Event]:
    """The last event of that kind in each stream that has one, without its words; one query."""
    rows = Event.objects.filter(stream__in=list(streams), kind=kind).order_by("version")
    return {row.stream: _entry(row, {}).event for row in rows}


def lately(streams: QuerySet[Any], kind: str, since: datetime, most: int) -> list[tuple[UUID, Entry]]:
    """The last events of that kind in these walk-aways, latest first, each with its stream; two queries."""
    rows = Event.objects.filter(kind=kind, recorded_at__gte=since, stream__in=streams.values("pk"))
    found = list(rows.order_by("-recorded_at", "-pk")[:most])
    places = {(row.stream, row.version) for row in found}
    texts: dict[tuple[UUID, int], dict[int, str]] = defaultdict(dict)
    for row in Words.objects.filter(stream__in={row.stream for row in found}):
        if (row.stream, row.version) in places:
            texts[row.stream, row.version][row.number] = row.text
    return [(event.stream, _entry(event, texts[event.stream, event.version])) for event in found]


def load(stream: UUID) -> WalkAway:
    """The state of the walk-away; the empty one, of version 0, before anything happened."""
    return fold(log(stream))


def append(
    stream: UUID,
    expected_version: int,
    events: Sequence[e.Event],
    by_user: User | None,
    recorded_at: datetime,
) -> int:
    """Add events after ``expected_version`` and return the new version. Raises ``Conflict``."""
    rows, texts = [], []
    for version, event in enumerate(events, expected_version + 1):
        row, taken = _row(stream, version, event)
        row.by_user, row.recorded_at = by_user, recorded_at
        rows.append(row)
        texts += [Words(stream=stream, version=version, number=n, text=text) for n, text in enumerate(taken)]
    try:
        with transaction.atomic():
            _must_be_at(stream, expected_version)
            Event.objects.bulk_create(rows)
            Words.objects.bulk_create(texts)
    except IntegrityError as error:
        raise Conflict(f"somebody else has just added to {stream}") from error
    return expected_version + len(rows)


def forget(stream: UUID, version: int | None = None) -> int:
    """Empty all words of the stream, or of one of its events; the log keeps folding. Returns how many."""
    texts = Words.objects.filter(stream=stream).exclude(text="")
    return (texts if version is None else texts.filter(version=version)).update(text="")


def _must_be_at(stream: UUID, expected: int) -> None:
    actual = Event.objects.filter(stream=stream).aggregate(last=Max("version"))["last"] or 0
    if actual != expected:
        raise Conflict(f"{stream} is at version {actual}, not {expected}")


def _row(stream: UUID, version: int, event: e.Event) -> tuple[Event, words.Taken]:
    body, taken = words.split(event)
    row = Event(
        stream=stream,
        version=version,
        kind=event.kind,
        at=event.at,
        by_role=event.by.role,
        body=body.decode(),
    )
    return row, taken


def _entry(row: Event, texts: dict[int, str]) -> Entry:
    plain = words.join(msgspec.json.decode(row.body), texts)
    # One type at a time: msgspec works a union of them all out anew for every event.
    return Entry(row.version, msgspec.convert(plain, e.KINDS[row.kind]), row.recorded_at, row.by_user_id)
