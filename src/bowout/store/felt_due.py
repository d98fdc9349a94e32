"""Which customers are due to be asked by mail how it felt; each walk-away is seen to once."""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import QuerySet

from bowout.store import facts
from bowout.store.models import WalkAway

LATEST = timedelta(days=14)
"""Whoever was not asked by then, for no worker ran or Bowout knew of no such mail, is left in peace."""


def is_any_due(now: datetime) -> bool:
    """True when there is something to claim; asked without keeping anybody from writing."""
    return _due(now).exists()


def claim(now: datetime) -> WalkAway | None:
    """The walk-away that has been due longest, held against others in the caller's transaction; None: none is."""
    due = _due(now).select_related("deal__owner").order_by("felt_due", "pk")
    if connection.features.has_select_for_update_skip_locked:
        due = due.select_for_update(of=("self",), skip_locked=True)
    return due.first()


def seen_to(walk_away: WalkAway, now: datetime) -> None:
    """It is never claimed again, whether anybody was written to or not."""
    WalkAway.objects.filter(pk=walk_away.pk).update(felt_seen_to_at=now)


def _due(now: datetime) -> QuerySet[WalkAway]:
    rows = facts.walk_aways().order_by()
    return rows.filter(felt_due__lte=now, felt_due__gt=now - LATEST, felt_seen_to_at=None)
