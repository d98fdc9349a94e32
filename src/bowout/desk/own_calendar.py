"""A member's own calendar on a server: meetings with customers come onto their deals, and calls keep out of the rest.

Of everything else in it only the hours are kept, for two weeks ahead: neither titles nor names.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from bowout.connectors.calendar import Account, Dated, Seen, Unreachable
from bowout.core.good_moments import AHEAD, Moment
from bowout.desk.appointments import talk_uid
from bowout.desk.calendar_file import key_of, put
from bowout.desk.projecting import rebuild
from bowout.desk.sealing import Unsealable, sealed, unsealed
from bowout.desk.setting import settings_of, zone_of
from bowout.store import access, calendars
from bowout.store.models import Deal, OwnCalendar, User

Look = Callable[[Account, datetime, datetime, str], Seen]
_EVERY = timedelta(minutes=5)
_AFTER_ERROR = timedelta(minutes=15)
_PAST, _FUTURE = timedelta(days=1), timedelta(days=400)


def connect(user: User, url: str, login: str, password: str, now: datetime) -> None:
    """Say where the user's calendar is; it is looked at as soon as a worker comes to it. No password: as before."""
    row = access.own_calendar_of(user) or OwnCalendar(user=user)
    row.url, row.login, row.next_at, row.last_error, row.checked_at = url, login, now, "", None
    if password:
        row.secret = sealed(password)
    row.save()


def disconnect(user: User) -> None:
    """Look no more; what is on the deals stays there, and is nobody's any more."""
    row = access.own_calendar_of(user)
    if row is not None:
        with transaction.atomic():
            # The row first: whoever looks holds it while writing, and writes nothing once it is gone.
            row.delete()
            calendars.let_go(user)


def look_next(look: Look, clock: Callable[[], datetime]) -> bool:
    """Look into the calendar that has waited longest; False when none is due. How it went stands in its row."""
    now = clock()
    row = calendars.claim(now)
    if row is None:
        return False
    since, until = now - _PAST, now + _FUTURE
    try:
        account = Account(row.url, row.login, unsealed(row.secret))
        # Nothing is held while the server is asked.
        seen = look(account, since, until, zone_of(row.user))
    except Unsealable:
        calendars.looked(
            row, now, clock() + _AFTER_ERROR, "The password cannot be read any more: enter it again.", [], 0
        )
    except Unreachable as error:
        calendars.looked(row, now, clock() + _AFTER_ERROR, str(error), [], 0)
    else:
        with transaction.atomic():
            if calendars.hold(row):
                found = _take(row.user, seen, since, until)
                calendars.looked(row, now, clock() + _EVERY, "", _busy(seen, row.busy, now), found)
    return True


def busy_hours(user: User) -> tuple[Moment, ...]:
    """When the user cannot call, by their calendar and while they are away."""
    row = access.own_calendar_of(user)
    pairs = row.busy if row else []
    busy = [Moment(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end, *_ in pairs]
    if user.away_from and user.away_until:
        zone = ZoneInfo(zone_of(user))
        back = user.away_until + timedelta(days=1)
        busy.append(Moment(datetime.combine(user.away_from, time(), zone), datetime.combine(back, time(), zone)))
    return tuple(busy)


def _take(user: User, seen: Seen, since: datetime, until: datetime) -> int:
    """Bring the meetings with customers onto their deals; returns how many there are."""
    with_us = calendars.deals_with(user, {address for dated in seen.found for address in dated.people})
    of_deal: dict[int, list[Dated]] = defaultdict(list)
    deals: dict[int, Deal] = {}
    for dated in seen.found:
        for deal in {deal.pk: deal for address in dated.people for deal in with_us.get(address, ())}.values():
            of_deal[deal.pk].append(dated)
            deals[deal.pk] = deal
    # The talk about the reasons is a step of ours, not a meeting before which one is told.
    talks = {talk_uid(row.pk) for row in calendars.walk_aways_of(deals.values())}
    settings = settings_of(deals.values())
    changed, kept = set(), set[tuple[int, str]]()
    # In the same order for everybody: each waits for whoever writes on the deal.
    for key, deal in sorted(deals.items()):
        entries = [dated for dated in of_deal[key] if dated.key not in talks]
        kept.update((key, key_of(dated)) for dated in entries)
        taken = put(deal, settings[key].office, entries, since, user)
        if taken.added or taken.moved or taken.off:
            changed.add(key)
    changed |= calendars.take_off(user, since, until, kept, seen.unread)
    if changed:
        rebuild(deals=changed)
    return sum(not dated.off for dated in seen.found if any(address in with_us for address in dated.people))


def _busy(seen: Seen, before: list[list[str]], now: datetime) -> list[list[str]]:
    """The hours of the next two weeks that are taken, with their files; of what was unread, those known ``before``."""
    taken = [
        [dated.at.isoformat(), dated.until.isoformat(), dated.file]
        for dated in seen.found
        if dated.busy and dated.at and dated.until and dated.until > now and dated.at <= now + AHEAD
    ]
    return taken + [one for one in before if one[-1] in seen.unread and datetime.fromisoformat(one[1]) > now]
