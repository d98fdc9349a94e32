"""Dates and times as CRMs and people write them."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.tabular.dates import Moment, Order, moment
from bowout.connectors.tabular.errors import Misread

DAY = date(2026, 2, 23)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-23",
        "2026/2/23",
        "20260223",
        "23.02.2026",
        "23.2.26",
        "23/02/2026",
        "02/23/26",
        "02-23-2026",
        "23 Feb 2026",
        "23-Feb-26",
        "Feb 23, 2026",
        "February 23rd, 2026",
        "23. Februar 2026",
        "Mo., 23. Februar 2026",
        "23 février 2026",
        "23 févr. 2026",
        "Mon Feb 23 2026",
        "46076",
    ],
)
def test_a_date_that_can_mean_one_day_means_that(text: str) -> None:
    assert moment(text) == Moment(DAY)


@pytest.mark.parametrize(
    ("text", "clock", "offset"),
    [
        ("2026-02-23 20:55", time(20, 55), None),
        ("2026-02-23T20:55:12.000Z", time(20, 55, 12), UTC),
        ("2026-02-23T20:55:12.000+0000", time(20, 55, 12), UTC),
        ("2026-02-23T20:55:00+05:30", time(20, 55), timezone(timedelta(hours=5, minutes=30))),
        ("2026-02-23T20:55:00-0800", time(20, 55), timezone(timedelta(hours=-8))),
        ("02/23/26 08:55 PM", time(20, 55), None),
        ("2/23/2026 12:05 AM", time(0, 5), None),
        ("2/23/2026 12:05 pm", time(12, 5), None),
        ("23.02.2026, 14:30 Uhr", time(14, 30), None),
        ("23 février 2026 à 14:30", time(14, 30), None),
        ("Mon, 23 Feb 2026 20:55:00 GMT", time(20, 55), UTC),
        ("February 23, 2026 8:55 p.m.", time(20, 55), None),
        ("46076.871527", time(20, 55), None),
    ],
)
def test_a_time_is_read_with_its_zone_where_it_has_one(text: str, clock: time, offset: timezone | None) -> None:
    assert moment(text) == Moment(DAY, clock, offset)


def test_a_date_that_can_mean_two_days_takes_the_order() -> None:
    with pytest.raises(Misread, match="day first or month first"):
        moment("02/03/26")
    assert moment("02/03/26", "dmy").day == date(2026, 3, 2)
    assert moment("02/03/26", "mdy").day == date(2026, 2, 3)
    assert moment("26/03/02", "ymd").day == date(2026, 3, 2)
    assert moment("03/03/26").day == date(2026, 3, 3)


def test_dots_put_the_day_first_everywhere_on_earth() -> None:
    assert moment("02.03.2026").day == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "year"), [("01/13/79", 2079), ("01/13/80", 1980), ("01/13/99", 1999), ("01/13/00", 2000)]
)
def test_years_of_two_digits_turn_at_eighty(text: str, year: int) -> None:
    assert moment(text).day.year == year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "12:30",
        "31/02/2026",
        "2026-13-01",
        "13/13/2026",
        "2/13/2026 13:05 PM",
        "23/02/2026 25:00",
        "Feb 2026",
    ],
)
def test_what_is_no_date_is_refused_with_a_mend(text: str) -> None:
    with pytest.raises(Misread) as refusal:
        moment(text)
    assert refusal.value.mend


def test_a_value_that_does_not_fit_its_column_is_refused() -> None:
    with pytest.raises(Misread, match="read day first"):
        moment("02/23/26", "dmy")


DAYS = st.dates(date(1980, 1, 1), date(2079, 12, 31))


@given(
    DAYS,
    st.sampled_from(["%d/%m/%Y", "%d-%m-%y", "%d.%m.%Y", "%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d", "%d %b %Y", "%b %d, %Y"]),
)
def test_a_date_written_in_any_order_is_read_back(day: date, form: str) -> None:
    order: Order = "mdy" if form.startswith("%m") else "dmy"
    assert moment(day.strftime(form), order).day == day


@given(
    DAYS,
    st.sampled_from(["en_GB", "en_US", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_CA"]),
    st.sampled_from(["long", "full"]),
)
def test_a_date_with_its_month_in_words_is_read_back(day: date, locale: str, form: str) -> None:
    assert moment(format_date(day, form, locale)).day == day


@given(DAYS, st.times())
def test_twelve_hour_times_are_read_back(day: date, clock: time) -> None:
    at = datetime.combine(day, clock)
    found = moment(at.strftime("%m/%d/%Y %I:%M:%S %p"), "mdy")
    assert (found.day, found.clock) == (at.date(), at.time().replace(microsecond=0))


@given(DAYS)
def test_a_date_that_is_not_refused_without_an_order_is_right_in_every_order(day: date) -> None:
    text = day.strftime("%d/%m/%Y")
    try:
        assert moment(text).day == day
        assert day.day > 12 or day.day == day.month
    except Misread:
        assert day.day <= 12


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_misreading(text: str) -> None:
    with suppress(Misread):
        assert moment(text).day.year > 0
