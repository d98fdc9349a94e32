"""Uploads that wait for a worker: taken by one at a time, under a lease that a dead worker lets lapse (M12)."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from bowout.store.models import ImportRun

LEASE = timedelta(minutes=2)
ATTEMPTS = 5
"""A file at which so many workers died is given up."""
_Status = ImportRun.Status


class RunLost(Exception):
    """Another worker has the upload now: stop."""


def claim(now: datetime, token: str, pk: int | None = None) -> ImportRun | None:
    """Lease the upload that has waited longest, or the one with that key; None when there is none to be had."""
    lapsed = Q(status=_Status.RUNNING, lease_until__lte=now)
    ready = ImportRun.objects.filter(Q(status=_Status.WAITING) | lapsed).order_by("made_at", "pk")
    for found in (ready if pk is None else ready.filter(pk=pk)).values_list("pk", flat=True)[:10]:
        hit = ImportRun.objects.filter(Q(status=_Status.WAITING) | lapsed, pk=found).update(
            status=_Status.RUNNING,
            lease_token=token,
            lease_until=now + LEASE,
            progress=0,
            attempts=F("attempts") + 1,
        )
        if hit == 1:
            return ImportRun.objects.select_related("team").get(pk=found)
    return None


def go_on(run: ImportRun, token: str, now: datetime, progress: int) -> None:
    """Say how many rows are in, and keep the lease. Raises ``RunLost``."""
    _one(_mine(run, token).update(progress=progress, lease_until=now + LEASE))


def finish(run: ImportRun, token: str, now: datetime, counts: dict[str, Any]) -> None:
    """All of it is in. Raises ``RunLost``."""
    done = {"status": _Status.DONE, "finished_at": now, "counts": counts, "problem": ""}
    _one(_mine(run, token).update(**done, progress=F("total")))


def fail(run: ImportRun, token: str, now: datetime, problem: str) -> None:
    """It cannot be taken in as it is. Raises ``RunLost``."""
    _one(_mine(run, token).update(status=_Status.FAILED, finished_at=now, problem=problem))


def release(run: ImportRun, token: str) -> None:
    """Give it back, as a worker does that is told to end; the next one begins again."""
    _mine(run, token).update(status=_Status.WAITING, lease_token="", attempts=F("attempts") - 1)


def make(**fields: Any) -> ImportRun:
    """A new upload."""
    return ImportRun.objects.create(**fields)


def change(run: ImportRun, **fields: Any) -> bool:
    """Change an upload that nobody has started yet; False when somebody has."""
    hit = ImportRun.objects.filter(pk=run.pk, status=_Status.UPLOADED).update(**fields)
    return hit == 1


def _mine(run: ImportRun, token: str) -> QuerySet[ImportRun]:
    return ImportRun.objects.filter(pk=run.pk, status=_Status.RUNNING, lease_token=token)


def _one(hit: int) -> None:
    if hit != 1:
        raise RunLost
