"""The first page of a new home, in a browser that knows where it is."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(
    ("clock", "chosen"), [("Europe/Paris", "Europe/Paris"), ("Asia/Calcutta", "Asia/Kolkata"), ("Etc/GMT+5", "")]
)
def test_the_zone_of_the_browser_stands_there_already(
    transactional_db: None, browser: Browser, live_server: object, clock: str, chosen: str
) -> None:
    page = browser.new_page(timezone_id=clock)
    page.goto(f"{live_server}/welcome/")
    page.wait_for_load_state()
    expect(page.get_by_label("Your time zone")).to_have_value(chosen)
    page.close()
