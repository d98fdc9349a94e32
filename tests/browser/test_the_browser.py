"""The browser itself: if these fail, no other browser test means anything."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import axe_findings

pytestmark = pytest.mark.needs("chromium")


def test_a_phone_is_narrow_and_runs_scripts(phone_page: Page) -> None:
    phone_page.set_content("<meta name=viewport content='width=device-width'>")
    assert phone_page.evaluate("innerWidth") == 390


def test_a_plain_page_runs_no_scripts(plain_page: Page) -> None:
    plain_page.set_content("<title>before</title><script>document.title = 'after'</script>")
    assert plain_page.title() == "before"


def test_axe_sees_a_picture_without_words(desktop_page: Page) -> None:
    desktop_page.set_content("<html lang=en><title>t</title><main><h1>t</h1><img src='data:,'></main>")
    assert [line.split(":")[0] for line in axe_findings(desktop_page)] == ["image-alt"]
