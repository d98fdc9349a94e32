"""A browser without scripts: it reads the forms of a page, fills them in and sends them, as people do."""

from datetime import datetime
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from bowout.store.models import User

Fields = dict[str, list[str]]


class Forms(HTMLParser):
    """The forms of a page by their address: each field with what it would send."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Fields] = {}
        self._form: Fields | None = None
        self._area = self._select = ""
        self._first = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = self.found.setdefault(given.get("action", ""), {})
        if self._form is None:
            return
        name = given.get("name", "")
        if tag == "input" and name:
            self._input(name, given)
        elif tag == "textarea":
            self._area = name
            self._form[name] = [""]
        elif tag == "select":
            self._select, self._first = name, True
        elif tag == "option" and self._select and (self._first or "selected" in given):
            self._form[self._select] = [given.get("value", "")]
            self._first = False

    def _input(self, name: str, given: dict[str, str]) -> None:
        assert self._form is not None
        ticks = given.get("type") in {"radio", "checkbox"}
        if not ticks or "checked" in given:
            self._form.setdefault(name, []).append(given.get("value", "on" if ticks else ""))

    def handle_data(self, data: str) -> None:
        if self._area and self._form is not None:
            self._form[self._area][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._form is not None:
            # A browser leaves out the newline right after the tag.
            self._form[self._area][0] = self._form[self._area][0].removeprefix("\n")
            self._area = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._form = None


class Browser:
    """Somebody at work: signed in, at a moment."""

    def __init__(self, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
        self.client = Client()
        self.client.force_login(user)
        self.monkeypatch = monkeypatch
        self.response: Any = HttpResponse()
        self.url = ""

    def at(self, moment: datetime) -> "Browser":
        """The clock says so from here on."""
        self.monkeypatch.setenv("BOWOUT_NOW", moment.isoformat())
        return self

    def get(self, url: str) -> str:
        """The page's text; following where it sends us."""
        self.url, self.response = url, self.client.get(url, follow=True)
        return self.text

    def form(self, action: str) -> Fields:
        """What the form with that address would send as it stands."""
        parser = Forms()
        parser.feed(self.text)
        assert action in parser.found, f"no form for {action} but for {sorted(parser.found)}"
        return parser.found[action]

    def send(self, action: str, suffix: str = "", /, **values: Any) -> str:
        """Fill the form in and send it to its own address, with that suffix; an empty one is the page's."""
        fields = {**self.form(action), **{name: _sent(value) for name, value in values.items()}}
        self.response = self.client.post((action or self.url) + suffix, fields, follow=True)
        return self.text

    def step(self, stream: UUID, slug: str, /, **values: Any) -> str:
        """Open the page of a step, fill it in, and send it."""
        url = f"/walk-aways/{stream}/{slug}/"
        self.get(url)
        return self.send(url, **values)

    @property
    def text(self) -> str:
        """What is on the screen, as HTML."""
        return str(self.response.content.decode())

    @property
    def status(self) -> int:
        """How the last request ended."""
        return int(self.response.status_code)


def _sent(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
