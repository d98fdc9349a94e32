"""A walk-away through the forms alone, as far as a test wants it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from bowout.core import events as e
from bowout.store import streams
from bowout.store.models import User, WalkAway
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.browsing import Browser

Sit = Callable[[User], Browser]
FIT = {
    "fit-use": "on",
    "fit-internal": steps.REASON.internal,
    "fit-customer": steps.REASON.customer,
    "fit-stay_if": steps.REASON.stay_if,
    "fit-0-on": "2026-03-02",
    "fit-0-source": "Meeting note",
    "fit-0-text": "Claire showed us the sites.",
}
KNOWN = {"cycle": "decision in April", "players": "Claire, Henri", "needs": "offline maps", "potential": "48 k"}


def the_stream() -> UUID:
    return WalkAway.objects.get().pk


def last(kind: type[e.Event]) -> e.Event:
    return next(event for event in reversed(streams.log(the_stream())) if isinstance(event, kind))


def raised(cast: Cast, sit: Sit) -> Browser:
    """Alice has recorded the doubt."""
    alice = sit(cast.alice)
    url = f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    text = alice.send(url, **FIT, **KNOWN)
    assert "The doubt is recorded" in text
    return alice


def ready(cast: Cast, sit: Sit) -> Browser:
    """Rep and manager have confirmed."""
    alice = raised(cast, sit)
    alice.step(the_stream(), "confirm")
    sit(cast.mia).step(the_stream(), "confirm")
    return alice


def told(cast: Cast, sit: Sit) -> Browser:
    """Claire was reached on the phone."""
    alice = ready(cast, sit)
    assert "The call is in the log" in alice.step(the_stream(), "call", outcome="reached")
    return alice


def asked(cast: Cast, sit: Sit) -> Browser:
    """The talk was held, and the question is out."""
    alice = told(cast, sit)
    alice.at(NOW + timedelta(hours=2)).step(the_stream(), "hold-talk")
    alice.at(NOW + timedelta(hours=3))
    assert "It is their turn" in alice.step(the_stream(), "ask-feedback")
    return alice
