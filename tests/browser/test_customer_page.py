"""The customer's page in a real browser: on a phone, without scripts, by keyboard, in three languages."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from bowout.core import intents as i
from bowout.desk import links
from bowout.store import streams
from bowout.store.models import WalkAway
from tests.browser.conftest import axe_findings
from tests.browser.office import Clock, Visit, wider_than_the_window
from tests.people import Cast
from tests.shell import steps
from tests.shell.customers import link_for

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def address(cast: Cast, clock: Clock) -> str:
    """The path of Claire's page, on the day she was asked."""
    asked = steps.ask(cast)
    clock.set(asked)
    return f"/c/{links.token(link_for(cast, cast.claire, asked))}/"


def answered() -> bool:
    return WalkAway.objects.get().status == "answered"


def is_well(page: Page) -> None:
    assert wider_than_the_window(page) == ""
    assert axe_findings(page) == []


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_page_is_well_made_on_a_small_phone(address: str, customer: Visit, language: str) -> None:
    page, button = customer.page, customer.page.locator("main button").first
    customer.go(f"{address}?lang={language}")
    is_well(page)
    customer.lands(button)
    assert page.get_by_role("alert").evaluate("each => each === document.activeElement")
    is_well(page)
    page.get_by_role("radio").nth(1).check()
    page.locator("textarea").first.fill("Most of our sites have a network. " * 8)
    page.get_by_role("checkbox").first.check()
    customer.lands(button)
    is_well(page)
    customer.lands(button)
    assert page.url.endswith(f"{address}?lang={language}")
    is_well(page)
    assert answered()
    customer.lands(page.locator("main a.button"))
    is_well(page)
    assert page.get_by_role("radio").nth(1).is_checked()
    customer.go(f"{address[:-4]}xyz/?lang={language}")
    is_well(page)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_how_it_felt_is_asked_well_and_said_with_a_thumb(
    address: str, cast: Cast, clock: Clock, customer: Visit, language: str
) -> None:
    until = streams.load(steps.STREAM).window_until
    assert until
    parted = until + timedelta(hours=20)
    steps.must(steps.do(cast.alice, i.Part(at=parted, by=steps.NOBODY, thanks=True)))
    clock.set(parted + timedelta(hours=1))
    page = customer.page
    customer.go(f"{address}?lang={language}")
    is_well(page)
    asked = page.locator(".felt")
    for row in range(4):
        asked.get_by_role("group").nth(row).get_by_role("radio").nth(row).check()
    asked.locator("textarea").fill("You were fair to us.")
    is_well(page)
    customer.lands(asked.get_by_role("button"))
    is_well(page)
    assert page.locator(".felt-thanks").is_visible()
    state = streams.load(steps.STREAM)
    assert [(felt.respected, felt.open_person, felt.open_company, felt.consulted) for felt in state.felt] == [
        (1, 2, 3, 4)
    ]


def test_it_is_answered_without_scripts(address: str, plain: Visit) -> None:
    plain.go(address)
    plain.page.get_by_role("radio", name="You have misread us").check()
    plain.fill("In your own words", "Most of our sites have a network.")
    plain.press("Look over my answer")
    plain.sees("Nothing has been sent yet.")
    plain.press("Change it")
    assert plain.page.get_by_label("In your own words").input_value() == "Most of our sites have a network."
    plain.press("Look over my answer")
    assert not answered()
    plain.press("Send to Alice Adler")
    plain.sees("Thank you, your answer has arrived")
    assert answered()


def test_it_is_answered_by_keyboard_alone(address: str, seller: Visit) -> None:
    seller.go(address)
    keys = seller.page.keyboard
    to_the_choices = seller.page.get_by_role("radio").first
    while not to_the_choices.evaluate("each => each === document.activeElement"):
        keys.press("Tab")
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.type("Look again, please.")
    # Past what we should do, to the call; then past its times and the last field, to the button.
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Space")
    to_the_end = seller.page.get_by_role("button", name="Look over my answer")
    while not to_the_end.evaluate("each => each === document.activeElement"):
        keys.press("Tab")
    keys.press("Enter")
    seller.sees("Look again, please.")
    seller.press("Send to Alice Adler")
    seller.sees("You asked for a call")
    assert answered()


def test_the_browser_keeps_nothing_and_asks_nobody_else(address: str, customer: Visit) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    customer.page.on("request", lambda request: asked.append(request.url))
    customer.page.on("console", lambda message: complaints.append(message.text))
    customer.go(address)
    customer.page.get_by_role("checkbox").first.check()
    customer.press("Look over my answer")
    customer.press("Send to Alice Adler")
    customer.sees("Thank you, your answer has arrived")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(customer.url).netloc}
    assert customer.page.context.cookies() == []
    assert customer.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert complaints == []


def test_nothing_leads_back_to_the_page(address: str, customer: Visit) -> None:
    customer.go(address)
    customer.page.evaluate("location.href = '/healthz'")
    customer.page.wait_for_url("**/healthz")
    assert customer.page.evaluate("document.referrer") == ""
