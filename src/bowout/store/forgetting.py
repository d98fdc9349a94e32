"""Where a person at a customer stands outside the log: rows to be held while they are forgotten, and emptied.

The order in which rows are held is that of everybody who writes to several of them: mailbox, mail, contact, walk-away.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from bowout.store import inbox
from bowout.store.models import (
    CalendarEntry,
    Contact,
    CustomerLink,
    Deal,
    DealContact,
    MailboxPlace,
    Outbox,
    Received,
    TakenOut,
    WalkAway,
    Words,
)

_HELD = (Outbox.State.LEASED, Outbox.State.HANDING_OVER)
_FIELDS = ("name", "title", "email", "phone", "country", "region", "zone", "language")


def ask(contact: Contact, now: datetime) -> None:
    """Note that they must be forgotten: whoever is killed while doing so is followed by another."""
    Contact.objects.filter(pk=contact.pk, forget_at=None).update(forget_at=now)


def next_one() -> Contact | None:
    """Who has waited longest to be forgotten; None: nobody waits."""
    return Contact.objects.exclude(forget_at=None).order_by("forget_at", "pk").first()


def deals(person: Contact) -> list[int]:
    """Keys of the deals in which they have or had a part, and of all others of their account."""
    theirs = Q(account=person.account_id) | Q(deal_contacts__contact=person) | Q(taken_out__contact=person)
    return list(Deal.objects.filter(theirs, team=person.team_id).distinct().order_by("pk").values_list("pk", flat=True))


def hold_mailboxes() -> None:
    """No message is taken in before the caller's transaction ends: none of theirs can slip through."""
    list(MailboxPlace.objects.select_for_update().order_by("pk"))


def hold_mails(person: Contact, deals: list[int]) -> list[Received]:
    """What came from them or about them, as far as it is their team's, or nobody's yet."""
    found = Q(contact=person) | Q(walk_away__deal__in=deals) | Q(team=person.team_id, walk_away=None)
    if person.email:
        found |= Q(team=None, sender__iexact=person.email)
    # Joined with the walk-away, it could not be held on PostgreSQL.
    keys = list(Received.objects.filter(found).values_list("pk", flat=True))
    return list(Received.objects.filter(pk__in=keys).select_for_update().order_by("pk"))


def hold(person: Contact, deals: list[int]) -> bool:
    """Hold them and the walk-aways; False when somebody else has just forgotten them."""
    row = Contact.objects.select_for_update(no_key=True).filter(pk=person.pk).exclude(forget_at=None)
    if not list(row):
        return False
    list(WalkAway.objects.filter(deal__in=deals).select_for_update(of=("self",)).order_by("pk"))
    return True


def hold_outgoing(person: Contact, deals: list[int]) -> list[Outbox] | None:
    """What went to them or is about their deals; None while a worker is sending some of it."""
    found = Q(walk_away__deal__in=deals) | Q(team=person.team_id, payload__to_name=person.name)
    if person.email:
        found |= Q(team=person.team_id, payload__to__iexact=person.email)
    keys = list(Outbox.objects.filter(found).values_list("pk", flat=True))
    rows = list(Outbox.objects.filter(pk__in=keys).select_for_update().order_by("pk"))
    return None if any(row.state in _HELD for row in rows) else rows


def streams(deals: list[int]) -> list[UUID]:
    """Keys of the deals' walk-aways."""
    return list(WalkAway.objects.filter(deal__in=deals).values_list("pk", flat=True))


def words(streams: list[UUID]) -> QuerySet[Words]:
    """What was written in these logs and is not erased yet."""
    return Words.objects.filter(stream__in=streams).exclude(text="")


def dated(deals: list[int]) -> QuerySet[CalendarEntry]:
    """What stands in the deals' calendars."""
    return CalendarEntry.objects.filter(deal__in=deals)


def let_go(row: Received, team: int) -> bool:
    """The team no longer knows the sender of a mail that may be another's; True when no team is left that does."""
    row.known_to.remove(team)
    return not row.known_to.exists()


def empty_mail(row: Received) -> None:
    """Leave that somebody wrote, when, and on what; by what is left it is known should it come again."""
    row.message_id = inbox.forgotten_id(row.message_id)
    row.sender = row.sender_name = row.subject = row.text = ""
    row.files, row.file = [], inbox.gone(row.file)
    row.save()


def save_struck(row: Received) -> None:
    """Save somebody else's mail in which they were named; its file is gone."""
    row.file = inbox.gone(row.file)
    row.save(update_fields=["sender_name", "subject", "text", "files", "file"])


def empty_outgoing(row: Outbox, name: str, says: str) -> None:
    """Leave that something was sent, and when; what was not sent yet never is."""
    if row.state == Outbox.State.WAITING:
        row.state = Outbox.State.FAILED
    row.last_error = says if row.state != Outbox.State.SENT else ""
    # Without a moment it is no mail that could leave; nor can what stands in their calendar be moved or called off.
    row.payload = {"to": "", "to_name": name, "subject": name, "text": "", "invitation": None}
    row.save(update_fields=["state", "last_error", "payload"])


def empty_person(person: Contact, name: str, now: datetime) -> None:
    """Leave the key by which the log names them, and the CRM's, so that no import brings them back."""
    CustomerLink.objects.filter(contact=person, revoked_at=None).update(revoked_at=now)
    parts = DealContact.objects.filter(contact=person)
    TakenOut.objects.bulk_create(
        [TakenOut(deal_id=deal, contact=person) for deal in parts.values_list("deal", flat=True)], ignore_conflicts=True
    )
    parts.delete()
    Deal.objects.filter(officer=person).update(officer=None)
    changes = {**dict.fromkeys(_FIELDS, ""), "name": name, "account": None, "forget_at": None}
    Contact.objects.filter(pk=person.pk).update(**changes, kept=sorted({*_FIELDS, "account"}))
