"""A manager dresses the customer's page, and the customer sees it: at a desk, on a phone and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import axe_findings
from tests.browser.office import NARROW, Clock, Visit, complaints, wider_than_the_window
from tests.connectors.test_logo import drawn, saved
from tests.people import Cast
from tests.shell import steps
from tests.shell.customers import Customer, link_for

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]

LIGHT = 50_000
"""Bytes of the customer's page without its font and its logo, as they are sent before anything packs them."""


@pytest.fixture
def wide_logo(tmp_path: Path) -> Path:
    file = tmp_path / "logo.png"
    file.write_bytes(saved(drawn((1400, 300), (0, 0, 0, 0), "#204080")))
    return file


def dress(visit: Visit, cast: Cast, logo: Path, colour: str) -> None:
    visit.sign_in(cast.mia)
    visit.go("/team/")
    visit.follow("How customers see us")
    visit.fill("Name of the company", "North Networks")
    visit.fill("Colour", colour)
    visit.page.get_by_label("Logo").set_input_files(logo)
    visit.press("Save")
    visit.sees("Customers see it from now on.")


def test_it_works_and_the_policy_lets_it(seller: Visit, cast: Cast, clock: Clock, wide_logo: Path) -> None:
    heard = complaints(seller.page)
    dress(seller, cast, wide_logo, "#ffcc00")
    seller.sees("too light for words")
    sample = seller.page.frame_locator("iframe")
    expect(sample.get_by_role("img", name="North Networks")).to_be_visible()
    expect(sample.get_by_role("button")).to_have_css("background-color", "rgb(139, 110, 0)")
    asked = steps.ask(cast)
    clock.set(asked)
    claire = Customer(link_for(cast, cast.claire, asked))
    weights: list[int] = []
    seller.page.on(
        "response",
        lambda got: weights.append(0 if got.url.endswith((".woff2", ".png")) else len(got.body())),
    )
    seller.go(claire.path)
    seller.page.wait_for_load_state("networkidle")
    expect(seller.page.get_by_role("button", name="Look over my answer")).to_have_css(
        "background-color", "rgb(139, 110, 0)"
    )
    logo = seller.page.get_by_role("img", name="North Networks")
    assert logo.evaluate("each => each.naturalWidth") == 480
    box = logo.bounding_box()
    assert box
    assert (box["height"], box["width"] <= 176) == (36, True)
    assert 0 < sum(weights) < LIGHT, weights
    seller.page.set_viewport_size(NARROW)
    assert wider_than_the_window(seller.page) == ""
    assert axe_findings(seller.page) == []
    assert heard == []


def test_the_digits_and_the_choice_of_colours_follow_each_other(seller: Visit, cast: Cast) -> None:
    seller.sign_in(cast.mia)
    seller.go("/team/brand/")
    digits, picker = seller.page.locator("#id_colour"), seller.page.locator("#id_picked")
    digits.fill("1B4F8A")
    expect(picker).to_have_value("#1b4f8a")
    picker.fill("#aa0000")
    expect(digits).to_have_value("#aa0000")


def test_without_scripts_a_colour_that_is_picked_counts(plain: Visit, cast: Cast) -> None:
    plain.sign_in(cast.mia)
    plain.go("/team/brand/")
    plain.page.locator("#id_picked").fill("#aa0000")
    plain.press("Save")
    plain.sees("Customers see it from now on.")
    expect(plain.page.locator("#id_colour")).to_have_value("#aa0000")
    expect(plain.page.frame_locator("iframe").get_by_role("button")).to_have_css("background-color", "rgb(170, 0, 0)")
