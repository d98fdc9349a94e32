"""The customer's pages on paper: all that they say, whole, and nothing to press."""

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.office import Clock, Visit, wider_than_the_window
from tests.browser.test_customer_stands import pages, show
from tests.people import Cast

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]
MARGIN = "18mm"
BETWEEN_THE_MARGINS = {"width": 658, "height": 986}
"""Of a sheet of A4, in CSS pixels."""
TO_PRESS = "button, .button, .switch a, form[action] .send"
CUT = """() => [...document.querySelectorAll("main *")]
  .filter(each => each.matches("input[type=text], textarea") || getComputedStyle(each).overflow === "hidden")
  .filter(each => each.checkVisibility() && !each.classList.contains("visually-hidden"))
  .filter(each => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
  .map(each => each.id || each.className)"""


def faults(page: Page) -> Iterator[str]:
    """What is wrong with it on paper."""
    if too_wide := wider_than_the_window(page):
        yield f"too wide: {too_wide}"
    yield from (f"cut: {each}" for each in page.evaluate(CUT))
    yield from (f"to press: {each}" for each in page.locator(TO_PRESS).locator("visible=true").all_inner_texts())
    printed = PdfReader(
        io.BytesIO(page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)))
    )
    told = _plain("".join(sheet.extract_text() for sheet in printed.pages))
    said = page.locator("main :is(h1, h2, p, li, dd, legend, label)").locator("visible=true").all_inner_texts()
    yield from (f"not printed: {text}" for text in said for line in text.splitlines() if _plain(line) not in told)


def _plain(text: str) -> str:
    """Letters and figures, wherever lines break; a font may print another apostrophe."""
    return re.sub(r"[\Wʼ]", "", text)


def test_it_prints_well(cast: Cast, clock: Clock, seller: Visit) -> None:
    page = seller.page
    page.set_viewport_size(BETWEEN_THE_MARGINS)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    wrong = []
    for seen in pages(cast, clock, "en"):
        show(seller, seen)
        wrong += [f"{seen.name}: {fault}" for fault in faults(page)]
    assert wrong == []
