"""The demo's mail: written with the step that it goes with, and sent at the time of the story."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bowout.connectors.mail import Carrier
from bowout.core.intents import Letter
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway as State
from bowout.desk.drafts import Kind, Speaking, draft, facts_of, tongue_of
from bowout.desk.sending import send_next
from bowout.desk.stepping import LINK
from bowout.store.models import Contact, Deal, User

Post = Callable[[datetime], None]
"""Sends what waits at that moment."""
SENDING = timedelta(seconds=3)
"""How long it takes from being written to being sent."""


def post_by(carrier: Carrier) -> Post:
    """Brings everything that waits to the carrier, a moment after it was written."""
    sent = 0

    def post(at: datetime) -> None:
        nonlocal sent
        while send_next(carrier, lambda: at + SENDING, f"demo-{sent}"):
            sent += 1

    return post


def composed(kind: Kind, state: State, setting: Setting, deal: Deal, to: Contact, by: User, at: datetime) -> Letter:
    """The letter that the product itself would offer, in the customer's language."""
    tongue = tongue_of(deal.account.language)
    text = draft(kind, tongue, facts_of(state, setting, tongue, Speaking(by.name, at, to.name, LINK)))
    return Letter(str(to.pk), text.subject, text.text, tongue.code)


def written(text: str, to: Contact, by: User, kind: Kind | None = None) -> Letter:
    """A letter in somebody's own words, in English; with a kind, under the product's subject for it."""
    english = tongue_of("en")
    subject = english.texts[kind].subject if kind else "Our conversation"
    return Letter(str(to.pk), subject, f"{text}\n\nKind regards\n{by.name}\n", english.code)
