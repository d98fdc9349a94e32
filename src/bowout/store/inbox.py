"""How far mailboxes were read, what came, and what it answers."""

from datetime import datetime
from uuid import UUID

from django.db.models.functions import Lower

from bowout.store.models import Contact, DealContact, MailboxPlace, Outbox, Received, Team, User, WalkAway


def place_of(name: str) -> MailboxPlace:
    """The mailbox's place; the very beginning for a new one."""
    return MailboxPlace.objects.get_or_create(name=name)[0]


def locked_place(name: str) -> MailboxPlace:
    """The same, held against other workers in the caller's transaction."""
    return MailboxPlace.objects.select_for_update().get(name=name)


def tried(name: str, now: datetime, error: str = "") -> None:
    """Note how a try went."""
    place_of(name)
    MailboxPlace.objects.filter(name=name).update(checked_at=now, last_error=error)


def lay_aside(message_id: str, file: str, whole: bool, now: datetime) -> None:
    """Keep a message that nobody can read, for somebody to look into; once."""
    Received.objects.get_or_create(
        message_id=message_id,
        defaults={
            "team": team_for(""),
            "kind": Received.Kind.AUTO,
            "subject": "A message that cannot be read",
            "text": "Download it to look into it.",
            "file": file,
            "whole": whole,
            "received_at": now,
        },
    )


def known_files(message_id: str) -> set[str]:
    """The files of the messages of that id that were read before."""
    return set(Received.objects.filter(message_id=message_id).values_list("file", flat=True))


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


def team_for(address: str) -> Team | None:
    """Whose it is to look at what nobody can place: the only team's that knows the sender, else the only team's."""
    knowing = Contact.objects.annotate(address=Lower("email")).filter(address=address.lower()).values("team")
    teams = list(Team.objects.filter(pk__in=knowing)[:2]) if address else []
    teams = teams or list(Team.objects.all()[:2])
    return teams[0] if len(teams) == 1 else None


def latest_place() -> MailboxPlace | None:
    """The mailbox that was asked last; None while there is none."""
    return MailboxPlace.objects.exclude(checked_at=None).order_by("-checked_at").first()
