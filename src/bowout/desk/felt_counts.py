"""Counts how it felt to them, and what we did, by the owner of the deal; the database does the counting (M2)."""

from collections import Counter
from datetime import datetime
from typing import Any, get_args

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat

from bowout.core.guards.rule import Test
from bowout.core.intents import GRADES
from bowout.core.walkaway import CALLED_OFF, UNDER_WAY
from bowout.store import access
from bowout.store.models import User

TESTS: tuple[Test, ...] = get_args(Test)
Tally = Counter[str]
Tallies = dict[int | None, Tally]
"""What was counted, by the key of the owner."""

# A customer who invited us back while it was under way ended it, too: then no moment of an end is in the log.
_OVER_AT = Coalesce("walk_away__ended_at", "walk_away__told_at")
_WAS_OPEN = Q(expires_at__gt=_OVER_AT) & (Q(revoked_at=None) | Q(revoked_at__gt=_OVER_AT))
"""Pages that could still be opened when it was over: from then on the questions stand there."""


def tallies(user: User, since: datetime | None) -> Tallies:
    """Everything that ``user`` may see counted, of what ended since then; four queries."""
    over = _over(user, since)
    keys = over.values("pk")
    pages = access.links_of(user).filter(_WAS_OPEN)
    counted = (
        _walk_aways(over, pages),
        _people(pages, keys),
        _grades(access.feelings_of(user).filter(walk_away__in=keys)),
        _by_owner(
            access.feelings_kept_from(user).filter(walk_away__in=keys), "walk_away__deal__owner", kept=Count("pk")
        ),
    )
    owners = {owner for found in counted for owner in found}
    return {owner: sum((found.get(owner, Counter()) for found in counted), Counter()) for owner in owners}


def _over(user: User, since: datetime | None) -> QuerySet[Any]:
    """Walk-aways that are over; not those that were called off before the customer knew of them."""
    rows = access.walk_aways_of(user).exclude(status__in=UNDER_WAY).exclude(told_at=None, status__in=CALLED_OFF)
    return rows.alias(over_at=Coalesce("ended_at", "told_at")).filter(over_at__gte=since) if since else rows


def _walk_aways(over: QuerySet[Any], pages: QuerySet[Any]) -> Tallies:
    page = pages.filter(walk_away=OuterRef("pk"))
    did = {f"{test}-{side}": Count("pk", Q(**{f"did_{test}": side})) for test in TESTS for side in ("for", "against")}
    rows = over.alias(page=Exists(page))
    return _by_owner(rows, "deal__owner", ended=Count("pk"), paged=Count("pk", Q(page=True)), **did)


def _people(pages: QuerySet[Any], keys: QuerySet[Any]) -> Tallies:
    """Whoever got two pages of one walk-away is one person who was asked."""
    person = Concat(Cast("walk_away", CharField()), Value(" "), Cast("contact", CharField()))
    found = pages.filter(walk_away__in=keys)
    # Counted in one pass: a search for an earlier page of each is a nested loop where nobody has analysed the tables.
    return _by_owner(found, "walk_away__deal__owner", asked=Count(person, distinct=True))


def _grades(given: QuerySet[Any]) -> Tallies:
    grades = {f"{name}-{grade}": Count("pk", Q(**{name: grade})) for name in GRADES for grade in range(1, 6)}
    return _by_owner(given, "walk_away__deal__owner", answered=Count("pk"), **grades)


def _by_owner(rows: QuerySet[Any], owner: str, **counts: Count) -> Tallies:
    found = rows.order_by().values(of=F(owner)).annotate(**counts)
    return {row.pop("of"): Counter(row) for row in found}
