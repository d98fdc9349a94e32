"""How times, money and numbers are written on our pages."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.numbers import format_currency, format_decimal, is_currency


def place(zone: str) -> str:
    """The town that names a zone: ``Paris`` for ``Europe/Paris``."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def moment(at: datetime, zone: str, today: date) -> str:
    """``Tue 3 Mar, 10:00``, with the year when it is not this one."""
    here = at.astimezone(ZoneInfo(zone))
    return f"{day(here.date(), today)}, {here:%H:%M}"


def day(on: date, today: date) -> str:
    """``Tue 3 Mar``, with the year when it is not this one."""
    return f"{on:%a} {date_only(on, today)}"


def date_only(on: date, today: date) -> str:
    """``3 Mar``, with the year when it is not this one."""
    return f"{on.day} {on:%b}" + (f" {on.year}" if on.year != today.year else "")


def both(at: datetime, theirs: str, mine: str, today: date) -> str:
    """The customer's time first and mine after: ``Tue 3 Mar, 10:00 Paris · 04:00 yours``."""
    first = f"{moment(at, theirs, today)} {place(theirs)}"
    there, here = at.astimezone(ZoneInfo(theirs)), at.astimezone(ZoneInfo(mine))
    if there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return first
    same_day = there.date() == here.date()
    return f"{first} · " + (f"{here:%H:%M}" if same_day else f"{here:%a %H:%M}") + " yours"


def span(start: datetime, end: datetime, theirs: str, mine: str, today: date) -> str:
    """Hours of one day, theirs first: ``Tue 3 Mar, 13:00 to 17:00 · 07:00 to 11:00 yours``."""
    here, there = ((start.astimezone(ZoneInfo(zone)), end.astimezone(ZoneInfo(zone))) for zone in (mine, theirs))
    first = f"{moment(start, theirs, today)} to {there[1]:%H:%M}"
    if there[0].replace(tzinfo=None) == here[0].replace(tzinfo=None):
        return first
    weekday = "" if here[0].date() == there[0].date() else f"{here[0]:%a} "
    return f"{first} · {weekday}{here[0]:%H:%M} to {here[1]:%H:%M} yours"


def distance(at: datetime, now: datetime) -> str:
    """How far off it is: ``in 3 days``, ``in 2 hours``, ``40 minutes ago``, ``now``."""
    gap = abs(at - now)
    if gap < timedelta(minutes=1):
        return "now"
    return f"in {_long(gap)}" if at > now else f"{_long(gap)} ago"


def late(due: datetime, now: datetime) -> str:
    """How late it is, ``2 days late``; empty when it is not."""
    return f"{_long(now - due)} late" if now - due >= timedelta(minutes=1) else ""


_SIZES = ((365 * 24 * 60, "year"), (30 * 24 * 60, "month"), (24 * 60, "day"), (60, "hour"), (1, "minute"))


def _long(gap: timedelta) -> str:
    minutes = int(gap.total_seconds() // 60)
    size, name = next(pair for pair in _SIZES if minutes >= pair[0])
    return f"{minutes // size} {name}{'s' * (minutes // size != 1)}"


def money(amount: Decimal | None, currency: str) -> str:
    """``€48,000``; cents only where there are any; empty when nobody has said how much."""
    if amount is None:
        return ""
    whole = amount == amount.to_integral_value()
    if not is_currency(currency):
        return f"{format_decimal(amount, '#,##0.##', locale='en')} {currency}".strip()
    text = format_currency(amount, currency, locale="en")
    # A code of letters needs room before the figure: AED 145,000.
    text = re.sub(r"(?<=[A-Z]{3})(?=\d)", "\N{NO-BREAK SPACE}", text)
    return text.removesuffix(".00") if whole else text


def thousands(number: int) -> str:
    """``12,345``."""
    return f"{number:,}"
