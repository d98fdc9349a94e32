"""The one place where the clock is read: what pages put off until then, the worker does then."""

import os
from datetime import UTC, datetime, timedelta

from django.conf import settings


def now() -> datetime:
    """This moment, in UTC.

    Where the setting DEBUG_CLOCK is true, BOWOUT_NOW moves it: to a moment with an offset
    (``2026-03-03T10:00+01:00``), or by so many days (``+120d``). Raises ``ValueError`` for anything else.
    """
    moved = os.environ.get("BOWOUT_NOW", "") if settings.DEBUG_CLOCK else ""
    if not moved:
        return datetime.now(UTC)
    if moved.startswith("+") and moved.endswith("d"):
        return datetime.now(UTC) + timedelta(days=float(moved[1:-1]))
    at = datetime.fromisoformat(moved)
    if at.tzinfo is None:
        raise ValueError(f"BOWOUT_NOW needs an offset from UTC: {moved}")
    return at.astimezone(UTC)
