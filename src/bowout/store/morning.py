"""Whose morning mail is due."""

from datetime import datetime

from django.db import connection
from django.db.models import F, Q, QuerySet

from bowout.store.models import User


def is_any_due(now: datetime) -> bool:
    """True when there is something to claim; asked without keeping anybody from writing."""
    return _due(now).exists()


def claim(now: datetime) -> User | None:
    """The one whose mail has been due longest, held against other workers in the caller's transaction; None: nobody's.

    First those whom no worker has seen yet.
    """
    due = _due(now).order_by(F("digest_at").asc(nulls_first=True), "pk").select_related("team")
    if connection.features.has_select_for_update_skip_locked:
        due = due.select_for_update(of=("self",), skip_locked=True)
    return due.first()


def _due(now: datetime) -> QuerySet[User]:
    return User.objects.filter(Q(digest_at=None) | Q(digest_at__lte=now), digest=True, is_active=True)
