"""The outbox: rows written with the events that cause them, taken by workers one at a time.

A row is ``waiting`` until a worker leases it. A channel that can tell whether it was reached twice goes from
``leased`` to ``sent``. One that cannot, such as SMTP, first goes to ``handing-over``: whoever dies there
leaves a row ``in-doubt``, for people to judge; it is never sent again by itself.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet
from msgspec import Struct

from bowout.store.models import Outbox, User, WalkAway

LEASE = timedelta(minutes=2)
ATTEMPTS = 8
"""So many tries in about two hours; then the row is ``failed`` and people see it."""
LONGEST_WAIT = timedelta(hours=1)
_State = Outbox.State


class LeaseLost(Exception):
    """The row is not this worker's any more: do not send."""


class Parcel(Struct, frozen=True):
    """Something to send. ``key`` names it for ever: a second parcel of that key is dropped."""

    kind: str
    key: str
    payload: dict[str, Any]
    not_before: datetime


def put(walk_away: WalkAway, parcels: Sequence[Parcel]) -> None:
    """Add parcels of a walk-away, in the caller's transaction."""
    post(walk_away.deal.team_id, parcels, walk_away)


def last_invitation(walk_away: UUID) -> dict[str, Any] | None:
    """The mail that put the walk-away's talk into somebody's calendar last, or took it out; None: none did."""
    rows = Outbox.objects.filter(walk_away=walk_away, payload__invitation__isnull=False).exclude(state=_State.FAILED)
    found = rows.order_by("-pk").first()
    payload: dict[str, Any] | None = found.payload if found else None
    return payload if payload and payload.get("invitation") else None


def post(
    team: int, parcels: Sequence[Parcel], walk_away: WalkAway | None = None, private_to: User | None = None
) -> None:
    """Add parcels of the team with that key, in the caller's transaction."""
    rows = [
        Outbox(
            team_id=team,
            walk_away=walk_away,
            private_to=private_to,
            kind=parcel.kind,
            key=parcel.key,
            mail_id=id_of(parcel.key),
            payload=parcel.payload,
            not_before=parcel.not_before,
        )
        for parcel in parcels
    ]
    Outbox.objects.bulk_create(rows, ignore_conflicts=True)


def call_off(walk_away: WalkAway, keys: str) -> None:
    """Drop what waits to be sent about the walk-away under keys that begin so; what a worker has taken goes out."""
    Outbox.objects.filter(walk_away=walk_away, key__startswith=keys, state=_State.WAITING).delete()


def id_of(key: str) -> str:
    """How a mail of that key is named on the wire, and in the answers to it; it says nothing of what it is about."""
    return sha256(key.encode()).hexdigest()[:40]


def claim(now: datetime, token: str, kinds: Iterable[str] = ()) -> Outbox | None:
    """Lease the row that has waited longest, or None. ``token`` must be new for every claim."""
    ready = Outbox.objects.filter(state=_State.WAITING, not_before__lte=now).order_by("not_before", "pk")
    if kinds:
        ready = ready.filter(kind__in=list(kinds))
    while (pk := _lease(ready, now, token)) is not None:
        if pk:
            return Outbox.objects.select_related("team", "walk_away").get(pk=pk)
    return None


def _lease(ready: QuerySet[Outbox], now: datetime, token: str) -> int | None:
    """Key of the leased row; 0 when another worker was faster; None when nothing is ready."""
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            ready = ready.select_for_update(skip_locked=True)
        pk = ready.values_list("pk", flat=True).first()
        if pk is None:
            return None
        hit = Outbox.objects.filter(pk=pk, state=_State.WAITING).update(
            state=_State.LEASED, lease_token=token, lease_until=now + LEASE, attempts=F("attempts") + 1
        )
        return pk if hit == 1 else 0


def hand_over(row: Outbox, token: str, now: datetime) -> None:
    """Commit that from here on it may have been sent. Raises ``LeaseLost``."""
    held = Outbox.objects.filter(pk=row.pk, state=_State.LEASED, lease_token=token, lease_until__gt=now)
    _one(held.update(state=_State.HANDING_OVER, lease_until=now + LEASE))


def done(row: Outbox, token: str, now: datetime) -> None:
    """It was sent. Raises ``LeaseLost``."""
    _one(_mine(row, token).update(state=_State.SENT, sent_at=now, last_error=""))


def failed(row: Outbox, token: str, now: datetime, error: str, final: bool = False) -> None:
    """It was surely not sent: wait and try again, or give up. Raises ``LeaseLost``."""
    if final or row.attempts >= ATTEMPTS:
        _one(_mine(row, token).update(state=_State.FAILED, last_error=error))
    else:
        later = now + min(timedelta(minutes=2 ** (row.attempts - 1)), LONGEST_WAIT)
        _one(_mine(row, token).update(state=_State.WAITING, not_before=later, last_error=error))


def doubt(row: Outbox, token: str, error: str) -> None:
    """Nobody can say whether it was sent. Raises ``LeaseLost``."""
    held = Outbox.objects.filter(pk=row.pk, state=_State.HANDING_OVER, lease_token=token)
    _one(held.update(state=_State.IN_DOUBT, last_error=error))


def release(row: Outbox, token: str) -> None:
    """Give the row back untried, as a worker does that shuts down. Raises ``LeaseLost``."""
    held = Outbox.objects.filter(pk=row.pk, state=_State.LEASED, lease_token=token)
    _one(held.update(state=_State.WAITING, attempts=F("attempts") - 1))


def sweep(now: datetime) -> int:
    """Take back what dead workers held. Returns how many rows; run it before every round of claims."""
    late = Outbox.objects.filter(lease_until__lte=now)
    leased = late.filter(state=_State.LEASED)
    return (
        late.filter(state=_State.HANDING_OVER).update(
            state=_State.IN_DOUBT, last_error="The worker stopped while handing it over."
        )
        + leased.filter(attempts__gte=ATTEMPTS).update(
            state=_State.FAILED, last_error="The worker stopped at every try."
        )
        + leased.update(state=_State.WAITING)
    )


def came_back(row: Outbox, says: str) -> None:
    """It was sent, and did not arrive. What has not left yet cannot have come back, whoever says so."""
    gone = (_State.HANDING_OVER, _State.IN_DOUBT, _State.SENT)
    Outbox.objects.filter(pk=row.pk, state__in=gone).update(state=_State.FAILED, last_error=f"It came back: {says}")


def send_again(rows: QuerySet[Outbox], now: datetime) -> int:
    """A person wants these ``in-doubt`` or ``failed`` rows sent (again). Returns how many."""
    return _stuck(rows).update(state=_State.WAITING, not_before=now, attempts=0, lease_token="")


def settle(rows: QuerySet[Outbox], now: datetime) -> int:
    """A person knows that these ``in-doubt`` or ``failed`` rows arrived. Returns how many."""
    return _stuck(rows).update(state=_State.SENT, sent_at=now, lease_token="")


def _stuck(rows: QuerySet[Outbox]) -> QuerySet[Outbox]:
    return rows.filter(state__in=(_State.IN_DOUBT, _State.FAILED))


def _mine(row: Outbox, token: str) -> QuerySet[Outbox]:
    # A slow answer still counts when the lease ran out meanwhile, as long as nobody else has the row.
    states = (_State.LEASED, _State.HANDING_OVER, _State.IN_DOUBT)
    return Outbox.objects.filter(pk=row.pk, lease_token=token, state__in=states)


def _one(hit: int) -> None:
    if hit != 1:
        raise LeaseLost
