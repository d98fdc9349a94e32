"""No letter reaches the customer unread by the guards, whichever step it goes with, subject and all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bowout.core import intents as i
from bowout.store.models import CustomerLink, Deal, DealContact, Outbox
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.browsing import Browser
from tests.shell.steps import NOBODY, STREAM, do, must

RUDE = "Your problem is too simple for us"


@pytest.fixture
def alice(cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Browser:
    settings.DEBUG_CLOCK, settings.BOWOUT_SMTP_URL = True, "smtp://127.0.0.1:1"
    return Browser(cast.alice, monkeypatch).at(NOW + timedelta(hours=2))


def ready(cast: Cast) -> None:
    steps.begin(cast)
    for user in (cast.alice, cast.mia):
        must(do(user, i.Confirm(at=NOW, by=NOBODY)))


def told(cast: Cast) -> None:
    ready(cast)
    must(do(cast.alice, i.Call(at=NOW, by=NOBODY, contact=str(cast.claire.pk), outcome="reached")))


def explained(cast: Cast) -> None:
    told(cast)
    must(do(cast.alice, i.HoldTalk(at=NOW + timedelta(hours=1), by=NOBODY)))


def answered(cast: Cast) -> None:
    explained(cast)
    must(do(cast.alice, i.AskFeedback(at=NOW + timedelta(hours=1), by=NOBODY)))
    must(do(cast.alice, steps.answer("misread", NOW + timedelta(hours=1))))


@pytest.mark.parametrize("where", ["subject", "text"])
@pytest.mark.parametrize(
    ("before", "slug", "more"),
    [
        (ready, "message", {"channel": "email"}),
        (told, "book-talk", {"talk_at": "2026-03-05T10:00"}),
        (explained, "ask-feedback", {}),
        (answered, "acknowledge", {}),
        (answered, "stay", {"changed": "They have a network."}),
        (answered, "part", {}),
    ],
)
def test_a_rude_letter_stays_here(
    cast: Cast, alice: Browser, where: str, before: Callable[[Cast], None], slug: str, more: dict[str, str]
) -> None:
    before(cast)
    sent = {"subject": "Our project", "text": "Thank you. [link]", where: f"{RUDE}. [link]"}
    page = alice.step(STREAM, slug, way="send", to=str(cast.claire.pk), **sent, **more)
    assert alice.status == 422
    assert "too simple" in page
    assert not Outbox.objects.exists()


def test_in_a_no_contact_period_no_letter_and_no_page_goes_to_anybody_but_the_officer(
    cast: Cast, alice: Browser
) -> None:
    Deal.objects.filter(pk=cast.deal.pk).update(regime="no-contact")
    DealContact.objects.filter(contact=cast.ines).update(role="procurement officer")
    cast.deal.refresh_from_db()
    ready(cast)
    text = "We are considering withdrawing from your procedure."
    must(do(cast.alice, i.Message(at=NOW, by=NOBODY, channel="email", contact=str(cast.ines.pk), text=text)))
    alice.step(STREAM, "ask-feedback", way="send", to=str(cast.claire.pk))
    assert alice.status == 422
    assert not Outbox.objects.exists()
    assert not CustomerLink.objects.exists()
