"""What is next, for one person or the whole team: most urgent first, in a fixed number of queries (M3.7)."""

from collections import Counter
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from msgspec import Struct

from bowout.core.deal import Contact
from bowout.core.playbook import Playbook
from bowout.core.setting import Setting
from bowout.desk.setting import deal_of, opens_at
from bowout.desk.urgency import GROUPS, LATER, Rows, Scope, by_urgency, count, rank_of, within
from bowout.desk.whom import key_contact
from bowout.store import facts, streams
from bowout.store.models import DealContact, User, WalkAway

PER_PAGE = 50


class Item(Struct, frozen=True):
    """One thing to do. ``opens_at`` is None while the customer's office is open."""

    walk_away: WalkAway
    group: str
    zone: str
    person: Contact | None
    opens_at: datetime | None
    late: bool


class Today(Struct, frozen=True):
    """A page of what is next. ``counts`` is by group, over all pages; ``scopes`` is by scope, without later."""

    page: Page[UUID]
    groups: tuple[tuple[str, int, tuple[Item, ...]], ...]
    counts: dict[str, int]
    scopes: dict[str, int]
    later: int


def today(user: User, scope: Scope, now: datetime, page: int = 1, later: bool = False) -> Today:
    """What is due from ``user``, or from anybody in the team; with ``later``, what is not to be done yet."""
    rows = by_urgency(user, now)
    scopes = {name: count(within(rows, user, name)) for name in ("mine", "team")}
    counts = scopes[scope]
    listed = within(rows, user, scope)
    listed = listed.filter(urgency=rank_of(LATER)) if later else listed.exclude(urgency=rank_of(LATER))
    paginator = Paginator(listed.order_by("urgency", "next_due", "pk").values_list("pk", flat=True), PER_PAGE)
    # Already counted, by group.
    paginator.count = counts[LATER] if later else counts.total() - counts[LATER]
    found = paginator.get_page(page)
    return Today(
        page=found,
        groups=_grouped(_items(_whole(rows, list(found.object_list)), now), counts),
        counts=dict(counts),
        scopes={name: one.total() - one[LATER] for name, one in scopes.items()},
        later=counts[LATER],
    )


def _whole(rows: Rows, keys: list[UUID]) -> list[Any]:
    """The rows of these keys, in their order; sorting keys alone is faster."""
    found = rows.select_related("deal__account", "deal__team", "deal__owner").in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _items(rows: list[Any], now: datetime) -> list[Item]:
    people = facts.people(row.deal for row in rows)
    told = streams.latest((row.pk for row in rows), "told")
    return [_item(row, people.get(row.deal_id, []), told.get(row.pk), now) for row in rows]


def _item(row: Any, people: list[DealContact], told: Any, now: datetime) -> Item:
    setting = Setting(deal_of(row.deal, people, ()), Playbook.of(row.deal.team.playbook))
    group = GROUPS[row.urgency]
    person = key_contact(setting, told.contact if told else "")
    office = setting.office_of(person.key if person else "")
    return Item(
        walk_away=row,
        group=group,
        zone=office.zone,
        person=person,
        opens_at=opens_at(office, now),
        late=group == "late",
    )


def _grouped(items: list[Item], counts: Counter[str]) -> tuple[tuple[str, int, tuple[Item, ...]], ...]:
    """Items by group; where the office is open now, first."""
    found = ((group, [item for item in items if item.group == group]) for group in GROUPS)
    return tuple(
        (group, counts[group], tuple(sorted(rows, key=lambda item: item.opens_at is not None)))
        for group, rows in found
        if rows
    )
