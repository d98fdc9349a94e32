"""The morning mail: what is late, due today and due next, once a working day and only when there is something (M3.7).

Nothing waits anywhere for its hour. When the mail is due stands in the user's row, and what goes into it is read from
what is due then: whoever was away for a week finds one mail, and a worker that is killed writes it again or not at all.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from msgspec import Struct

from bowout.connectors.mail import Mail
from bowout.core.due import NAMES
from bowout.core.hours import Office
from bowout.core.playbook import Playbook
from bowout.desk import mailing
from bowout.desk.setting import is_zone, zone_of
from bowout.desk.urgency import Rows, by_urgency, rank_of, within
from bowout.store import morning
from bowout.store.models import User

MOST = 50
"""Lines of a part; more than these nobody reads before breakfast."""
COUNTED = 2_000
"""Walk-aways that are read for one mail; whoever has more has other worries than their number."""


class Part(Struct, frozen=True):
    """Walk-aways under one heading, the most pressing first, and how many there are."""

    heading: str
    rows: tuple[Any, ...]
    many: int


def write_next(now: datetime) -> bool:
    """Write the morning mail that is due first; False when none is."""
    if not morning.is_any_due(now):
        return False
    with transaction.atomic():
        user = morning.claim(now)
        if user is None:
            return False
        if user.digest_at is not None and (parts := parts_of(user, now)):
            day = now.astimezone(ZoneInfo(zone_of(user))).date()
            # One a day, whatever else happens.
            key = mailing.sealed(f"digest-{user.pk}-{day}")
            mailing.enqueue(user.team, key, _mail(user, parts, now), private_to=user)
        user.digest_at = next_morning(user, now)
        user.save(update_fields=["digest_at"])
    return True


def next_morning(user: User, now: datetime) -> datetime:
    """When their next working day begins, by the team's holidays and their own."""
    office = own_office(user)
    day = office.local(now).date()
    while True:
        at = datetime.combine(day, time(office.opens), ZoneInfo(office.zone))
        if at > now and not office.day_off(day) and not user.is_away(day):
            return at
        day += timedelta(days=1)


def parts_of(user: User, now: datetime) -> tuple[Part, ...]:
    """What the mail says, in two queries at most; parts without rows are left out."""
    office = own_office(user)
    today, tomorrow = office.local(now).date(), office.local(next_morning(user, now)).date()
    tonight, until = _end_of(today, office), _end_of(tomorrow, office)
    recover, late = rank_of("recover"), rank_of("late")
    mine = within(by_urgency(user, now), user, "mine").exclude(quiet_until__gt=now)
    rows = _read(mine.filter(Q(urgency=recover) | Q(next_due__lt=until)))
    pressing = [row for row in rows if row.urgency in {recover, late}]
    rest = [row for row in rows if row.urgency not in {recover, late}]
    parts = (
        _part("Late", pressing),
        _part("Today", [row for row in rest if row.next_due < tonight]),
        _part(f"Next, on {tomorrow:%A}", [row for row in rest if row.next_due >= tonight]),
        _part("Late for more than a day, from your team", _of_others(user, now, office)),
    )
    return tuple(part for part in parts if part.rows)


def _of_others(user: User, now: datetime, office: Office) -> list[Any]:
    """What was late already on the working day before: then it is the manager's, too."""
    if user.role != User.Role.MANAGER:
        return []
    late = by_urgency(user, _morning_before(now, office)).filter(urgency=rank_of("late"))
    return _read(late.exclude(pk__in=within(late, user, "mine").values("pk")))


def _read(rows: Rows) -> list[Any]:
    found = rows.select_related("deal__account", "deal__owner").order_by("urgency", "next_due", "pk")
    return list(found[:COUNTED])


def _part(heading: str, rows: list[Any]) -> Part:
    return Part(heading, tuple(rows[:MOST]), len(rows))


def _morning_before(now: datetime, office: Office) -> datetime:
    day = office.local(now).date() - timedelta(days=1)
    while office.day_off(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(office.opens), ZoneInfo(office.zone))


def _end_of(day: date, office: Office) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(office.zone))


def own_office(user: User) -> Office:
    """Their own working hours, from the hour of the morning mail on."""
    hour = Playbook.of(user.team.playbook).digest_hour
    return Office(zone_of(user), user.team.country, opens=hour)


def _mail(user: User, parts: tuple[Part, ...], now: datetime) -> Mail:
    counts = ", ".join(f"{part.many} {part.heading.partition(',')[0].lower()}" for part in parts)
    text = "\n".join([f"Good morning {user.get_short_name()},", "", *_lines(user, parts)])
    return mailing.notice(user, f"Your walk-aways: {counts}", text, now)


def _lines(user: User, parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield f"{part.heading.upper()} ({part.many})"
        for row in part.rows:
            yield from _entry(user, row)
        if part.many > len(part.rows):
            yield f"And {part.many - len(part.rows)} more: {mailing.address_of('/')}"
        yield ""
    yield f"All of it: {mailing.address_of('/')}"
    yield f"To get no such mail any more: {mailing.address_of('/me/')}"


def _entry(user: User, row: Any) -> Iterator[str]:
    deal = row.deal
    zone = deal.account.zone if is_zone(deal.account.zone) else user.team.zone
    owner = "" if deal.owner_id == user.pk else f" ({deal.owner.name if deal.owner else 'nobody’s deal'})"
    yield f"- {NAMES.get(row.next_do, row.next_do)}: {deal.name}{owner}"
    yield f"  due {Office(zone).say(row.next_due)}"
    if row.quiet_until:
        yield f"  reminders off until {Office(zone_of(user)).say(row.quiet_until)}"
    yield f"  {row.next_why}"
    yield f"  {mailing.address_of(f'/walk-aways/{row.pk}/')}"
