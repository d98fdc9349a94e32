"""Teams' logos."""

from typing import Any
from uuid import UUID

from bowout.store.models import Logo


def of_team(team: int) -> Logo | None:
    """The logo of the team with that key, its picture still unread."""
    return Logo.objects.filter(team=team).defer("png").first()


def with_key(key: UUID) -> Logo | None:
    """A logo with its picture. Nobody signs in for it: whoever knows the key has seen the page."""
    return Logo.objects.filter(key=key).first()


def put(team: int, **logo: Any) -> None:
    """The team's only one from now on."""
    Logo.objects.update_or_create(team_id=team, defaults=logo)


def remove(team: int) -> None:
    """None any more."""
    Logo.objects.filter(team=team).delete()
