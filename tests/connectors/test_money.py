"""Amounts as people and CRMs write them."""

from contextlib import suppress
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.tabular.currency import currency
from bowout.connectors.tabular.errors import Misread
from bowout.connectors.tabular.money import Amount, amount


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("1234.5", "1234.5", ""),
        ("$1,234", "1234", "USD"),
        ("$1,234.50", "1234.50", "USD"),
        ("1.234,56 €", "1234.56", "EUR"),
        ("€ 1.234", "1234", "EUR"),
        ("1.234.567", "1234567", ""),
        ("12,34,567.89", "1234567.89", ""),
        ("250k", "250000", ""),
        ("€250K", "250000", "EUR"),
        ("1.2M", "1200000", ""),
        ("1,2 Mio. €", "1200000", "EUR"),
        ("3 Mrd EUR", "3000000000", "EUR"),
        ("12 Tsd. €", "12000", "EUR"),
        ("T€ 250", "250000", "EUR"),
        ("kEUR 5", "5000", "EUR"),
        ("2bn", "2000000000", ""),
        ("(500)", "-500", ""),
        ("($1,234.00)", "-1234.00", "USD"),
        ("-$5", "-5", "USD"),
        ("$-5", "-5", "USD"),
        ("500-", "-500", ""),
        ("−7", "-7", ""),
        ("CHF 1'234.50", "1234.50", "CHF"),
        ("Fr. 1’200.-", "1200", "CHF"),
        ("500,-", "500", ""),
        ("1 234,56\u00a0€", "1234.56", "EUR"),
        ("1\u202f234\u202f567", "1234567", ""),
        ("EUR 1,000.00 (USD 1,100.00)", "1000.00", "EUR"),
        ("$500 CAD", "500", "CAD"),
        ("R$ 1.500,00", "1500.00", "BRL"),
        ("Rs.500", "500", "INR"),
        ("1.5E7", "15000000", ""),
        (".5", "0.5", ""),
        ("0,125", "0.125", ""),
    ],
)
def test_an_amount_that_can_mean_one_thing_means_that(text: str, value: str, code: str) -> None:
    assert amount(text) == Amount(Decimal(value), code)


@pytest.mark.parametrize(
    ("text", "with_point", "with_comma"),
    [("1,234", 1234, "1.234"), ("1.234", "1.234", 1234), ("1.234k", 1234, 1234000)],
)
def test_an_amount_that_can_mean_two_things_takes_the_decimal_mark(text: str, with_point: str, with_comma: str) -> None:
    with pytest.raises(Misread, match="may mean"):
        amount(text)
    assert amount(text, ".").value == Decimal(with_point)
    assert amount(text, ",").value == Decimal(with_comma)


@pytest.mark.parametrize("text", ["abc", "", "-", "1-2", "1.234.56", "1,234,56", "100 EUR/USD", "5 bananas", "1.2.3"])
def test_what_is_no_amount_is_refused_with_a_mend(text: str) -> None:
    with pytest.raises(Misread) as refusal:
        amount(text)
    assert refusal.value.mend


def test_a_shared_symbol_stands_for_the_currency_of_the_file() -> None:
    assert amount("$5", "", "AUD").currency == "AUD"
    assert amount("$5", "", "EUR").currency == "USD"
    assert amount("kr 500", "", "DKK").currency == "DKK"


@pytest.mark.parametrize(("word", "code"), [("eur", "EUR"), ("US Dollar", "USD"), ("£", "GBP"), ("Swiss Franc", "CHF")])
def test_a_currency_column_may_hold_codes_names_or_symbols(word: str, code: str) -> None:
    assert currency(word) == code


SUMS = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False)
MARKS = {"en_US": ".", "de_DE": ",", "fr_FR": ",", "de_CH": ".", "en_IN": ".", "sv_SE": ",", "pl_PL": ",", "es_ES": ","}


@given(SUMS, st.sampled_from(sorted(MARKS)))
def test_a_number_written_by_any_convention_is_read_back(value: Decimal, locale: str) -> None:
    text = format_decimal(value, format="#,##0.00" if locale != "en_IN" else "#,##,##0.00", locale=locale)
    assert amount(text).value == value
    assert amount(text, MARKS[locale]).value == value


@given(SUMS, st.sampled_from(sorted(MARKS)), st.sampled_from(["EUR", "USD", "GBP", "CHF"]), st.booleans())
def test_a_sum_with_its_currency_is_read_back(value: Decimal, locale: str, code: str, cents: bool) -> None:
    whole = value if cents else value.to_integral_value()
    text = format_currency(whole, code, locale=locale, currency_digits=cents, format=None if cents else "#,##0 ¤¤")
    assert amount(text) == Amount(whole, code)


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_a_misreading(text: str) -> None:
    with suppress(Misread):
        assert amount(text).value.is_finite()
