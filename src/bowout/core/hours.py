"""Decent hours, working days and holidays where the customer is (M6). All datetimes are aware."""

import warnings
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from math import inf
from zoneinfo import ZoneInfo

import holidays
from msgspec import Struct


@lru_cache(maxsize=512)
def _calendar(country: str, region: str, year: int) -> holidays.HolidayBase | None:
    if not country:
        return None
    known = region in regions(country)
    with warnings.catch_warnings():
        # Of a year that nobody has computed yet (India after 2035) some holidays are known, and nobody knows more.
        # Said on standard error, it would stand between the lines of a rehearsal and in every log.
        warnings.filterwarnings("ignore", "Requested Holidays are available only", UserWarning)
        try:
            return holidays.country_holidays(country, subdiv=region if known else None, years=year, language="en_US")
        except NotImplementedError:
            return None


@lru_cache(maxsize=256)
def regions(country: str) -> dict[str, str]:
    """Regions of a country that have public holidays of their own: code to name; empty for a country that has none."""
    try:
        calendar = holidays.country_holidays(country, years=())
    except NotImplementedError:
        return {}
    names: dict[str, str] = {}
    for name, code in getattr(calendar, "subdivisions_aliases", {}).items():
        names.setdefault(code, name)
    return {code: names.get(code, code) for code in calendar.subdivisions}


def region_code(country: str, written: str) -> str:
    """The code of a region with holidays of its own, from its code or its name; empty for what is none there."""
    known = regions(country)
    by_name = {name.casefold(): code for code, name in known.items()} | {code.casefold(): code for code in known}
    return by_name.get(written.strip().casefold(), "")


class Office(Struct, frozen=True):
    """Where and when the customer works. ``opens``, ``closes`` and ``lunch`` are hours of their day."""

    zone: str
    country: str = ""
    opens: int = 9
    closes: int = 18
    region: str = ""
    """Part of the country with holidays of its own, by its ISO 3166-2 code without the country: BY for Bavaria."""
    lunch: tuple[int, int] = (12, 13)
    """From when to when; the same hour twice means that nobody knows of any."""

    @property
    def length(self) -> timedelta:
        """Office time of one working day."""
        return timedelta(hours=self.closes - self.opens)

    def local(self, at: datetime) -> datetime:
        """The same moment on the customer's clock."""
        return at.astimezone(ZoneInfo(self.zone))

    def day_off(self, day: date) -> str:
        """Why nobody works that day (``Sunday``, ``Bastille Day``); empty on a working day."""
        calendar = _calendar(self.country, self.region, day.year)
        if calendar is not None and (name := calendar.get(day)):
            return name
        weekend = calendar.weekend if calendar is not None else {5, 6}
        return f"{day:%A}" if day.weekday() in weekend else ""

    def bounds(self, day: date) -> tuple[datetime, datetime]:
        """Opening and closing on that day, as aware datetimes."""
        zone = ZoneInfo(self.zone)
        return (
            datetime.combine(day, time(self.opens), zone),
            datetime.combine(day, time(self.closes), zone),
        )

    def why_not_now(self, at: datetime) -> str:
        """Why a call at that moment is indecent; empty when it is decent."""
        here = self.local(at)
        if name := self.day_off(here.date()):
            return f"{here:%A %-d %B} is a day off there ({name})" if name != f"{here:%A}" else f"it is {name} there"
        opens, closes = self.bounds(here.date())
        return "" if opens <= at < closes else f"it is {here:%H:%M} there"

    def at_lunch(self, at: datetime) -> bool:
        """True for a moment at which they eat."""
        return self.lunch[0] <= self.local(at).hour < self.lunch[1]

    def next_open(self, at: datetime) -> datetime:
        """The same moment if the office is open, else the next opening."""
        day = self.local(at).date()
        while self.day_off(day) or at >= self.bounds(day)[1]:
            day += timedelta(days=1)
        return max(at, self.bounds(day)[0])

    def working_time(self, start: datetime, end: datetime, enough: timedelta = timedelta.max) -> timedelta:
        """Office time between two moments; zero when ``end`` is not later.

        Days are counted one by one, and no further than the day on which the sum is ``enough``.
        """
        total, day, last = timedelta(), self.local(start).date(), self.local(end).date()
        while day <= last and total < enough:
            if not self.day_off(day):
                opens, closes = self.bounds(day)
                # Subtract in UTC: aware datetimes of one zone subtract by wall clock, wrong on a DST day.
                low, high = max(start, opens), min(end, closes)
                total += max(timedelta(), _utc(high) - _utc(low))
            day += timedelta(days=1)
        return total

    def add_days(self, start: datetime, days: int) -> datetime:
        """Closing time of the ``days``-th working day after ``start``'s own day."""
        day, left = self.local(start).date(), days
        while left:
            day += timedelta(days=1)
            left -= not self.day_off(day)
        return self.bounds(day)[1]

    def add_hours(self, start: datetime, hours: int) -> datetime:
        """The moment when that much office time has passed since ``start``."""
        # In UTC, as above: what stands on somebody's wall clock is not what has passed.
        at, left = _utc(self.next_open(start)), timedelta(hours=hours)
        while at + left > (closes := _utc(self.bounds(self.local(at).date())[1])):
            left -= closes - at
            at = _utc(self.next_open(closes))
        return self.local(at + left)

    def hours_before(self, end: datetime, span: timedelta) -> datetime:
        """The latest moment from which there is that much office time until ``end``."""
        day, left = self.local(end).date(), span
        while True:
            if not self.day_off(day):
                opens, closes = map(_utc, self.bounds(day))
                high = min(_utc(end), closes)
                if left <= max(timedelta(), high - opens):
                    return self.local(high - left)
                left -= max(timedelta(), high - opens)
            day -= timedelta(days=1)

    def days_before(self, end: datetime, days: int) -> datetime:
        """Closing time of the last working day after which ``days`` more follow, up to and with ``end``'s."""
        day, left = self.local(end).date(), days
        while left or self.day_off(day):
            left -= bool(left) and not self.day_off(day)
            day -= timedelta(days=1)
        return self.bounds(day)[1]

    def days_between(self, start: datetime, end: datetime, enough: float = inf) -> int:
        """Working days after ``start``'s own day, up to and with ``end``'s; no more than ``enough`` are counted."""
        day, last, count = self.local(start).date(), self.local(end).date(), 0
        while day < last and count < enough:
            day += timedelta(days=1)
            count += not self.day_off(day)
        return count

    def say(self, at: datetime) -> str:
        """The moment as the customer would say it: ``Tue 3 Mar 2026, 10:00 (Paris)``."""
        place = self.zone.rsplit("/", 1)[-1].replace("_", " ")
        return f"{self.local(at):%a %-d %b %Y, %H:%M} ({place})"


def _utc(at: datetime) -> datetime:
    return at.astimezone(ZoneInfo("UTC"))
