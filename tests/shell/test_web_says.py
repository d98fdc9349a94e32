"""How pages write times, money and numbers."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bowout.web import says

AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("theirs", "mine", "text"),
    [
        ("Europe/Paris", "America/New_York", "Tue 3 Mar, 10:00 Paris · 04:00 yours"),
        ("Europe/Paris", "Europe/Berlin", "Tue 3 Mar, 10:00 Paris"),
        ("Pacific/Auckland", "America/Los_Angeles", "Tue 3 Mar, 22:00 Auckland · 01:00 yours"),
        ("Pacific/Auckland", "Pacific/Honolulu", "Tue 3 Mar, 22:00 Auckland · Mon 23:00 yours"),
        ("America/New_York", "America/New_York", "Tue 3 Mar, 04:00 New York"),
    ],
)
def test_the_customers_time_comes_first_and_mine_only_when_it_differs(theirs: str, mine: str, text: str) -> None:
    assert says.both(AT, theirs, mine, TODAY) == text


def test_another_year_is_said() -> None:
    assert says.moment(AT, "UTC", date(2025, 12, 31)) == "Tue 3 Mar 2026, 09:00"


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=1), "in 1 minute"),
        (timedelta(hours=-2), "2 hours ago"),
        (timedelta(days=1, hours=5), "in 1 day"),
        (timedelta(days=64), "in 2 months"),
        (timedelta(days=-800), "2 years ago"),
    ],
)
def test_distances_are_said_in_the_largest_unit_that_fits(gap: timedelta, text: str) -> None:
    assert says.distance(AT + gap, AT) == text


def test_what_is_not_late_says_nothing() -> None:
    assert says.late(AT, AT) == ""
    assert says.late(AT - timedelta(days=3), AT) == "3 days late"


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (Decimal("48000.00"), "EUR", "€48,000"),
        (Decimal("48000.50"), "EUR", "€48,000.50"),
        (Decimal(145000), "AED", "AED\N{NO-BREAK SPACE}145,000"),
        (Decimal(6400000), "JPY", "¥6,400,000"),
        (Decimal(12), "XQX", "12 XQX"),
        (Decimal(-5), "USD", "-$5"),
        (Decimal("12.5"), "", "12.5"),
        (None, "EUR", ""),
    ],
)
def test_money_has_cents_only_where_there_are_any(amount: Decimal | None, currency: str, text: str) -> None:
    assert says.money(amount, currency) == text
