"""The people of Tarnfield, a maker of crew-planning software that does not exist, and who signs in as whom."""

from django.contrib.auth.hashers import make_password
from msgspec import Struct

from bowout.desk.team import tune
from bowout.store.models import Team, User
from bowout.store.teams import add_user

PASSWORD = "leave-the-door-open"
"""Everybody's, in the demo only."""


class Member(Struct, frozen=True):
    """Somebody of ours; they sign in as ``key`` at tarnfield.example."""

    key: str
    name: str
    role: str
    zone: str

    @property
    def email(self) -> str:
        """The address they sign in with."""
        return f"{self.key}@tarnfield.example"


DIRECT = (
    Member("nora", "Nora Lindqvist", "rep", "Europe/Berlin"),
    Member("daniel", "Daniel Okafor", "rep", "America/New_York"),
    Member("mei", "Mei Lin Tan", "rep", "Asia/Singapore"),
    Member("judith", "Judith Kramer", "manager", "Europe/Berlin"),
    Member("paul", "Paul Arnault", "executive", "Europe/Berlin"),
    Member("ana", "Ana Duarte", "revops", "Europe/Lisbon"),
)
PARTNERS = (
    Member("tomas", "Tomás Rivera", "rep", "Europe/Madrid"),
    Member("ingrid", "Ingrid Solheim", "manager", "Europe/Oslo"),
)

Users = dict[str, User]


def enlist() -> Users:
    """Save both teams and everybody in them; returns who is who."""
    # Hashing is slow on purpose, and they all have the same one.
    password = make_password(PASSWORD)
    direct = Team.objects.create(name="Tarnfield", zone="Europe/Berlin", country="DE")
    partners = Team.objects.create(name="Tarnfield Partners", zone="Europe/Madrid", country="ES")
    users = {member.key: _enlist(member, direct, password) for member in DIRECT}
    users |= {member.key: _enlist(member, partners, password) for member in PARTNERS}
    tune(users["ingrid"], {"feedback_days": 7, "check_back_days": 90})
    return users


def _enlist(member: Member, team: Team, password: str) -> User:
    user = User(email=member.email, name=member.name, role=member.role, zone=member.zone, team=team, password=password)
    add_user(user)
    return user
