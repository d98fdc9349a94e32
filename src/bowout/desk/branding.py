"""How customers see the team: its company's name, colour and logo."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from msgspec import Struct

from bowout.connectors import picture
from bowout.store import access, logos
from bowout.store.models import Logo, Team, User


class Brand(Struct, frozen=True):
    """What the customer's page wears; an empty colour and no logo are ours."""

    company: str
    colour: str = ""
    logo: Logo | None = None


def company_of(team: Team) -> str:
    """The name by which customers know the company, in everything that reaches them."""
    return team.known_as or team.name


def brand_of(team: Team) -> Brand:
    """One query."""
    return Brand(company_of(team), team.colour, logos.of_team(team.pk))


def dress(by: User, known_as: str, colour: str) -> None:
    """Change the company's name and colour (``#rrggbb``); empty ones give the defaults. Raises ``PermissionDenied``."""
    _must_tune(by)
    by.team.known_as, by.team.colour = known_as, colour
    by.team.save(update_fields=["known_as", "colour"])


def hang(by: User, key: UUID, logo: picture.Logo) -> None:
    """Put up a logo in place of any other. Raises ``PermissionDenied``."""
    _must_tune(by)
    logos.put(by.team_id, key=key, png=logo.png, width=logo.width, height=logo.height, light=logo.light)


def take_down(by: User) -> None:
    """Take the logo away. Raises ``PermissionDenied``."""
    _must_tune(by)
    logos.remove(by.team_id)


def _must_tune(user: User) -> None:
    if not access.may_tune(user):
        raise PermissionDenied
