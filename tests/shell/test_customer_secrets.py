"""No secret of ours is in any letter, script or calendar for the customer. Pages and PDF: test_customer_leaks.py."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, timedelta
from email.message import EmailMessage
from itertools import product
from typing import get_args

import msgspec
import pytest

from bowout.connectors.mail import Mail, compose
from bowout.connectors.paper import Decline, Reader, Writer
from bowout.core import intents as i
from bowout.desk import acting, mailing
from bowout.desk.drafts import LANGUAGES, Speaking, draft, facts_of, tongue_of
from bowout.desk.drafts.tongue import Kind
from bowout.desk.setting import setting_of
from bowout.desk.stepping import Step, take
from bowout.store import access, streams
from bowout.store.models import Outbox
from bowout.web import clock
from tests.people import NOW, Cast
from tests.shell.hidden import doubt, hide, leaks, secret
from tests.shell.stands import Stands
from tests.shell.steps import NOBODY, STREAM, must

ABOUT_US = {"language", "writer", "parted_on", "written_on", "documents", "again", "bid_withdrawn"}
FOR_THEM = {"reader", "about", "reference", "word"}


@pytest.fixture
def marked(cast: Cast, at: Callable[[datetime], None]) -> Cast:
    """The cast with all that happens until they are asked, and a secret wherever the customer has no eyes."""
    next(seen for seen in Stands(cast, at, "part").pages() if seen.name == "read: look")
    return cast


def read(message: EmailMessage) -> str:
    """All that leaves the house: what the mail is made of, and what programs make of it."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    said = [part.get_payload(decode=True).decode() for part in parts]  # type: ignore[union-attr]
    heads = [f"{name}: {value}" for part in message.walk() for name, value in part.items()]
    return "\n".join((message.as_string(), *said, *heads))


def test_in_every_letter_and_script(marked: Cast) -> None:
    deal = access.deals_of(marked.alice).get(pk=marked.deal.pk)
    speaking = Speaking(marked.alice.name, clock.now(), name=marked.claire.name, link="https://bowout.example/c/x/")
    for kind, language in product(get_args(Kind), LANGUAGES):
        tongue = tongue_of(language)
        letter = draft(kind, tongue, facts_of(streams.load(STREAM), setting_of(deal), tongue, speaking))
        mail = mailing.mail(marked.alice, marked.claire, letter.subject, letter.text, clock.now(), language)
        sent = read(compose(mail, f"{STREAM}:4"))
        assert "Claire" in sent
        assert (leaks(sent), str(STREAM) in sent) == ([], False), (kind, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_calendars_of_a_talk_booked_moved_and_called_off(cast: Cast, language: str) -> None:
    hide(cast)
    must(acting.start(cast.alice, cast.deal, doubt(), STREAM, NOW))
    letter = i.Letter(str(cast.claire.pk), "Our talk", "Let us talk.", language)
    talks = (
        i.Call(at=NOW, by=NOBODY, contact=str(cast.claire.pk), outcome="reached", override=secret("why")),
        i.BookTalk(at=NOW, by=NOBODY, talk_at=NOW + timedelta(days=2), letter=letter, override=secret("why")),
        i.BookTalk(at=NOW, by=NOBODY, talk_at=NOW + timedelta(days=3), letter=letter, override=secret("why")),
        i.CallOffTalk(at=NOW, by=NOBODY, text=secret("off"), letter=letter, override=secret("why")),
    )
    for talk in talks:
        appoints = not isinstance(talk, i.Call)
        step = Step(talk, sends=appoints, appoints=appoints)
        assert take(cast.alice, STREAM, step, streams.load(STREAM).version, NOW).accepted
    mails = [
        read(compose(msgspec.convert(row.payload, Mail), row.key))
        for row in Outbox.objects.filter(payload__to=cast.claire.email).order_by("pk")
    ]
    assert [sum(f"METHOD:{method}" in mail for mail in mails) for method in ("REQUEST", "CANCEL")] == [2, 1]
    assert [leaks(mail) for mail in mails] == [[], [], []]


def test_a_decline_has_no_place_for_anything_else() -> None:
    """A new field would need a look: what fills it, and may they read that?"""
    assert {field.name for field in fields(Decline)} == ABOUT_US | FOR_THEM
    assert {field.name for field in fields(Writer)} == {"company", "name", "role", "mail", "phone"}
    assert {field.name for field in fields(Reader)} == {"account", "name"}
