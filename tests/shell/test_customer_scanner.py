"""A mail scanner opens whatever it finds, for ever deeper, with queries it makes up; nothing comes of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

import pytest
from django.test import Client

from bowout.web.views import letter
from tests.people import Cast
from tests.shell.database import everything
from tests.shell.stands import End, Seen, Stands

MADE_UP = ("?step=send", "?step=outcome&it=well&again=yes", "?step=feel&respected=1", "?step=bring&name=Eve", "?go=1")
ENDLESS = 500
"""Addresses that no page leads to, unless looking makes new ones."""


class Found(HTMLParser):
    """What a page leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"a", "link"}:
            self.links.append(given["href"])
        elif tag == "form":
            self.forms.append((given["action"], []))
        elif "name" in given and self.forms:
            self.forms[-1][1].append((given["name"], given.get("value", "x")))

    def handle_data(self, data: str) -> None:
        # Addresses that only stand there are opened, too.
        self.links += [urlsplit(word).path for word in data.split() if "/c/" in word]


class Scanner:
    """Opens every address once, until somebody says that the pages have changed."""

    def __init__(self) -> None:
        self.browser = Client()
        self.opened: set[str] = set()

    def scan(self, html: str) -> None:
        """All that the page leads to, and all that that leads to."""
        waiting = list(_addresses(Found(html)))
        while waiting:
            address = waiting.pop()
            if address in self.opened or not address.startswith("/c/"):
                continue
            self.opened.add(address)
            assert len(self.opened) < ENDLESS
            self.browser.head(address)
            self.browser.options(address)
            waiting += _addresses(Found(self.browser.get(address).content.decode()))


def _addresses(found: Found) -> Iterator[str]:
    yield from found.links
    for action, fields in found.forms:
        yield action
        yield from (urlsplit(action).path + made_up for made_up in MADE_UP)
        # As if the form were one that is sent by GET.
        yield f"{urlsplit(action).path}?{urlencode(fields)}"


@pytest.mark.parametrize(("end", "answers"), [("part", True), ("stay", False)])
def test_nothing_comes_of_looking(
    cast: Cast, at: Callable[[datetime], None], monkeypatch: pytest.MonkeyPatch, end: End, answers: bool
) -> None:
    # Each takes a process of its own, and a scanner wants many.
    monkeypatch.setattr(letter, "render", lambda decline: b"%PDF")
    scanner, opened = Scanner(), set[str]()
    for seen in Stands(cast, at, end, answers).pages():
        if _changed(seen):
            opened |= scanner.opened
            scanner.opened = set()
        if seen.language == "en" and seen.is_page:
            before = everything()
            scanner.scan(seen.html)
            assert everything() == before, seen.name
    assert any("colleague=" in address for address in opened) == answers
    assert {made_up for made_up in MADE_UP if not any(made_up in address for address in opened)} == set()


def _changed(seen: Seen) -> bool:
    """Something was sent, or time has passed: the same address may show another page."""
    return seen.response.status_code == 303 or seen.name.endswith(": look")
