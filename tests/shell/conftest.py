"""The cast on a database, and a customer with a link."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    # When this file is read, Django is not set up yet.
    from tests import people
    from tests.shell.answers import Pretend
    from tests.shell.browsing import Browser
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


@pytest.fixture
def mailbox(settings: Any) -> "Pretend":
    """The house has one, which lies in memory."""
    from tests.shell.answers import Pretend

    settings.BOWOUT_IMAP_URL = "imaps://deals:x@mail.example"
    settings.BOWOUT_REPLY_ADDRESS = "deals@north.example"
    return Pretend()


@pytest.fixture
def asked(cast: "people.Cast", sit: "Sit", mailbox: "Pretend") -> "Browser":
    """Alice has asked Claire by mail."""
    from bowout.store.models import Contact
    from tests.people import NOW
    from tests.shell.answers import LATER
    from tests.shell.walking import the_stream, told

    Contact.objects.filter(pk=cast.claire.pk).update(email="claire@lumiere.example")
    alice = told(cast, sit)
    alice.at(NOW + timedelta(hours=2)).step(the_stream(), "hold-talk")
    alice.at(NOW + timedelta(hours=3))
    assert "It is their turn" in alice.step(the_stream(), "ask-feedback", way="send")
    return alice.at(LATER)
