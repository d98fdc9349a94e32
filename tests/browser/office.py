"""What a person does at a browser: finds things by their words and their roles, never by how they are built."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from uuid import uuid4

from playwright.sync_api import ConsoleMessage, Locator, Page, ViewportSize, expect

from bowout.connectors.mail import carrier
from bowout.desk.sending import send_next
from bowout.store.models import User
from bowout.web import clock
from tests.people import PASSWORD

NARROW = ViewportSize(width=375, height=812)
WIDE = ViewportSize(width=1280, height=900)


class Clock:
    """The clock of the pages."""

    def __init__(self, monkeypatch: Any, settings: Any) -> None:
        self._monkeypatch = monkeypatch
        settings.DEBUG_CLOCK = True

    def set(self, at: datetime) -> None:
        """Move it there; it stands until it is moved again."""
        self._monkeypatch.setenv("BOWOUT_NOW", at.isoformat())


class Visit:
    """Somebody at a page of this server."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def go(self, path: str) -> None:
        """Type an address."""
        self.page.goto(path if path.startswith("http") else f"{self.url}{path}")

    def sign_in(self, user: User, password: str = PASSWORD) -> None:
        """Come in, from wherever one is."""
        self.go("/sign-in/")
        self.fill("E-mail address", user.email)
        self.fill("Password", password)
        self.press("Sign in")
        expect(self.page.get_by_role("heading", level=1, name="Today")).to_be_visible()

    def sign_out(self) -> None:
        """Leave."""
        self.press("Sign out")
        expect(self.page.get_by_role("heading", name="Sign in")).to_be_visible()

    def follow(self, name: str | re.Pattern[str]) -> None:
        """Click a link."""
        self.page.get_by_role("link", name=name).first.click()

    def lands(self, at: Locator) -> None:
        """Click what leads to another page, and wait until that page is whole: until then a look sees the old one."""
        with self.page.expect_navigation(wait_until="load"):
            at.click()

    def press(self, name: str, within: Locator | None = None) -> None:
        """Click a button."""
        (within or self.page).get_by_role("button", name=name, exact=True).click()

    def fill(self, label: str, text: str, within: Locator | None = None) -> None:
        """Write into a field."""
        fields = self.page.locator("input, textarea")
        (within or self.page).get_by_label(label).and_(fields).first.fill(text)

    def choose(self, label: str, within: Locator | None = None) -> None:
        """Tick, or choose one of several."""
        (within or self.page).get_by_label(label, exact=True).first.check()

    def sees(self, words: str | re.Pattern[str]) -> None:
        """These words are on the page, and visible."""
        expect(self.page.get_by_role("main").get_by_text(words).locator("visible=true").first).to_be_visible()

    def next_is(self, title: str) -> None:
        """The step that stands large, and no other heading that says much the same."""
        expect(self.page.get_by_role("heading", name=title, level=2)).to_be_visible()


def letters(folder: Path) -> list[tuple[str, str, str]]:
    """Let the worker send what waits; then whom each letter is for, its subject and its text, oldest first."""
    carry = carrier("", folder)
    while send_next(carry, clock.now, uuid4().hex):
        pass
    return list(_read(folder))


def _read(folder: Path) -> Iterator[tuple[str, str, str]]:
    for file in sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns):
        message = message_from_bytes(file.read_bytes(), policy=policy.default)
        body = message.get_body(("plain",))
        yield str(message["To"]), str(message["Subject"]), body.get_content() if body else ""


def complaints(page: Page) -> list[str]:
    """What the browser complains about from now on: scripts, styles and whatever the policy keeps out."""
    heard: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            heard.append(f"{page.url}: {message.text}")

    page.on("console", listen)
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    return heard


def wider_than_the_window(page: Page) -> str:
    """What makes the page scroll sideways; empty when it does not."""
    return str(
        page.evaluate(
            """() => {
              const limit = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= limit) return "";
              return [...document.querySelectorAll("body *")]
                .filter(each => each.getBoundingClientRect().right > limit + 1)
                .map(each => each.tagName + "." + each.className).slice(0, 5).join(" ") || "the page itself";
            }"""
        )
    )
