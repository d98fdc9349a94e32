"""A real Chromium, at a desk and on a phone. What a failing page looked like is left in screenshots/."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.needs import chromium

if TYPE_CHECKING:
    # When this file is read, Django is not set up yet.
    from tests.browser.office import Clock, Visit
    from tests.people import Cast

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DESK = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
SCREENSHOTS = Path("screenshots")
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each page gets a context, so cookies, of its own."""
    # Playwright keeps an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def desktop_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page at a desk."""
    yield from _page(browser, request, viewport=DESK)


@pytest.fixture
def phone_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone, touched rather than clicked."""
    yield from _page(browser, request, viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=2)


@pytest.fixture
def plain_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page at a desk with JavaScript off."""
    yield from _page(browser, request, viewport=DESK, java_script_enabled=False)


@pytest.fixture
def cast(transactional_db: None, settings: Any) -> "Cast":
    """Everybody, saved, on the database that the server reads."""
    from tests import people

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return people.cast()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> "Clock":
    """The clock of the pages, at the cast's moment."""
    from tests.browser.office import Clock
    from tests.people import NOW

    moved = Clock(monkeypatch, settings)
    moved.set(NOW)
    return moved


@pytest.fixture
def seller(desktop_page: Page, live_server: Any, settings: Any) -> "Visit":
    """Somebody of ours at a desk."""
    return _visit(desktop_page, live_server, settings)


@pytest.fixture
def customer(phone_page: Page, live_server: Any, settings: Any) -> "Visit":
    """Somebody at the customer, with a small phone."""
    from tests.browser.office import NARROW

    phone_page.set_viewport_size(NARROW)
    return _visit(phone_page, live_server, settings)


@pytest.fixture
def plain(plain_page: Page, live_server: Any, settings: Any) -> "Visit":
    """Somebody whose browser runs no scripts."""
    return _visit(plain_page, live_server, settings)


def _visit(page: Page, live_server: Any, settings: Any) -> "Visit":
    from tests.browser.office import Visit

    # Links in mails lead to this server.
    settings.BOWOUT_BASE_URL = live_server.url
    settings.BOWOUT_SMTP_URL = "smtp://mail.north.example"
    return Visit(page, live_server.url)


def _page(browser: Browser, request: pytest.FixtureRequest, **options: Any) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", reduced_motion="reduce", **options)
    context.set_default_timeout(15_000)
    page = context.new_page()
    yield page
    if request.node.stash.get(FAILED, False):
        page.screenshot(path=SCREENSHOTS / f"{request.node.name}-{request.fixturename}.png", full_page=True)
    context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


def axe_findings(page: Page) -> list[str]:
    """What axe finds wrong on the page, a line each: rule, what to mend, where."""
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{found['id']}: {found['help']} at {', '.join(str(node['target']) for node in found['nodes'])}"
        for found in violations
    ]
