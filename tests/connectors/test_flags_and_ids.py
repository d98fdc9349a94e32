"""Yes and no, percents, open, won and lost, and ids that are the same in every export."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.tabular.errors import Misread
from bowout.connectors.tabular.flags import flag, fraction, percent, status
from bowout.connectors.tabular.ids import guid, salesforce_id, zoho_id


@pytest.mark.parametrize("text", ["TRUE", "yes", "Ja", "oui", "1", "wahr", "✓"])
def test_yes_in_three_languages(text: str) -> None:
    assert flag(text) is True


@pytest.mark.parametrize("text", ["FALSE", "no", "Nein", "non", "0", "faux"])
def test_no_in_three_languages(text: str) -> None:
    assert flag(text) is False


def test_maybe_is_neither() -> None:
    with pytest.raises(Misread, match="neither yes nor no"):
        flag("maybe")


@pytest.mark.parametrize(
    ("text", "value"), [("10", "10"), ("10%", "10"), ("10 %", "10"), ("12,5 %", "12.5"), ("0", "0")]
)
def test_a_percent_is_out_of_a_hundred(text: str, value: str) -> None:
    assert percent(text) == Decimal(value)


@pytest.mark.parametrize(("text", "value"), [("0.4", "40"), ("0.125", "12.5"), ("1", "100"), ("40%", "40")])
def test_a_share_is_out_of_one(text: str, value: str) -> None:
    assert fraction(text) == Decimal(value)


@pytest.mark.parametrize("text", ["120", "-5", "half"])
def test_no_percent_is_beyond_a_hundred(text: str) -> None:
    with pytest.raises(Misread):
        percent(text)


@pytest.mark.parametrize(
    ("stage", "meant"),
    [
        ("Closed Won", "won"),
        ("closedwon", "won"),
        ("Closed - Won (Sales Pipeline)", "won"),
        ("Gewonnen", "won"),
        ("Gagnée", "won"),
        ("Closed Lost to Competition", "lost"),
        ("Verloren", "lost"),
        ("Perdue", "lost"),
        ("Open", "open"),
        ("In Progress", "open"),
        ("Negotiation", None),
        ("Won't decide", None),
        ("Wonderful", None),
        ("Won/Lost", None),
    ],
)
def test_a_stage_says_won_or_lost_only_in_whole_words(stage: str, meant: str | None) -> None:
    assert status(stage) == meant


def test_an_id_of_a_salesforce_report_is_that_of_its_data_export() -> None:
    assert salesforce_id("006bm00000LKJNN") == "006bm00000LKJNNAA5"
    assert salesforce_id("006bm00000LKJNNAA5") == "006bm00000LKJNNAA5"
    assert salesforce_id("ACME-1") == "ACME-1"


@given(st.text("abcXYZ019", min_size=15, max_size=15), st.text("abcXYZ019", min_size=15, max_size=15))
def test_two_ids_that_differ_only_in_case_stay_apart_without_case(one: str, other: str) -> None:
    if one != other:
        assert salesforce_id(one).casefold() != salesforce_id(other).casefold()


def test_zoho_and_dynamics_ids_lose_their_dress() -> None:
    assert zoho_id("zcrm_4876876000000624001") == "4876876000000624001"
    assert guid("{0A1B2C3D-0000-4000-8000-000000000001}") == "0a1b2c3d-0000-4000-8000-000000000001"
