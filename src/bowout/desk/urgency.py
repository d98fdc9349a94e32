"""How urgent things are: the order and the groups of Today, as the database can compute them."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, Q, QuerySet, Value, When

from bowout.core.actor import LEADERS
from bowout.core.playbook import Playbook
from bowout.desk.setting import zone_of
from bowout.store import access
from bowout.store.models import User

Scope = Literal["mine", "team"]
LATER = "later"
GROUPS = ("recover", "late", "acknowledge", "call", "confirm", "decide", "check-back", LATER)
"""By urgency; a row's ``urgency`` is an index into these."""

GROUP_OF = {
    "recover": "recover",
    "acknowledge": "acknowledge",
    "call": "call",
    "message": "call",
    "book-talk": "call",
    "hold-talk": "call",
    "confirm": "confirm",
    "ask-feedback": "decide",
    "stay": "decide",
    "part": "decide",
    "documents": "decide",
    "check-back": "check-back",
}
_NOT_BEFORE_DUE = ("hold-talk", "part", "documents", "check-back")
"""What cannot be done yet when it is due later."""

# Annotated rows; the row itself is a WalkAway with its ``urgency``, and whether its rep has left it ``alone``.
Rows = QuerySet[Any]


def by_urgency(user: User, now: datetime) -> Rows:
    """What is due in the user's team, each row with its ``urgency``."""
    book = Playbook.of(access.team_of(user).playbook)
    grace, patience = timedelta(days=book.check_back_grace_days), timedelta(days=book.part_grace_days)
    overdue = (
        Q(next_due__lt=now) & ~Q(next_do__in=("part", "check-back"))
        | Q(next_do="part", next_due__lt=now - patience)
        | Q(next_do="check-back", next_due__lt=now - grace)
    )
    rank = Case(
        When(next_do="recover", then=Value(rank_of("recover"))),
        When(quiet_until__gt=now, then=Value(rank_of(LATER))),
        When(overdue, then=Value(rank_of("late"))),
        When(
            next_do__in=_NOT_BEFORE_DUE, next_due__gt=now + timedelta(days=book.ahead_days), then=Value(rank_of(LATER))
        ),
        *(When(next_do=do, then=Value(rank_of(group))) for do, group in GROUP_OF.items()),
        default=Value(rank_of(LATER)),
    )
    today = now.astimezone(ZoneInfo(zone_of(access.team_of(user)))).date()
    away = Q(deal__owner__away_from__lte=today, deal__owner__away_until__gte=today)
    alone = Q(deal__owner=None) | Q(deal__owner__is_active=False) | away
    return (
        access.walk_aways_of(user)
        .filter(next_due__isnull=False)
        .annotate(urgency=rank, alone=Case(When(alone, then=Value(True)), default=Value(False)))
    )


def within(rows: Rows, user: User, scope: str) -> Rows:
    """What is due from the user, or from anybody. What nobody owns, or who left or is away, is the managers'."""
    if scope == "team":
        return rows
    own = Q(deal__owner=user, next_by__contains="rep")
    if user.role not in LEADERS:
        return rows.filter(own)
    mine = own | Q(next_by__contains=user.role)
    return rows.filter(mine | Q(alone=True) if user.role == "manager" else mine)


def count(rows: Rows) -> Counter[str]:
    """How many rows by group."""
    found = rows.order_by().values("urgency").annotate(many=Count("pk"))
    return Counter({GROUPS[row["urgency"]]: row["many"] for row in found})


def rank_of(group: str) -> int:
    """The group's ``urgency``; smaller is sooner."""
    return GROUPS.index(group)
