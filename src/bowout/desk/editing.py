"""What people write on a deal here. Imports leave it alone, and what is due moves with it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from bowout.desk.projecting import rebuild
from bowout.desk.setting import must_be_zone
from bowout.store import access
from bowout.store.models import Account, CalendarEntry, Contact, Deal, DealContact, User

Kept = Account | Contact | Deal


def edit(by: User, row: Kept, changes: dict[str, Any]) -> None:
    """Set fields of a deal, an account or a contact as it was loaded, and keep what changed from imports.

    Raises ``PermissionDenied`` for another team's row and ``ValidationError`` for a value that does not fit.
    """
    changed = [name for name, value in changes.items() if getattr(row, name) != value]
    with transaction.atomic():
        keep(by, row, changed)
        for name in changed:
            _must_fit(row, name, changes[name])
            setattr(row, name, changes[name])
        row.clean_fields(exclude={field.name for field in row._meta.fields} - set(changed))
        row.save(update_fields=[*changed, "kept"])
        _refresh(row)


def keep(by: User, row: Kept, names: list[str]) -> None:
    """Note on the row that people wrote these fields; the caller saves it."""
    if not access.may_edit(by, row.team_id):
        raise PermissionDenied
    row.kept = sorted({*row.kept, *names})


def add_person(by: User, deal: Deal, contact: Contact, role: str) -> DealContact:
    """Give a contact a part in the deal, or another part; a new contact is saved, too."""
    _must_edit(by, deal)
    if not contact._state.adding and contact.team_id != deal.team_id:
        raise PermissionDenied
    with transaction.atomic():
        if contact._state.adding:
            contact.team, contact.account = deal.team, deal.account
            contact.kept = ["email", "name", "phone", "title"]
            contact.save()
        deal.taken_out.filter(contact=contact).delete()
        part, _ = deal.deal_contacts.update_or_create(contact=contact, defaults={"role": role})
        rebuild(deals=[deal.pk])
    return part


def remove_person(by: User, deal: Deal, contact: int, now: datetime) -> None:
    """Take the contact with that key out of the deal, for imports too, and close their links.

    The log may still name them.
    """
    _must_edit(by, deal)
    with transaction.atomic():
        access.links_of(by).filter(walk_away__deal=deal, contact=contact, revoked_at=None).update(revoked_at=now)
        if deal.deal_contacts.filter(contact=contact).delete()[0]:
            deal.taken_out.get_or_create(contact_id=contact)
        rebuild(deals=[deal.pk])


def add_entry(by: User, deal: Deal, kind: str, at: datetime, title: str) -> CalendarEntry:
    """Put something in the deal's calendar."""
    _must_edit(by, deal)
    with transaction.atomic():
        entry = deal.calendar.create(kind=kind, at=at, title=title)
        rebuild(deals=[deal.pk])
    return entry


def remove_entry(by: User, deal: Deal, entry: int) -> None:
    """Take the calendar entry with that key out of the deal."""
    _must_edit(by, deal)
    with transaction.atomic():
        deal.calendar.filter(pk=entry).delete()
        rebuild(deals=[deal.pk])


def _must_fit(row: Kept, name: str, value: Any) -> None:
    if isinstance(value, User | Account | Contact) and value.team_id != row.team_id:
        raise PermissionDenied
    if name == "zone":
        must_be_zone(value or "UTC")


def _must_edit(by: User, deal: Deal) -> None:
    if not access.may_edit(by, deal.team_id):
        raise PermissionDenied


def _refresh(row: Kept) -> None:
    if isinstance(row, Deal):
        rebuild(deals=[row.pk])
    elif isinstance(row, Account):
        rebuild(deals=row.deals.values_list("pk", flat=True))
    else:
        rebuild(deals=row.deal_contacts.values_list("deal", flat=True))
