"""The cast on a database, and a customer with a link."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    # When this file is read, Django is not set up yet.
    from tests import people
    from tests.shell.customers import Customer
    from tests.shell.walking import Sit


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None, _quick_passwords: None) -> "people.Cast":
    """Everybody, saved."""
    from tests import people

    return people.cast()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Moves the clock that pages read."""
    from bowout.web import clock

    return lambda moment: monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def claire(cast: "people.Cast", at: Callable[[datetime], None]) -> "Customer":
    """The champion with a link to her page, an hour after she was asked."""
    from tests.shell.customers import asked

    customer, when = asked(cast)
    at(when + timedelta(hours=1))
    return customer


@pytest.fixture
def sit(settings: Any, monkeypatch: pytest.MonkeyPatch) -> "Sit":
    """Somebody sits down at the browser, at ten on that Tuesday."""
    from tests.people import NOW
    from tests.shell.browsing import Browser

    settings.DEBUG_CLOCK = True
    settings.BOWOUT_SMTP_URL = "smtp://mail.north.example"
    return lambda user: Browser(user, monkeypatch).at(NOW)
