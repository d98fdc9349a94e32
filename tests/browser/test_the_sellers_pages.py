"""The team's pages where scripts do not run, and by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests import people
from tests.people import NOW, PASSWORD, Cast

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def north(transactional_db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """The team on a Tuesday morning, with one deal."""
    settings.DEBUG_CLOCK = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())
    return people.cast()


def sign_in(page: Page, at: str, email: str) -> None:
    page.goto(f"{at}/sign-in/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{at}/")


def test_the_first_run_goes_from_nothing_to_an_invitation_to_import(
    transactional_db: None, live_server: Any, plain_page: Page
) -> None:
    page = plain_page
    page.goto(live_server.url)
    page.get_by_label("Name of your team").fill("North")
    page.get_by_label("Your country").select_option("Germany")
    page.get_by_label("Your time zone").select_option("Europe/Berlin")
    page.get_by_label("Your name").fill("Ada Albers")
    page.get_by_label("Your e-mail address").fill("ada@north.example")
    page.get_by_label("Password").fill("eleven grey herons")
    page.get_by_role("button", name="Set up Bowout").click()
    page.get_by_role("link", name="Import deals").wait_for()
    assert page.title() == "Today · Bowout"


def test_without_scripts_a_deal_is_given_a_date_and_the_menu_opens(
    north: Cast, live_server: Any, plain_page: Page
) -> None:
    page = plain_page
    sign_in(page, live_server.url, north.alice.email)
    page.get_by_role("link", name="Deals", exact=True).click()
    page.get_by_label("Search").fill("lumière")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Atelier Lumière: planning").click()
    page.get_by_text("Add a date").click()
    page.get_by_label("What", exact=True).select_option("demo")
    page.get_by_label("When").fill("2026-03-20T14:00")
    page.get_by_label("In a few words").last.fill("Second demo")
    page.get_by_role("button", name="Add the date").click()
    assert "Fri 20 Mar, 14:00 Paris" in page.get_by_role("region", name="Their calendar").inner_text()


def test_the_phones_menu_opens_without_scripts_and_the_keyboard_skips_to_the_content(
    north: Cast, live_server: Any, plain_page: Page
) -> None:
    page = plain_page
    sign_in(page, live_server.url, north.alice.email)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to content"
    page.set_viewport_size({"width": 375, "height": 800})
    page.get_by_text("Menu").click()
    page.get_by_role("link", name="Rules").click()
    page.wait_for_url(f"{live_server.url}/rules/")
