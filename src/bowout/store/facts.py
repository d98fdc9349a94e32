"""The rows that the core wants to know of deals, for one deal or many in the same number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet, prefetch_related_objects

from bowout.store.models import CalendarEntry, Deal, DealContact, Team, User, WalkAway


def with_customer(deals: list[Deal]) -> list[Deal]:
    """The same deals, with team and account at hand."""
    prefetch_related_objects(deals, "team", "account")
    return deals


def people(deals: Iterable[Deal]) -> dict[int, list[DealContact]]:
    """Who has a part in each deal, in the order in which they were added; one query."""
    rows = DealContact.objects.filter(deal__in=_keys(deals)).select_related("contact")
    found: dict[int, list[DealContact]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.deal_id].append(row)
    return found


def calendar(deals: Iterable[Deal]) -> dict[int, list[CalendarEntry]]:
    """What is dated on each deal, soonest first; one query."""
    rows = CalendarEntry.objects.filter(deal__in=_keys(deals)).order_by("deal", "at", "pk")
    return {deal: list(entries) for deal, entries in groupby(rows, key=lambda row: row.deal_id)}


def with_executive(deals: Iterable[Deal]) -> set[int]:
    """Keys of those deals' teams that have an executive; one query."""
    executives = User.objects.filter(
        role=User.Role.EXECUTIVE, is_active=True, team__in={deal.team_id for deal in deals}
    )
    return set(executives.values_list("team", flat=True))


def members(team: int, role: str) -> QuerySet[User]:
    """Those of that role who are in the team with that key now."""
    return User.objects.filter(team=team, role=role, is_active=True).select_related("team").order_by("pk")


def walk_aways(team: Team | None = None, deals: Iterable[int] | None = None) -> QuerySet[WalkAway]:
    """All walk-aways, a team's, or those of some deals (by key), to be worked on by the house itself."""
    rows = WalkAway.objects.select_related("deal__team", "deal__account").order_by("pk")
    if team is not None:
        rows = rows.filter(deal__team=team)
    return rows if deals is None else rows.filter(deal__in=list(deals))


def turning(now: datetime) -> QuerySet[WalkAway]:
    """Walk-aways for which time alone has changed what is next, longest first."""
    return walk_aways().filter(turns_at__lte=now).order_by("turns_at")


def locked(rows: QuerySet[WalkAway]) -> QuerySet[WalkAway]:
    """The same rows, held against other writers until the transaction ends."""
    return rows.select_for_update(of=("self",))


def in_chunks(rows: QuerySet[WalkAway], size: int = 500) -> Iterator[list[UUID]]:
    """Keys of all rows, so many at a time, in flat memory."""
    last: UUID | None = None
    while keys := list((rows.filter(pk__gt=last) if last else rows).values_list("pk", flat=True)[:size]):
        yield keys
        last = keys[-1]


def _keys(deals: Iterable[Deal]) -> list[int]:
    return [deal.pk for deal in deals]
