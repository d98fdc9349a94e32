"""The people that a deal's row names become contacts with a part in it.

Parts and roles that are there stay, and whom people took out of the deal stays out.
"""

from collections.abc import Sequence

from bowout.connectors.tabular import DealRecord
from bowout.desk.importing import merge
from bowout.desk.importing.contacts import Contacts
from bowout.desk.importing.work import Work
from bowout.store import importing
from bowout.store.models import Contact, Deal, DealContact

Named = tuple[str, str, str]
"""(id in the CRM, name, email), any of them possibly empty."""


def connect(work: Work, pairs: Sequence[tuple[DealRecord, Deal]]) -> set[int]:
    """Give the people named in these rows a part in these saved deals; returns the deals that got one."""
    wanted = [(deal, person) for record, deal in pairs for person in people_of(record) if _fits(person)]
    if not wanted:
        return set()
    contacts = Contacts(work, ((*person, deal.account_id) for deal, person in wanted))
    found = [(deal, contact) for deal, person in wanted if (contact := _contact(contacts, person, deal)) is not None]
    contacts.save()
    named = dict.fromkeys((deal.pk, contact.pk) for deal, contact in found)
    out = importing.taken_out(deal for deal, _ in named)
    work.report.counts.kept += len(out & named.keys())
    there = importing.parts(deal for deal, _ in named)
    missing = [part for part in named if part not in there and part not in out]
    importing.add([DealContact(deal_id=deal, contact_id=contact) for deal, contact in missing])
    work.report.made("contacts", len(contacts.new))
    work.report.made("contacts on deals", len(missing))
    return {deal for deal, _ in missing}


def people_of(record: DealRecord) -> list[Named]:
    """Who the row names. Lists of the same length tell of the same people; else the surest list alone counts."""
    ids, names, mails = record.contact_external_ids, record.contact_names, record.contact_emails
    most = len(ids or mails or names)
    wide = [part if len(part) == most else ("",) * most for part in (ids, names, mails)]
    return list(dict.fromkeys(zip(*wide, strict=True)))


def _contact(contacts: Contacts, person: Named, deal: Deal) -> Contact | None:
    """An id alone makes nobody."""
    found = contacts.find(*person, deal.account_id)
    return found or (contacts.make(*person, deal.account_id) if person[1] or person[2] else None)


def _fits(person: Named) -> bool:
    return merge.too_long(Contact, dict(zip(("external_id", "name", "email"), person, strict=True))) is None
