"""Counts tries to sign in. Nothing personal is kept: keys are hashes, and old rows go."""

import hashlib
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from bowout.store.models import SignInTries

WINDOW = timedelta(minutes=15)
"""So long after its first try, a key may be tried again as if nothing had been."""
FROM_ONE_PLACE = 5
FROM_ANYWHERE = 50
"""Tries at one account from everywhere together; higher, so that a stranger can hardly lock its owner out."""


def note(email: str, place: str, now: datetime) -> timedelta:
    """Count one more try, before the password is looked at. Returns how long to wait: zero lets it through."""
    limits = _limits(email, place)
    with transaction.atomic():
        SignInTries.objects.filter(since__lte=now - WINDOW).delete()
        SignInTries.objects.bulk_create([SignInTries(key=key, since=now) for key in limits], ignore_conflicts=True)
        SignInTries.objects.filter(key__in=limits).update(tries=F("tries") + 1)
        rows = list(SignInTries.objects.filter(key__in=limits))
    return max((row.since + WINDOW - now for row in rows if row.tries > limits[row.key]), default=timedelta())


def clear(email: str, place: str) -> None:
    """They signed in: what went before was only a slip."""
    SignInTries.objects.filter(key__in=_limits(email, place)).delete()


def _limits(email: str, place: str) -> dict[str, int]:
    account = email.strip().lower()
    return {_key(account, place): FROM_ONE_PLACE, _key(account): FROM_ANYWHERE}


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
