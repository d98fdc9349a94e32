"""Decent hours, working days and holidays where the customer is."""

import warnings
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.core import intents as i
from bowout.core.guards.stories import READY, REP, with_entry
from bowout.core.hours import Office
from bowout.core.process import judge
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

PARIS = Office("Europe/Paris", "FR")
NEW_YORK = Office("America/New_York", "US")


def paris(month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize(
    ("country", "day", "why"),
    [
        ("FR", date(2026, 4, 6), "Easter Monday"),
        ("FR", date(2026, 7, 14), "National Day"),
        ("FR", date(2026, 3, 3), ""),
        ("FR", date(2026, 3, 7), "Saturday"),
        ("FR", date(2026, 3, 8), "Sunday"),
        ("US", date(2026, 4, 6), ""),
        ("US", date(2026, 11, 26), "Thanksgiving Day"),
        ("US", date(2026, 7, 3), "Independence Day (observed)"),
        # Friday and Saturday
        ("SA", date(2026, 3, 5), ""),
        ("SA", date(2026, 3, 6), "Friday"),
        ("SA", date(2026, 3, 7), "Saturday"),
        ("SA", date(2026, 3, 8), ""),
        ("IL", date(2026, 3, 6), "Friday"),
        ("IL", date(2026, 3, 7), "Saturday"),
        ("IL", date(2026, 3, 8), ""),
        # nobody knows the country: weekends only
        ("", date(2026, 4, 6), ""),
        ("", date(2026, 4, 5), "Sunday"),
        ("XX", date(2026, 4, 6), ""),
        ("XX", date(2026, 4, 4), "Saturday"),
    ],
)
def test_why_nobody_works_on_a_day(country: str, day: date, why: str) -> None:
    assert Office("UTC", country).day_off(day) == why


def test_the_turn_of_the_year_has_its_holidays_in_both_years() -> None:
    assert PARIS.day_off(date(2027, 1, 1)) == "New Year's Day"
    assert PARIS.day_off(date(2026, 12, 25)) == "Christmas Day"
    assert PARIS.next_open(paris(12, 31, 18)) == paris(1, 4, 9, year=2027)


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (paris(3, 3, 10), ""),
        (paris(3, 3, 9), ""),
        (paris(3, 3, 8, 59), "it is 08:59 there"),
        (paris(3, 3, 17, 59), ""),
        (paris(3, 3, 18), "it is 18:00 there"),
        (datetime(2026, 3, 3, 8, 30, tzinfo=UTC), ""),
        (datetime(2026, 3, 3, 3, tzinfo=ZoneInfo("America/New_York")), ""),
        (datetime(2026, 3, 3, 22, tzinfo=ZoneInfo("America/New_York")), "it is 04:00 there"),
        (paris(3, 7, 10), "it is Saturday there"),
        (paris(4, 6, 10), "Monday 6 April is a day off there (Easter Monday)"),
        (datetime(2026, 3, 6, 23, 30, tzinfo=ZoneInfo("America/Los_Angeles")), "it is Saturday there"),
    ],
)
def test_why_a_call_would_be_indecent(at: datetime, why: str) -> None:
    assert PARIS.why_not_now(at) == why


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        (paris(3, 3, 10), paris(3, 3, 10)),
        (paris(3, 3, 7), paris(3, 3, 9)),
        (paris(3, 3, 18), paris(3, 4, 9)),
        (paris(3, 6, 18), paris(3, 9, 9)),
        (paris(4, 3, 18), paris(4, 7, 9)),  # Good Friday is worked in France; Easter Monday is not
        (paris(4, 30, 18), paris(5, 4, 9)),  # over the end of a month and the first of May, a Friday
    ],
)
def test_when_the_office_opens_next(at: datetime, opens: datetime) -> None:
    assert PARIS.next_open(at) == opens


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (paris(3, 3), 0, paris(3, 3, 18)),
        (paris(3, 3), 2, paris(3, 5, 18)),
        (paris(3, 3, 23), 2, paris(3, 5, 18)),
        (paris(3, 5), 2, paris(3, 9, 18)),
        (paris(3, 7), 1, paris(3, 9, 18)),
        (paris(4, 2), 2, paris(4, 7, 18)),
        (paris(2, 27), 1, paris(3, 2, 18)),
        # the clocks go forward on the 29th of March and back on the 25th of October
        (paris(3, 27), 1, paris(3, 30, 18)),
        (paris(10, 23), 1, paris(10, 26, 18)),
    ],
)
def test_a_time_in_working_days_ends_when_the_office_closes(start: datetime, days: int, due: datetime) -> None:
    assert PARIS.add_days(start, days) == due
    assert PARIS.add_days(start.astimezone(ZoneInfo("Asia/Tokyo")), days) == due


def test_a_due_date_after_the_clocks_change_is_at_the_customers_hour() -> None:
    due = PARIS.add_days(paris(3, 27), 1)
    assert due.utcoffset() == timedelta(hours=2)
    assert due.astimezone(UTC).hour == 16


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        (paris(3, 3, 10), 4, paris(3, 3, 14)),
        (paris(3, 3, 14), 4, paris(3, 3, 18)),
        (paris(3, 3, 14, 1), 4, paris(3, 4, 9, 1)),
        (paris(3, 3, 22), 4, paris(3, 4, 13)),
        (paris(3, 6, 17), 4, paris(3, 9, 12)),
        (paris(3, 3, 9), 20, paris(3, 5, 11)),
        (paris(3, 3, 10), 0, paris(3, 3, 10)),
    ],
)
def test_a_time_in_working_hours_stops_over_night(start: datetime, hours: int, due: datetime) -> None:
    assert PARIS.add_hours(start, hours) == due


def test_hours_pass_as_they_pass_whoever_looks_at_which_clock() -> None:
    # Israel works on this Sunday; the rep's clock in New York jumps an hour in the middle of it.
    office = Office("Asia/Jerusalem", "IL", opens=8)
    start = datetime(2026, 3, 8, 1, 30, tzinfo=ZoneInfo("America/New_York"))
    due = office.add_hours(start, 2)
    assert due.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=2)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (paris(3, 3, 10), paris(3, 3, 12), 2),
        (paris(3, 3, 17), paris(3, 4, 10), 2),
        (paris(3, 3, 9), paris(3, 3, 18), 9),
        (paris(3, 3, 6), paris(3, 3, 23), 9),
        (paris(3, 6, 17), paris(3, 9, 10), 2),
        (paris(3, 3, 20), paris(3, 4, 8), 0),
        (paris(3, 3, 12), paris(3, 3, 10), 0),
        (paris(3, 3, 12), paris(3, 3, 12), 0),
        (paris(3, 27, 17), paris(3, 30, 10), 2),
        (paris(10, 23, 17), paris(10, 26, 10), 2),
    ],
)
def test_office_time_between_two_moments(start: datetime, end: datetime, hours: int) -> None:
    assert PARIS.working_time(start, end) == timedelta(hours=hours)


def test_an_office_that_works_while_the_clocks_change_works_an_hour_less() -> None:
    # Nobody opens at one in the morning, but the sum must not come from a wall clock.
    office = Office("Asia/Jerusalem", "IL", opens=0, closes=9)
    start = datetime(2026, 3, 26, 23, tzinfo=ZoneInfo("Asia/Jerusalem"))
    assert office.working_time(start, start + timedelta(days=3)) == timedelta(hours=9)
    cairo = Office("Africa/Cairo", "", opens=0, closes=9)
    thursday = datetime(2026, 4, 23, 23, tzinfo=ZoneInfo("Africa/Cairo"))
    assert cairo.working_time(thursday, datetime(2026, 4, 24, 23, tzinfo=ZoneInfo("Africa/Cairo"))) == timedelta(
        hours=8
    )


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (paris(3, 3), paris(3, 3, 17), 0),
        (paris(3, 3, 23), paris(3, 4, 1), 1),
        (paris(3, 3), paris(3, 6), 3),
        (paris(3, 5), paris(3, 10), 3),
        (paris(3, 6), paris(3, 8), 0),
        (paris(4, 3), paris(4, 7), 1),
        (paris(3, 6), paris(3, 3), 0),
    ],
)
def test_working_days_between_two_moments(start: datetime, end: datetime, days: int) -> None:
    assert PARIS.days_between(start, end) == days


def test_a_moment_is_said_on_the_customers_clock() -> None:
    assert NEW_YORK.say(paris(3, 3)) == "Tue 3 Mar 2026, 04:00 (New York)"


zones = st.sampled_from(["UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Asia/Riyadh"])
offices = st.builds(Office, zone=zones, country=st.sampled_from(["", "FR", "US", "IN", "WS", "SA", "XX"]))
moments = st.builds(
    lambda naive, zone: naive.replace(tzinfo=ZoneInfo(zone)),
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31")),
    zones,
)


@given(offices, moments)
def test_the_next_opening_is_never_earlier_and_always_decent(office: Office, at: datetime) -> None:
    opening = office.next_open(at)
    assert opening.astimezone(UTC) >= at.astimezone(UTC)
    assert office.why_not_now(opening) == ""
    assert (office.why_not_now(at) == "") == (opening == at)


@given(offices, moments, st.integers(0, 30))
def test_hours_added_are_hours_worked(office: Office, at: datetime, hours: int) -> None:
    assert office.working_time(at, office.add_hours(at, hours)) == timedelta(hours=hours)


@given(offices, moments, st.integers(1, 15))
def test_days_added_are_days_between(office: Office, at: datetime, days: int) -> None:
    due = office.add_days(at, days)
    assert office.days_between(at, due) == days
    assert office.day_off(office.local(due).date()) == ""


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Every day of which it was asked whether anybody works."""
    days: list[date] = []
    asked = Office.day_off

    def day_off(self: Office, day: date) -> str:
        days.append(day)
        return asked(self, day)

    monkeypatch.setattr(Office, "day_off", day_off)
    return days


FAR = paris(3, 3, year=2199)


def test_no_more_days_are_counted_than_are_enough(looked_at: list[date]) -> None:
    assert PARIS.days_between(paris(3, 3), FAR, enough=3) == 3
    assert looked_at == [date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 6)]


def test_no_more_hours_are_summed_than_are_enough(looked_at: list[date]) -> None:
    assert PARIS.working_time(paris(3, 3), FAR, enough=timedelta(hours=9)) >= timedelta(hours=9)
    assert looked_at == [date(2026, 3, 3), date(2026, 3, 4)]
    looked_at.clear()
    assert PARIS.working_time(paris(3, 3), FAR, enough=timedelta(hours=8)) == timedelta(hours=8)
    assert looked_at == [date(2026, 3, 3)]


@pytest.mark.parametrize("kind", ["meeting", "submission"])
def test_an_entry_in_another_century_is_judged_by_the_days_that_matter(kind: str, looked_at: list[date]) -> None:
    call = i.Call(at=paris(3, 3), by=REP, contact="claire", outcome="reached")
    judge(fold(READY), call, Setting(with_entry(kind, FAR)))
    assert 0 < len(looked_at) < 20


def test_a_year_whose_holidays_nobody_has_computed_makes_no_noise() -> None:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        assert Office("Asia/Kolkata", "IN").day_off(date(2045, 3, 4)) == "Saturday"
    assert heard == []
