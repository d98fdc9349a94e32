"""The team's deals: filtered, sorted, searched, a page at a time, in a fixed number of queries."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from msgspec import Struct

from bowout.core.walkaway import LEFT, UNDER_WAY
from bowout.store import access
from bowout.store.models import Deal, User, WalkAway

PER_PAGE = 50
SORTS = {
    "name": "name",
    "account": "account__name",
    "stage": "stage",
    "amount": "amount",
    "close": "close_date",
    "owner": "owner__name",
}
"""Columns by the word in the address; a minus in front sorts downwards."""
NO_WALK_AWAY, ANY_UNDER_WAY, ANY_LEFT = "none", "under-way", "left"
ME = "me"
_BY_NAME = "name:"


class Wanted(Struct, frozen=True):
    """What to list. Empty fields ask for everything; ``owner`` is ``me``, a user's key, or ``name:`` and a name."""

    search: str = ""
    status: str = ""
    stage: str = ""
    owner: str = ""
    walk_away: str = ""
    sort: str = "close"


class Line(Struct, frozen=True):
    """A deal and its latest walk-away, if it ever had one."""

    deal: Deal
    walk_away: WalkAway | None


class Choices(Struct, frozen=True):
    """What the team's deals can be filtered by: stages, and owners as (value, name)."""

    stages: tuple[str, ...]
    owners: tuple[tuple[str, str], ...]


def deals(user: User, wanted: Wanted, page: int = 1) -> tuple[Page[int], list[Line]]:
    """One page of the deals that ``user`` may see, with each one's latest walk-away."""
    keys = _sorted(_filtered(user, wanted), wanted.sort).values_list("pk", flat=True)
    found = Paginator(keys, PER_PAGE).get_page(page)
    # Sorting keys and then reading fifty rows is several times faster than sorting whole rows.
    rows = access.deals_of(user).select_related("account", "owner").in_bulk(list(found.object_list))
    listed = [rows[key] for key in found.object_list if key in rows]
    latest = _latest(user, listed)
    return found, [Line(deal, latest.get(deal.pk)) for deal in listed]


def choices(user: User) -> Choices:
    """Filters that make sense for the team."""
    mine = access.deals_of(user)
    stages = mine.exclude(stage="").order_by("stage").values_list("stage", flat=True).distinct()
    owning = (
        access.members_of(user)
        .filter(pk__in=mine.exclude(owner=None).values("owner"))
        .order_by("name")
        .values_list("pk", "name")
    )
    named = mine.filter(owner=None).exclude(owner_name="").order_by("owner_name")
    names = named.values_list("owner_name", flat=True).distinct()
    owners = [(str(key), name) for key, name in owning] + [(f"{_BY_NAME}{name}", name) for name in names]
    return Choices(tuple(stages), tuple(owners))


def _filtered(user: User, wanted: Wanted) -> QuerySet[Deal]:
    rows = access.deals_of(user)
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    if wanted.stage:
        rows = rows.filter(stage=wanted.stage)
    if words := wanted.search.strip():
        rows = rows.filter(Q(name__icontains=words) | Q(account__name__icontains=words))
    return _with_walk_away(_owned(rows, user, wanted.owner), user, wanted.walk_away)


def _owned(rows: QuerySet[Deal], user: User, owner: str) -> QuerySet[Deal]:
    if owner == ME:
        return rows.filter(owner=user)
    if owner.startswith(_BY_NAME):
        return rows.filter(owner=None, owner_name=owner.removeprefix(_BY_NAME))
    return rows.filter(owner=int(owner)) if owner.isascii() and owner.isdigit() and len(owner) < 16 else rows


def _with_walk_away(rows: QuerySet[Deal], user: User, wanted: str) -> QuerySet[Deal]:
    if not wanted:
        return rows
    theirs = access.walk_aways_of(user).select_related(None).filter(deal=OuterRef("pk"))
    if wanted == NO_WALK_AWAY:
        return rows.filter(~Exists(theirs))
    statuses = {ANY_UNDER_WAY: UNDER_WAY, ANY_LEFT: LEFT}.get(wanted, {wanted})
    return rows.filter(Exists(theirs.filter(status__in=sorted(statuses))))


def _sorted(rows: QuerySet[Deal], sort: str) -> QuerySet[Deal]:
    column = F(SORTS.get(sort.removeprefix("-"), SORTS["close"]))
    down = sort.startswith("-")
    first = column.desc(nulls_last=True) if down else column.asc(nulls_last=True)
    return rows.order_by(first, "pk")


def _latest(user: User, deals: Iterable[Deal]) -> dict[int, WalkAway]:
    rows: QuerySet[Any] = access.walk_aways_of(user).filter(deal__in=[deal.pk for deal in deals])
    return {row.deal_id: row for row in rows.select_related(None).order_by("considered_at", "pk")}
