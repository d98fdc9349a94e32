"""Every page of the customer's on a small phone, in each language: for everybody, and asking nobody else."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import axe_findings
from tests.browser.office import Clock, Visit, complaints, wider_than_the_window
from tests.people import Cast
from tests.shell.stands import Seen, Stands, different

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]
MUCH_THE_SAME = ("forged", "too large", "head")
"""The form with another word above it."""


def show(visit: Visit, seen: Seen) -> None:
    """Bring that page into the browser, with its headers and under an address of the server that has its style."""
    path = seen.customer.path

    def fulfil(route: Route) -> None:
        route.fulfill(status=seen.response.status_code, headers=dict(seen.response.headers), body=seen.html)

    visit.page.route(f"**{path}", fulfil)
    visit.go(path)
    visit.page.unroute(f"**{path}")


def pages(cast: Cast, clock: Clock, language: str) -> Iterator[Seen]:
    """Each that looks different, answered and not."""
    found = different(Stands(cast, clock.set, "part", languages=(language,)).pages())
    return (seen for seen in found if not seen.name.endswith(MUCH_THE_SAME))


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_it_is_for_everybody_and_asks_nobody_else(cast: Cast, clock: Clock, customer: Visit, language: str) -> None:
    heard, asked, wrong, shown = complaints(customer.page), set[str](), list[str](), 0
    customer.page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for seen in pages(cast, clock, language):
        show(customer, seen)
        shown += 1
        wrong += [f"{seen.name}: {finding}" for finding in axe_findings(customer.page)]
        if too_wide := wider_than_the_window(customer.page):
            wrong.append(f"{seen.name} scrolls sideways: {too_wide}")
        if customer.page.context.cookies() or customer.page.evaluate("localStorage.length + sessionStorage.length"):
            wrong.append(f"{seen.name} keeps something")
    assert wrong == []
    # A browser says so itself when a page comes with 404 or 422.
    assert [said for said in heard if "status of 4" not in said] == []
    assert asked == {urlsplit(customer.url).netloc}
    assert shown > 30
