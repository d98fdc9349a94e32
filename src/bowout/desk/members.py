"""What changes about somebody who is in a team already."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from bowout.desk.projecting import rebuild
from bowout.desk.setting import must_be_zone
from bowout.store import access, teams
from bowout.store.models import User


class NobodyLeft(Exception):
    """Then nobody could add members or change the playbook any more."""


class OwnRole(Exception):
    """Who may tune would confirm as the rep, take the manager's role and confirm again."""


def change_member(by: User, member: User, role: str, active: bool) -> None:
    """Give a member another role, let them out, or let them in again.

    Raises ``PermissionDenied`` for another team's member and for those who may not, ``OwnRole`` and ``NobodyLeft``.
    """
    if not access.may_tune(by) or member.team_id != by.team_id:
        raise PermissionDenied
    if member == by and role != by.role:
        raise OwnRole
    with transaction.atomic():
        teams.lock_members(by.team)
        was = (member.role, member.is_active)
        member.role, member.is_active = User.Role(role), active
        member.save(update_fields=["role", "is_active"])
        if not any(access.may_tune(user) for user in access.members_of(by)):
            raise NobodyLeft
        if User.Role.EXECUTIVE in {was[0], member.role} and was != (member.role, member.is_active):
            # Who mends a complaint is another one now.
            rebuild(by.team)


def change_self(
    user: User, name: str, zone: str, digest: bool, away_from: date | None = None, away_until: date | None = None
) -> None:
    """Change how colleagues see me, my clock, whether I get the morning mail, and when I am away.

    Raises ``ValidationError`` for a zone that is none.
    """
    must_be_zone(zone)
    # Their next morning is worked out anew on their clock.
    user.name, user.zone, user.digest, user.digest_at = name, zone, digest, None
    user.away_from, user.away_until = away_from, away_until
    user.save(update_fields=["name", "zone", "digest", "digest_at", "away_from", "away_until"])


def choose_password(user: User, password: str) -> None:
    """Set a new password; every other session of theirs ends."""
    user.set_password(password)
    user.save(update_fields=["password"])
