"""A customer brings a colleague in: a page of their own, and an answer of their own."""

from datetime import datetime
from uuid import uuid5

from django.db import transaction

from bowout.desk.links import NotTheirs
from bowout.desk.setting import setting_of
from bowout.desk.telling import tell
from bowout.store import facts
from bowout.store.models import Contact, CustomerLink

MOST = 5
"""Colleagues whom one person may bring in: more is a mailing list."""


_JOINED = "they have brought in a colleague, who has a page of their own now and may answer, too."


class Enough(Exception):
    """They have brought in as many as they may."""


def bring_in(link: CustomerLink, name: str, now: datetime) -> CustomerLink:
    """The page of a colleague with that name; the one that there is when they were brought in before.

    It is always somebody new: who could name a contact that we know would get that contact's page. Nothing is sent to
    them, their colleague passes it on. Raises ``Enough``, and ``NotTheirs`` where only the officer may be written to.
    """
    with transaction.atomic():
        walk_away = facts.locked(facts.walk_aways()).get(pk=link.walk_away_id)
        theirs = brought_in(link)
        if same := next((one for one in theirs if one.contact.name == name), None):
            return same
        if setting_of(walk_away.deal).at(now).only_in_writing:
            raise NotTheirs
        if len(theirs) >= MOST:
            raise Enough
        made = _page(link, _contact(link, name), now)
        tell(walk_away, f"colleague-{made.pk.hex}", f"A colleague joins in: {walk_away.deal.name}", _JOINED, now)
    return made


def brought_in(link: CustomerLink) -> list[CustomerLink]:
    """The open pages of those whom the holder of that link brought in; one query."""
    pages = link.walk_away.links.filter(asked_by=link.contact_id, revoked_at=None).select_related("contact")
    return list(pages.order_by("made_at"))


def _contact(link: CustomerLink, name: str) -> Contact:
    deal, asked_by = link.walk_away.deal, link.contact
    contact = deal.account.contacts.create(team=deal.team, name=name, language=asked_by.language)
    deal.deal_contacts.create(contact=contact, role="brought in by a colleague")
    return contact


def _page(link: CustomerLink, contact: Contact, now: datetime) -> CustomerLink:
    return link.walk_away.links.create(
        pk=uuid5(link.pk, f"{contact.pk}"),
        contact=contact,
        asked_by=link.contact,
        made_at=now,
        expires_at=link.expires_at,
    )
