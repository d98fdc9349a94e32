"""Working days around now, where the customer is: what the demo dates everything by."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bowout.core.hours import Office


class Moments(Struct, frozen=True):
    """``-1`` is the last working day before today, ``0`` today or the next working day, ``1`` the one after."""

    now: datetime
    office: Office

    def day(self, days: int) -> date:
        """That working day of theirs."""
        day = self.office.local(self.now).date()
        while days >= 0 and self.office.day_off(day):
            day += timedelta(days=1)
        step, left = timedelta(days=1 if days > 0 else -1), abs(days)
        while left:
            day += step
            left -= not self.office.day_off(day)
        return day

    def at(self, days: int, clock: str) -> datetime:
        """That moment on their clock, e.g. ``10:30``. Negative days are always past, whatever the hour now."""
        return datetime.combine(self.day(days), time.fromisoformat(clock), ZoneInfo(self.office.zone))
