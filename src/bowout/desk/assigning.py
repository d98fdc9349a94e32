"""Somebody says whose a mail is that found no walk-away by itself."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Q

from bowout.core.walkaway import LEFT, UNDER_WAY
from bowout.desk.hearing import NO_TEXT, heard
from bowout.lint.text import own_words
from bowout.store import access, inbox, teams
from bowout.store.models import Received, Team, User, WalkAway

PER_PAGE = 20


def walk_aways(user: User, search: str = "", page: int = 1) -> Page[WalkAway]:
    """Those under way or left whose deal or account is named so, by the deal's name; two queries."""
    rows = access.walk_aways_of(user).filter(status__in=UNDER_WAY | LEFT).order_by("deal__name", "pk")
    if words := search.strip():
        rows = rows.filter(Q(deal__name__icontains=words) | Q(deal__account__name__icontains=words))
    return Paginator(rows, PER_PAGE).get_page(page)


def assign(user: User, key: int, walk_away: UUID, now: datetime) -> bool:
    """The mail belongs there, and is heard there; False when somebody has said where it belongs already.

    It is the team's alone from then on. Raises ``Received.DoesNotExist`` and ``WalkAway.DoesNotExist`` for a stranger,
    ``PermissionDenied`` for those who may only look.
    """
    with transaction.atomic():
        row = access.received_of(user).select_for_update().get(pk=key)
        found = access.walk_aways_of(user).get(pk=walk_away)
        access.actor(user, found.deal)
        if row.walk_away_id is not None:
            return False
        part = inbox.contact_at(found, row.sender)
        row.walk_away, row.contact = found, part.contact if part else None
        if part is None and inbox.is_colleague(found, row.sender):
            row.kind = Received.Kind.OURS
        inbox.settle(row, found.deal.team)
        if row.kind == Received.Kind.REPLY:
            heard(found, part, row.sender, own_words(row.text) or row.subject or NO_TEXT, now)
    return True


def others(user: User, row: Received) -> list[Team]:
    """The teams that the user may give the mail to: all others, where nobody knows its sender; else none."""
    nobodys = row.team_id is None and access.keeps_house(user) and not row.known_to.exists()
    return teams.others(user.team_id) if nobodys else []


def give(user: User, key: int, team: int) -> None:
    """The mail is that other team's, which sees it from now on, and the giver does not.

    Raises ``Received.DoesNotExist`` for what the user does not see, ``PermissionDenied`` for what they may not give.
    """
    with transaction.atomic():
        row = access.received_of(user).select_for_update().get(pk=key)
        found = next((one for one in others(user, row) if one.pk == team), None)
        if found is None:
            raise PermissionDenied
        inbox.settle(row, found)
