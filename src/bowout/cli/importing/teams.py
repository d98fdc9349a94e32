"""Into which team files go that come by the command line."""

from django.db import OperationalError, ProgrammingError

from bowout.store import importing
from bowout.store.models import Team


class NoTeam(Exception):
    """There is none, or it is not clear which."""


def team_for(name: str, email: str) -> Team:
    """The team of that name, of the member with that address, or the only one. Raises ``NoTeam``."""
    try:
        return _team_for(name, email)
    except (OperationalError, ProgrammingError) as error:
        raise NoTeam(f"The database is not ready ({error}). Run bowout migrate first.") from error


def _team_for(name: str, email: str) -> Team:
    if email:
        member = importing.member(email)
        if member is None:
            raise NoTeam(f"Nobody signs in as {email}. Look at the page Team for the addresses.")
        return member.team
    found = importing.teams_called(name)
    if not found:
        raise NoTeam(
            f"There is no team called {name}."
            if name
            else "There is no team yet. Open Bowout in a browser once (bowout serve), and set it up."
        )
    if len(found) > 1:
        raise NoTeam("There are several teams: say which one by --team NAME or --as EMAIL.")
    return found[0]
