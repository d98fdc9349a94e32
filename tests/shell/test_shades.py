"""Whatever colour a company has, its customers can read."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bowout
from bowout.web.brand.oklch import as_hex, oklch
from bowout.web.brand.shades import ENOUGH, OURS, PAPER, WHITE, colour_of, contrast, shades
from bowout.web.brand.sheet import address, sheet

INK, INK_SOFT = "#16211f", "#475450"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#ffffff") == 1


@given(COLOURS)
@example("#000000")
@example("#ffffff")
@example("#ffff00")
@example("#0000ff")
def test_every_pair_that_the_page_puts_together_can_be_read(wished: str) -> None:
    made = shades(wished)
    pairs = [(made.accent, WHITE), (made.accent, PAPER), (made.deep, WHITE), (made.deep, made.soft)]
    pairs += [(INK, made.soft), (INK_SOFT, made.soft)]
    assert [pair for pair in pairs if contrast(*pair) < ENOUGH] == []
    assert contrast(made.accent, made.soft) >= 3
    assert made.deep != made.accent


@given(COLOURS)
def test_a_colour_that_can_be_read_is_left_alone_and_another_goes_no_further_than_it_must(wished: str) -> None:
    made = shades(wished)
    assert made.darkened == (min(contrast(wished, WHITE), contrast(wished, PAPER)) < ENOUGH)
    if made.darkened:
        assert contrast(made.accent, PAPER) < ENOUGH + 0.15


def test_a_darker_one_keeps_its_hue() -> None:
    for wished in ("#ffcc00", "#ff69b4", "#00c2ff", "#7ee081"):
        assert oklch(shades(wished).accent)[2] == pytest.approx(oklch(wished)[2], abs=0.12)


@given(COLOURS)
def test_there_and_back_is_the_same_colour(colour: str) -> None:
    back = as_hex(*oklch(colour))
    assert max(abs(int(back[at : at + 2], 16) - int(colour[at : at + 2], 16)) for at in (1, 3, 5)) <= 2


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("#1B4F8A", "#1b4f8a"),
        (" 1b4f8a ", "#1b4f8a"),
        ("#fc0", "#ffcc00"),
        ("red", None),
        ("#12345", None),
        ("#1b4f8a}body{", None),
        ("##1b4f8a", None),
        ("", None),
    ],
)
def test_a_colour_is_read_as_people_type_it(typed: str, read: str | None) -> None:
    assert colour_of(typed) == read


def test_the_sheet_says_three_colours_and_its_address_says_the_wish_alone() -> None:
    assert re.fullmatch(r"\.branded\{(--accent(-deep|-soft)?:#[0-9a-f]{6};?){3}\}\n", sheet("#ffcc00"))
    assert re.fullmatch(r"/brand/ffcc00/[0-9a-f]{10}\.css", address("#ffcc00"))


def test_what_is_reckoned_with_is_what_the_page_has() -> None:
    css = (Path(bowout.__file__).parent / "web/static/web/customer.css").read_text()
    said = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))
    assert (said["paper"], said["accent"], said["ink"], said["ink-soft"]) == (PAPER, OURS, INK, INK_SOFT)
    assert "--surface: #fff;" in css
