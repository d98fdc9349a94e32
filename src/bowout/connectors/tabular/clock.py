"""The time at the end of a text, on either clock, with its zone where it has one."""

import re
from datetime import UTC, time, timedelta, timezone

from bowout.connectors.tabular.errors import Misread

WRITE = "Write it as year-month-day, such as 2026-02-23."
CLOCK = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?\s*(?:uhr\b)?\s*(?P<zone>z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?"
)
TIME = re.compile(rf"(?:^|[\sT,]+(?:at\s+|um\s+|à\s+)?){CLOCK}$", re.IGNORECASE)


def split_clock(text: str) -> tuple[str, time | None, timezone | None]:
    """Split the time off the end."""
    found = TIME.search(text)
    if found is None or (found["minute"] is None and found["half"] is None) or not text[: found.start()]:
        return text, None, None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise Misread(f"“{text}” has an hour that is not on a twelve-hour clock.", WRITE)
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    try:
        clock = time(hour, int(found["minute"] or 0), int(found["second"] or 0))
        return text[: found.start()], clock, _offset(found["zone"])
    except ValueError as error:
        raise Misread(f"“{text}” has a time that does not exist.", WRITE) from error


def _offset(zone: str | None) -> timezone | None:
    if not zone:
        return None
    digits = re.sub(r"[^\d+-]", "", zone)
    if not digits:
        return UTC
    hours, minutes = (digits[1:3], digits[3:]) if len(digits) > 3 else (digits[1:], "0")
    away = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-away if digits[0] == "-" else away)
