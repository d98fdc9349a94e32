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
from bowout.desk.appointments import Kept, appointment, kept_in, note
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
        kept = kept_in(outbox.last_invitation(stream))
        parcels = []
        if step.mail:
            invitation = _invitation(user, stream, step, step.mail, expected_version, kept)
            parcels.append(_parcel(user, stream, step.mail, link, expected_version, now, invitation))
        if kept is not None and (parcel := _calendar_alone(user, stream, step, expected_version, now, kept)):
            parcels.append(parcel)
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
    user: User,
    stream: UUID,
    letter: Letter,
    link: CustomerLink | None,
    version: int,
    now: datetime,
    invitation: Invitation | None,
) -> outbox.Parcel:
    text = letter.text.replace(LINK, links.address(link)) if link else letter.text
    to = _contact(user, letter.contact)
    # One step, one mail: whoever sends the form twice gets a conflict, and a lost answer sends nothing twice.
    key = f"{stream}:{version}"
    mail = mailing.mail(user, to, letter.subject, text, now, letter.language)
    return mailing.parcel(key, replace(mail, invitation=invitation, answers_to=address_for(stream)))


def _invitation(
    user: User, stream: UUID, step: Step, letter: Letter, version: int, kept: Kept | None
) -> Invitation | None:
    """What goes with the letter; nothing when the talk stands in somebody else's calendar."""
    theirs = kept is None or kept.attendee[0] == _contact(user, letter.contact).email
    return _appointment(user, stream, step, letter.language, version, kept) if step.appoints and theirs else None


def _calendar_alone(
    user: User, stream: UUID, step: Step, version: int, now: datetime, kept: Kept
) -> outbox.Parcel | None:
    """For whoever has the talk in their calendar and gets no mail that changes it there: else they would come."""
    letter = step.mail
    if letter is not None and step.appoints and _contact(user, letter.contact).email == kept.attendee[0]:
        return None
    invitation = _appointment(user, stream, step, kept.language, version, kept)
    if invitation is None:
        return None
    contact = Contact(email=kept.attendee[0], name=kept.attendee[1])
    words = note(invitation, kept.language)
    mail = mailing.mail(user, contact, invitation.summary, words, now, kept.language)
    return mailing.parcel(f"{stream}:{version}:calendar", replace(mail, invitation=invitation))


def _appointment(
    user: User, stream: UUID, step: Step, language: str, version: int, kept: Kept | None
) -> Invitation | None:
    walk_away = access.walk_aways_of(user).select_related("deal__team").get(pk=stream)
    return appointment(step.intent, streams.load(stream), walk_away, user, language, version, kept)


def _contact(user: User, key: str) -> Contact:
    if not key.isdecimal():
        raise Contact.DoesNotExist
    return access.contacts_of(user).get(pk=int(key))
