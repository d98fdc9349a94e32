"""Who of us hears of what comes from a customer, whoever is away."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bowout.desk.setting import zone_of
from bowout.store import facts
from bowout.store.models import Deal, User


def who_hears(deal: Deal, now: datetime) -> list[User]:
    """The owner; where the deal has none, or they have left or are away, the managers."""
    owner = deal.owner if deal.owner is not None and deal.owner.is_active else None
    if owner is not None and is_here(owner, now):
        return [owner]
    return here_of(deal, ("manager",), now) or ([owner] if owner is not None else [])


def here_of(deal: Deal, roles: tuple[str, ...], now: datetime) -> list[User]:
    """The members of the first of these roles that has somebody who is not away; all of them where everybody is."""
    by_role = [list(facts.members(deal.team_id, role)) for role in roles]
    for members in by_role:
        if here := [user for user in members if is_here(user, now)]:
            return here
    return next(filter(None, by_role), [])


def is_here(user: User, now: datetime) -> bool:
    """False on the days that they are away, on their own clock."""
    return not user.is_away(now.astimezone(ZoneInfo(zone_of(user))).date())
