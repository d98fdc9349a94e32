"""How far mailboxes were read, what came, and what it answers."""

from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from bowout.store.models import Contact, DealContact, MailboxPlace, Outbox, Received, Team, User, WalkAway

_GONE = "-"
LEASE = timedelta(minutes=5)
"""Longer than the largest message takes to come: whoever was killed while reading is followed by another then."""
TRIES = 2
"""Of a message that comes to no end: whoever tries it is killed by it, or by chance."""


def claim(name: str, now: datetime, token: str) -> MailboxPlace | None:
    """How far the mailbox was read, to read on from there; None while another worker reads it."""
    MailboxPlace.objects.get_or_create(name=name)
    free = MailboxPlace.objects.filter(Q(lease_until=None) | Q(lease_until__lte=now), name=name)
    # Exactly one worker gets it.
    hit = free.update(lease_token=token, lease_until=now + LEASE)
    return MailboxPlace.objects.get(name=name) if hit == 1 else None


@transaction.atomic
def begin(name: str, token: str, message: str, now: datetime) -> int | None:
    """Keep the lease, and note that a message is tried, before anything is done with it: it may kill whoever does.

    Returns how often it was begun, with this time; None when another worker has the mailbox now.
    """
    row = _mine(name, token).select_for_update().first()
    if row is None:
        return None
    row.tries = row.tries + 1 if row.trying == message else 1
    row.trying, row.lease_until = message, now + LEASE
    row.save(update_fields=["tries", "trying", "lease_until"])
    return row.tries


def tried(name: str, token: str, now: datetime, error: str = "") -> None:
    """Note how a round ended, and let the mailbox go; nothing when another worker has it now."""
    ended = {"lease_until": None, "lease_token": "", "trying": "", "tries": 0}
    _mine(name, token).update(checked_at=now, last_error=error, **ended)


def _mine(name: str, token: str) -> QuerySet[MailboxPlace]:
    return MailboxPlace.objects.filter(name=name, lease_token=token)


def locked_place(name: str) -> MailboxPlace:
    """The mailbox's place, held in the caller's transaction: a lease may have lapsed while its holder lives."""
    return MailboxPlace.objects.select_for_update().get(name=name)


def lay_aside(message_id: str, file: str, whole: bool, now: datetime) -> None:
    """Keep a message that nobody can read, for somebody to look into; once."""
    if not Received.objects.filter(message_id=message_id).exists():
        row = Received(message_id=message_id, kind=Received.Kind.AUTO, file=file, whole=whole, received_at=now)
        row.subject, row.text = "A message that cannot be read", "Download it to look into it."
        save(row, whose(""))


def known_files(message_id: str) -> set[str]:
    """The files of the messages of that id that were read before, also of those that had to be forgotten."""
    rows = Received.objects.filter(message_id__in=(message_id, forgotten_id(message_id)))
    return set(rows.values_list("file", flat=True))


def gone(file: str) -> str:
    """What a row says instead of the file's name when the file had to be erased: nobody reads that message again."""
    return file if file.startswith(_GONE) else f"{_GONE}{file}"


def forgotten_id(message_id: str) -> str:
    """What is left of the id of a message that had to be forgotten: it tells the message when it comes again."""
    return f"<{sha256(message_id.encode()).hexdigest()}@forgotten>"


def sent_as(mail_ids: list[str]) -> Outbox | None:
    """The mail of ours that goes by one of these ids, the first that there is."""
    found = {
        row.mail_id: row
        for row in Outbox.objects.filter(mail_id__in=mail_ids).select_related("walk_away__deal__team", "team")
    }
    return next((found[one] for one in mail_ids if one in found), None)


def walk_away(key: UUID) -> WalkAway | None:
    """The walk-away of that key."""
    return WalkAway.objects.select_related("deal__team").filter(pk=key).first()


def contact_at(row: WalkAway, address: str) -> DealContact | None:
    """Who of the deal writes from that address."""
    parts = DealContact.objects.filter(deal=row.deal_id, contact__email__iexact=address)
    return parts.select_related("contact").first() if address else None


def is_colleague(row: WalkAway, address: str) -> bool:
    """True for the address of somebody in the team."""
    return bool(address) and User.objects.filter(team=row.deal.team_id, email=address.lower()).exists()


def whose(address: str) -> list[Team]:
    """The teams that know the sender, who alone may see it; where none does, the only team there is, if it is."""
    knowing = Contact.objects.annotate(address=Lower("email")).filter(address=address.lower()).values("team")
    known = list(Team.objects.filter(pk__in=knowing)) if address else []
    every = [] if known else list(Team.objects.all()[:2])
    return known or (every if len(every) == 1 else [])


def save(row: Received, teams: list[Team]) -> None:
    """Save a new message for these teams: one's own, or for several or nobody to say whose it is."""
    row.team = teams[0] if len(teams) == 1 else None
    row.save(force_insert=True)
    if len(teams) > 1:
        row.known_to.set(teams)


def settle(row: Received, team: Team) -> None:
    """Save what was found out of a message: it is that team's, and no other's any more."""
    row.team = team
    row.save(update_fields=["team", "walk_away", "contact", "kind"])
    row.known_to.clear()


def latest_place() -> MailboxPlace | None:
    """The mailbox that was asked last; None while there is none."""
    return MailboxPlace.objects.exclude(checked_at=None).order_by("-checked_at").first()
