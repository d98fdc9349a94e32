"""Teams, their members and their playbook."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from msgspec import to_builtins

from bowout.core.playbook import Playbook
from bowout.desk.importing.owners import Owners
from bowout.desk.projecting import rebuild
from bowout.desk.setting import must_be_zone
from bowout.lint.own import Own, book_of, read
from bowout.store import access, teams
from bowout.store.models import Team, User


class AlreadyFounded(Exception):
    """Somebody has set Bowout up before; they can add you."""


class AddressTaken(Exception):
    """Somebody signs in with that e-mail address already."""


def found_team(team: Team, owner: User, password: str) -> None:
    """First run: save the team and its first user. Raises ``AlreadyFounded`` ever after."""
    # Slow on purpose, so not while everybody else waits for the transaction.
    owner.set_password(password)
    with transaction.atomic():
        teams.lock_founding()
        if teams.any_team():
            raise AlreadyFounded
        must_be_zone(team.zone)
        team.save(force_insert=True)
        owner.team = team
        if not teams.add_user(owner):
            raise AddressTaken


def add_member(by: User, member: User, password: str | None = None) -> None:
    """Save a new member of ``by``'s team; without a password they cannot sign in yet.

    Raises ``PermissionDenied`` and ``AddressTaken``.
    """
    _must_tune(by)
    must_be_zone(member.zone)
    member.team = by.team
    member.set_password(password)
    with transaction.atomic():
        if not teams.add_user(member):
            raise AddressTaken
        Owners(by.team).claim(member)
    if member.role == User.Role.EXECUTIVE:
        # From now on they mend what a manager had to.
        rebuild(by.team)


def change_team(by: User, name: str, zone: str, country: str) -> None:
    """Change where the team is; what is due moves with it. Raises ``PermissionDenied``, ``ValidationError``."""
    _must_tune(by)
    must_be_zone(zone)
    with transaction.atomic():
        by.team.name, by.team.zone, by.team.country = name, zone, country
        by.team.save(update_fields=["name", "zone", "country"])
        rebuild(by.team)


def tune(by: User, overrides: dict[str, Any]) -> Playbook:
    """Replace the team's playbook; what is due moves with it.

    Raises ``PermissionDenied``, and ``msgspec.ValidationError`` naming the bad line.
    """
    _must_tune(by)
    playbook = Playbook.of(overrides)
    with transaction.atomic():
        by.team.playbook = to_builtins(playbook)
        by.team.save(update_fields=["playbook"])
        rebuild(by.team)
    return playbook


def say_own(by: User, text: str) -> Own:
    """Replace the team's own rules for words. What cannot be used of them is named, and kept for mending.

    Raises ``PermissionDenied``.
    """
    _must_tune(by)
    by.team.words = text
    by.team.save(update_fields=["words"])
    return read(text)


def not_useful(by: User, rule: str, now: datetime) -> None:
    """Count that ``by`` found what a rule said not useful; once a day. Raises ``KeyError`` for no rule of theirs."""
    found = book_of(by.team.words).by_name[rule]
    teams.count_not_useful(by, found.name, now.astimezone(ZoneInfo(by.zone)).date())


def _must_tune(user: User) -> None:
    if not access.may_tune(user):
        raise PermissionDenied
