"""The customer answers with Tab, Space, arrows and Enter alone, on a small screen; the focus is seen all the way."""

from datetime import date

import pytest

from bowout.core import events as e
from bowout.store import streams
from bowout.store.models import CustomerLink
from tests.browser.office import Clock, Visit
from tests.browser.test_plain_and_by_keyboard import focused, tab_to
from tests.people import Cast
from tests.shell import steps
from tests.shell.customers import Customer, link_for

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]
FAR = 40
"""Presses of Tab that nobody needs to come to the end of the page."""


@pytest.fixture
def by_keys(cast: Cast, clock: Clock, customer: Visit) -> Visit:
    """Claire's page, on the day she was asked."""
    asked = steps.ask(cast)
    clock.set(asked)
    customer.go(Customer(link_for(cast, cast.claire, asked)).path)
    return customer


def press(visit: Visit, name: str) -> None:
    """Go to that button or link with Tab and press Enter; the page that comes is whole."""
    tab_to(visit.page, name, FAR)
    with visit.page.expect_navigation(wait_until="load"):
        visit.page.keyboard.press("Enter")


def test_an_answer_with_a_wish_and_times_for_a_call(by_keys: Visit) -> None:
    page, keys = by_keys.page, by_keys.page.keyboard
    tab_to(page, "That is right", FAR)
    keys.press("ArrowDown")
    assert focused(page).startswith("You have misread us")
    tab_to(page, "In your own words (optional)", FAR)
    keys.type("Look again, please.")
    tab_to(page, "Read my answer first", FAR)
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    tab_to(page, "If we should wait: until which day?", FAR)
    keys.type("03272026")  # The order is this browser's own.
    tab_to(page, "Please call me", FAR)
    keys.press("Space")
    for _ in range(2):
        keys.press("Tab")
        keys.press("Space")
    press(by_keys, "Look over my answer")
    by_keys.sees("Nothing has been sent yet.")
    press(by_keys, "Change it")
    press(by_keys, "Look over my answer")
    press(by_keys, "Send to Alice Adler")
    by_keys.sees("You asked for a call, and you will get one.")
    said = streams.log(steps.STREAM)[-1]
    assert isinstance(said, e.FeedbackGiven)
    assert [(answer.verdict, answer.words) for answer in said.answers] == [("misread", "Look again, please.")]
    assert (said.wait_until, said.call_me, len(said.call_at)) == (date(2026, 3, 27), True, 2)


def test_a_colleague_is_brought_in(by_keys: Visit) -> None:
    tab_to(by_keys.page, "Their name", FAR)
    by_keys.page.keyboard.type("Hugo Martin")
    press(by_keys, "Make their page")
    tab_to(by_keys.page, "Its address, to pass on")
    tab_to(by_keys.page, "Pass it on by e-mail")
    press(by_keys, "Back to your page")
    press(by_keys, "Hugo Martin")
    by_keys.sees("Neither of you sees the other’s answer.")
    assert CustomerLink.objects.get(asked_by__name="Claire Dubois").contact.name == "Hugo Martin"
