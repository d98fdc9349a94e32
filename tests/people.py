"""The cast: Alice owns the deal, Bob and Mia and Eve are her colleagues, Charlie is a stranger."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bowout.store.models import Account, CalendarEntry, Contact, Deal, DealContact, Team, User

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 3, 10, 0, tzinfo=PARIS)
"""A Tuesday morning on which nobody has a day off."""
PASSWORD = "correct horse battery"


@dataclass
class Cast:
    """One team with one deal in Paris, and a stranger with a deal of his own."""

    team: Team
    alice: User
    bob: User
    mia: User
    eve: User
    rita: User
    charlie: User
    deal: Deal
    claire: Contact
    henri: Contact
    ines: Contact
    elsewhere: Deal


def cast() -> Cast:
    """Save them all."""
    team = Team.objects.create(name="North", zone="Europe/Berlin", country="DE")
    alice = member(team, "Alice Adler", "rep")
    deal = deal_in_paris(team, alice)
    other = Team.objects.create(name="South", zone="Europe/Vienna", country="AT")
    charlie = member(other, "Charlie Czerny", "manager")
    return Cast(
        team=team,
        alice=alice,
        bob=member(team, "Bob Brandt", "rep"),
        mia=member(team, "Mia Maier", "manager"),
        eve=member(team, "Eve Ebert", "executive"),
        rita=member(team, "Rita Roth", "revops"),
        charlie=charlie,
        deal=deal,
        claire=contact(deal, "Claire Dubois", "champion"),
        henri=contact(deal, "Henri Moreau", "economic buyer"),
        ines=contact(deal, "Inès Petit", "assistant"),
        elsewhere=deal_in_paris(other, charlie),
    )


def member(team: Team, name: str, role: str) -> User:
    """A member who signs in as first name at the team's name."""
    email = f"{name.partition(' ')[0]}@{team.name}.example"
    return User.objects.create_user(email, PASSWORD, name=name, team=team, role=role, zone=team.zone)


def deal_in_paris(team: Team, owner: User) -> Deal:
    """A deal with a meeting on Friday, a submission in three weeks and a decision in five."""
    account = Account.objects.create(team=team, name="Atelier Lumière", country="FR", zone="Europe/Paris")
    deal = Deal.objects.create(
        team=team,
        owner=owner,
        account=account,
        name="Atelier Lumière: planning",
        stage="Proposal",
        amount=Decimal("48000.00"),
        currency="EUR",
        close_date=date(2026, 4, 30),
    )
    for kind, days in (("meeting", 3), ("submission", 21), ("decision", 35)):
        CalendarEntry.objects.create(deal=deal, kind=kind, at=NOW + timedelta(days=days), title=kind.title())
    return deal


def contact(deal: Deal, name: str, role: str) -> Contact:
    """A person at the deal's account with a part in the deal."""
    email = f"{name.partition(' ')[0].lower()}@atelier.example"
    person = Contact.objects.create(
        team=deal.team, account=deal.account, name=name, email=email, phone="+33 1 42 68 53 00"
    )
    DealContact.objects.create(deal=deal, contact=person, role=role)
    return person
