"""Adds teams and people."""

from datetime import date

from django.db import IntegrityError, connection, transaction

from bowout.store.models import NotUseful, Team, User

_FOUNDING = 0x626F776F7574


def lock_founding() -> None:
    """Let one transaction at a time find out whether there is a team already."""
    # SQLite's transactions are exclusive from their start.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_FOUNDING])


def any_team() -> bool:
    """False before the first run."""
    return Team.objects.exists()


def others(key: int) -> list[Team]:
    """All teams but the one with that key, by name."""
    return list(Team.objects.exclude(pk=key).order_by("name", "pk"))


def add_user(user: User) -> bool:
    """Save a new user; False when somebody has that address."""
    user.email = user.email.strip().lower()
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def count_not_useful(user: User, rule: str, on: date) -> None:
    """Once a day, however often the button is pressed."""
    NotUseful.objects.bulk_create([NotUseful(user=user, rule=rule, on=on)], ignore_conflicts=True)


def lock_members(team: Team) -> None:
    """Let one transaction at a time change who may do what in the team."""
    Team.objects.select_for_update().get(pk=team.pk)


def active_user(key: int) -> User | None:
    """Who has that key, unless they have left."""
    return User.objects.select_related("team").filter(pk=key, is_active=True).first()
