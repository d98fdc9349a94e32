"""The customer's link: signed, expiring, revocable."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID, uuid5

from django.core.signing import BadSignature, Signer
from msgspec import Struct

from bowout.desk import mailing
from bowout.desk.setting import setting_of
from bowout.store import access
from bowout.store.models import Contact, CustomerLink, User, WalkAway

_SIGNER = Signer(salt="customer-link")


class Gone(Struct, frozen=True):
    """A link that opens nothing. ``sender`` and ``language`` are known only to those whom we once gave it to."""

    reason: Literal["forged", "expired", "revoked"]
    sender: str = ""
    language: str = ""


class NotYet(Exception):
    """Nobody has been told: a page that they find first would tell them in writing (M3.2)."""


class NotTheirs(Exception):
    """In a no-contact period only the procurement officer may be written to (M6)."""


def hand_out(user: User, walk_away: WalkAway, contact: Contact, now: datetime) -> CustomerLink:
    """A link for somebody who gets it without a step that guards judge.

    Raises as ``make_link`` does, ``NotYet`` and ``NotTheirs``.
    """
    if walk_away.told_at is None:
        raise NotYet
    setting = setting_of(walk_away.deal).at(now)
    if setting.only_in_writing and not setting.is_officer(str(contact.pk)):
        raise NotTheirs
    return create(user, walk_away, contact, now)


def create(user: User, walk_away: WalkAway, contact: Contact, now: datetime) -> CustomerLink:
    """A link that lives ``link_days`` longer than they have time to answer; raises as ``make_link`` does.

    Older links of the same contact keep working: they may come back to an older mail.
    """
    setting = setting_of(walk_away.deal)
    until = setting.window(now, None, walk_away.window_until)
    expires_at = until + timedelta(days=setting.playbook.link_days)
    # Asked twice within one tick of the clock, they get two pages.
    key = uuid5(walk_away.pk, f"{contact.pk} {now.isoformat()} {walk_away.links.count()}")
    return make_link(user, walk_away, contact, key, now, expires_at)


def make_link(
    user: User, walk_away: WalkAway, contact: Contact, link: UUID, now: datetime, expires_at: datetime
) -> CustomerLink:
    """Save a link under the new key ``link``.

    Raises ``PermissionDenied`` for those who may only look, and ``DealContact.DoesNotExist`` for a contact
    without a part in the deal.
    """
    access.actor(user, walk_away.deal)
    walk_away.deal.deal_contacts.get(contact=contact)
    made = CustomerLink(pk=link, walk_away=walk_away, contact=contact, made_by=user, made_at=now, expires_at=expires_at)
    made.save(force_insert=True)
    return made


def outlive(walk_away: WalkAway, until: datetime, link_days: int, now: datetime) -> None:
    """Let the open links of a walk-away live ``link_days`` longer than a new end of their time to answer."""
    expires_at = until + timedelta(days=link_days)
    still = walk_away.links.filter(revoked_at=None, expires_at__gt=now, expires_at__lt=expires_at)
    still.update(expires_at=expires_at)


def revoke(user: User, link: UUID, now: datetime) -> None:
    """Close a link for good. Raises ``CustomerLink.DoesNotExist`` for a stranger."""
    row = access.links_of(user).get(pk=link)
    access.actor(user, row.walk_away.deal)
    row.revoked_at = row.revoked_at or now
    row.save(update_fields=["revoked_at"])


def token(link: CustomerLink) -> str:
    """What stands in the address that the customer gets."""
    return _SIGNER.sign(link.pk.hex)


def address(link: CustomerLink) -> str:
    """The address that the customer gets. It is a key: never log it."""
    return mailing.address_of(f"/c/{token(link)}/")


def language_of(link: CustomerLink) -> str:
    """Code of the language in which that page opens: the contact's, else the account's; empty where nobody said."""
    return link.contact.language or link.walk_away.deal.account.language


def opened(token: str, now: datetime) -> CustomerLink | Gone:
    """The link of that token. A forged one is told from a closed one by its signature alone, in constant time."""
    try:
        row = access.any_link(UUID(_SIGNER.unsign(token)))
    except (BadSignature, ValueError):
        row = None
    if row is None:
        return Gone("forged")
    if row.revoked_at is not None or row.expires_at <= now:
        sender = row.made_by.name if row.made_by else ""
        closed: Literal["expired", "revoked"] = "expired" if row.revoked_at is None else "revoked"
        return Gone(closed, sender, language_of(row))
    return row
