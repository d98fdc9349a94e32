"""A step together with the mail that goes with it and the page that the mail leads to: all of it, or nothing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from msgspec import Struct
from msgspec.structs import replace

from bowout.connectors.mail import Invitation
from bowout.core.intents import Intent, Letter
from bowout.core.process import Decision
from bowout.desk import acting, links, mailing
from bowout.desk.appointments import appointment
from bowout.desk.tagging import address_for
from bowout.store import access, outbox, streams
from bowout.store.models import Contact, CustomerLink, User

LINK = "[link]"
"""Stands in a letter where the address of the customer's page will be."""


class Step(Struct, frozen=True):
    """What somebody means to do. ``invited`` is the key of the contact who gets a page to answer on.

    The letter is the intent's own, so that none goes out that no guard has read.
    """

    intent: Intent
    sends: bool = False
    """True when the intent's letter goes out from here; otherwise they have written it themselves."""
    invited: str = ""
    appoints: bool = False
    """True when the mail puts the talk into their calendar, or takes it out."""

    @property
    def mail(self) -> Letter | None:
        """What goes out from here."""
        letter: Letter | None = getattr(self.intent, "letter", None)
        return letter if self.sends else None


def take(user: User, stream: UUID, step: Step, expected_version: int, now: datetime) -> Decision:
    """Do it; raises as ``acting.act`` does, and ``Contact.DoesNotExist`` for a letter to nobody we know."""
    with transaction.atomic():
        link = _link(user, stream, step, now)
        parcels = [_parcel(user, stream, step, step.mail, link, expected_version, now)] if step.mail else []
        decision = acting.act(user, stream, step.intent, expected_version, now, parcels)
        if link is not None and not decision.accepted:
            link.delete()
        return decision


def _link(user: User, stream: UUID, step: Step, now: datetime) -> CustomerLink | None:
    if not step.invited:
        return None
    walk_away = access.walk_aways_of(user).get(pk=stream)
    return links.create(user, walk_away, _contact(user, step.invited), now)


def _parcel(
    user: User, stream: UUID, step: Step, letter: Letter, link: CustomerLink | None, version: int, now: datetime
) -> outbox.Parcel:
    text = letter.text.replace(LINK, links.address(link)) if link else letter.text
    to = _contact(user, letter.contact)
    # One step, one mail: whoever sends the form twice gets a conflict, and a lost answer sends nothing twice.
    key = f"{stream}:{version}"
    mail = mailing.mail(user, to, letter.subject, text, now, letter.language)
    invitation = _appointment(user, stream, step, letter, version)
    return mailing.parcel(key, replace(mail, invitation=invitation, answers_to=address_for(stream)))


def _appointment(user: User, stream: UUID, step: Step, letter: Letter, version: int) -> Invitation | None:
    if not step.appoints:
        return None
    walk_away = access.walk_aways_of(user).get(pk=stream)
    return appointment(step.intent, streams.load(stream), walk_away, user, letter.language, version)


def _contact(user: User, key: str) -> Contact:
    if not key.isdecimal():
        raise Contact.DoesNotExist
    return access.contacts_of(user).get(pk=int(key))
