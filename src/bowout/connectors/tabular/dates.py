"""Dates and times as CRMs and people write them. ``02/03/26`` takes the column's order to know.

Two-digit years: 00 to 79 are 2000 to 2079, 80 to 99 are 1980 to 1999; no CRM is older, no close date further off.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Literal, NamedTuple

from bowout.connectors.tabular.clock import TIME, WRITE, split_clock
from bowout.connectors.tabular.errors import Misread
from bowout.connectors.tabular.months import MONTHS

Order = Literal["", "dmy", "mdy", "ymd"]
"""Order of day, month and year; empty: not known."""

PIVOT = 80

YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})")
THREE = re.compile(r"(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
NAMED = re.compile(
    r"(?:\w{2,10}\.?,?\s+)??(?:(?P<d>\d{1,2})(?:st|nd|rd|th|er)?[.\s-]*\s*(?P<m>[^\W\d_]{3,9})\.?"
    r"|(?P<m2>[^\W\d_]{3,9})\.?\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?)(?:[\s,./-]+|(?='))'?(?P<y>\d{4}|\d{2})",
    re.IGNORECASE,
)
SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - the serial has no zone
FIRST_SERIAL, LAST_SERIAL = 20000, 80000


class Moment(NamedTuple):
    """A day, and the time of it where the text tells one; ``offset`` only where the text tells a zone."""

    day: date
    clock: time | None = None
    offset: timezone | None = None


class Numeric(NamedTuple):
    """Three numbers that are a date once their order is known."""

    first: int
    second: int
    year: int
    separator: str

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders in which it is a date; both where nothing tells."""
        found: list[Order] = []
        if _day(self.year, self.second, self.first):
            found.append("dmy")
        # no locale on earth puts the month first before a dot
        if _day(self.year, self.first, self.second) and not (found and self.separator == "."):
            found.append("mdy")
        return tuple(found)


def full_year(year: int) -> int:
    """2026 for 26, 1998 for 98; a year of four digits as it is."""
    return year if year > 99 else year + (2000 if year < PIVOT else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1 << 13)
def numeric(text: str) -> Numeric | None:
    """The three numbers of a date such as ``02/03/26 08:55 PM``; None where the text needs no order."""
    found = THREE.match(text.strip())
    if found is None or (found.end() < len(text.strip()) and not TIME.search(text.strip(), found.end())):
        return None
    return Numeric(int(found[1]), int(found[3]), full_year(int(found[4])), found[2])


def four_digit_year(text: str) -> bool:
    """False where the year of a numeric date has two digits."""
    found = THREE.match(text.strip())
    return found is None or len(found[4]) == 4


@lru_cache(maxsize=1 << 13)
def moment(text: str, order: Order = "") -> Moment:
    """Read a date or date-time. Raises Misread, also where only the order is missing."""
    plain = " ".join(text.split())
    rest, clock, offset = split_clock(plain)
    day = _year_first(rest) or _named(rest)
    if day is not None:
        return Moment(day, clock, offset)
    if (found := SERIAL.fullmatch(plain)) is not None and FIRST_SERIAL <= int(found[1]) <= LAST_SERIAL:
        return _serial(f"{found[1]}.{found[2] or 0}")
    return Moment(_ordered(rest, order, text), clock, offset)


def _year_first(text: str) -> date | None:
    found = YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in ((found[1], found[3], found[4]) if found[1] else found.groups()[4:]))
    return _day(year, month, day) if 1900 <= year <= 2199 else None


def _named(text: str) -> date | None:
    found = NAMED.fullmatch(text)
    if found is None:
        return None
    month = MONTHS.get((found["m"] or found["m2"]).casefold())
    return _day(full_year(int(found["y"])), month, int(found["d"] or found["d2"])) if month else None


def _serial(number: str) -> Moment:
    at = EPOCH + timedelta(seconds=round(float(number) * 86400))
    return Moment(at.date(), at.time() if at.time() != time() else None)


def _ordered(text: str, order: Order, whole: str) -> date:
    found = THREE.fullmatch(text)
    if found is None:
        raise Misread(f"“{whole.strip()}” is not a date we can read.", WRITE)
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    orders = Numeric(first, second, full_year(third), found[2]).orders
    if not order and len(orders) == 2 and first != second:
        raise Misread(
            f"“{whole.strip()}” may be day first or month first.", "Say in which order the file writes dates."
        )
    order = order or (orders[0] if orders else "dmy")
    day = {
        "dmy": lambda: _day(full_year(third), second, first),
        "mdy": lambda: _day(full_year(third), first, second),
        "ymd": lambda: _day(full_year(first), second, third) if third < 32 else None,
    }[order]()
    if day is None:
        spoken = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}[order]
        raise Misread(f"“{whole.strip()}” is no date when read {spoken}, as this column is.", WRITE)
    return day
