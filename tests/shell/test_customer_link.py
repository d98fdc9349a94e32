"""The customer's link: what opens nothing says nothing, and what opens leaves no trace."""

import re

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from bowout.desk import links
from bowout.desk.editing import remove_person
from bowout.store import access, streams
from bowout.web import clock
from tests.people import NOW, Cast
from tests.shell.customers import Customer, sealed, text, words
from tests.shell.steps import REASON, STREAM


def log() -> list[str]:
    return [event.kind for event in streams.log(STREAM)]


def closed(cast: Cast, claire: Customer, how: str) -> str:
    """The path of a link that opens nothing."""
    (link,) = access.links_of(cast.alice)
    if how == "expired":
        link.expires_at = clock.now()
        link.save()
    elif how == "revoked":
        links.revoke(cast.bob, link.pk, clock.now())
    elif how == "unsigned":
        return f"/c/{link.pk.hex}/"
    elif how == "forged":
        return claire.path[:-2] + ("A" if claire.path[-2] != "A" else "B") + "/"
    elif how == "no row":
        link.delete()
    return claire.path


HOWS = ["expired", "revoked", "unsigned", "forged", "no row"]


@pytest.mark.parametrize("how", HOWS)
def test_a_link_that_opens_nothing_says_nothing(claire: Customer, cast: Cast, how: str) -> None:
    seen = claire.review(call="yes")
    path = closed(cast, claire, how)
    before = log()
    for page in (
        claire.browser.get(path),
        claire.browser.post(path, {"step": "send", "answer": sealed(seen)}),
    ):
        assert page.status_code == 404
        assert "This link no longer works" in words(page)
        assert ("Alice Adler" in words(page)) == (how in {"expired", "revoked"})
        for secret in ("Claire", REASON.customer, "Atelier", "North", "expired", "revoked"):
            assert secret not in words(page)
    assert log() == before


@pytest.mark.parametrize("token", ["x", "a:b", ":" * 40, "0" * 32 + ":", "%00", "é", "a" * 3000])
def test_nonsense_in_the_address_is_a_link_that_no_longer_works(db: None, token: str) -> None:
    page = Client().get(f"/c/{token}/")
    assert page.status_code == 404
    assert "This link no longer works" in words(page)


def test_the_link_of_somebody_who_left_the_deal_is_closed(claire: Customer, cast: Cast) -> None:
    remove_person(cast.alice, cast.deal, cast.henri.pk, NOW)
    assert claire.look().status_code == 200
    remove_person(cast.alice, cast.deal, cast.claire.pk, NOW)
    assert claire.look().status_code == 404


def responses(claire: Customer, cast: Cast) -> list[HttpResponse]:
    """Every kind of answer that the page gives."""
    seen = claire.review(call="yes")
    found = [
        claire.look(),
        claire.browser.head(claire.path),
        claire.review(),
        claire.review(words="x" * 300_000),
        claire.review(**{f"field{number}": "x" for number in range(1_100)}),
        claire.browser.get(claire.path.rstrip("/")),
        claire.browser.put(claire.path),
        claire.browser.options(claire.path),
        claire.post({"step": "send", "answer": "x"}),
        seen,
        claire.post({"step": "edit", "answer": sealed(seen)}),
        claire.send(seen),
        claire.look(),
        claire.look("?change=1"),
    ]
    return [*found, claire.browser.get(closed(cast, claire, "revoked"))]


def test_no_answer_sets_a_cookie_or_may_be_kept_found_or_traced(claire: Customer, cast: Cast) -> None:
    for page in responses(claire, cast):
        assert not page.cookies
        headers = page.headers
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Robots-Tag"].startswith("noindex")
        assert headers["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "script" not in headers["Content-Security-Policy"]


def test_nothing_on_the_page_comes_from_elsewhere_or_runs(claire: Customer) -> None:
    for page in (claire.look(), claire.review(call="yes")):
        assert "<script" not in text(page)
        assert " style=" not in text(page)
        for address in re.findall(r'(?:href|src|action)="([^"]*)"', text(page)):
            assert address.startswith((settings.STATIC_URL, claire.path, "#", "mailto:alice@north.example"))
