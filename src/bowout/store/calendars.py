"""Whose calendar is to be looked at, and what was seen."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Lower

from bowout.store.models import CalendarEntry, Contact, Deal, DealContact, OwnCalendar, User, WalkAway

LEASE = timedelta(minutes=10)
"""Longer than a look can take: whoever was killed while looking is followed by another then."""
_WRITING = 0x63616C


def lock(deal: int) -> None:
    """Let one transaction at a time read and write the calendar of the deal with that key; the others wait.

    There may be no row yet that could be held, and the deal's own is held by people in another order.
    """
    # SQLite's transactions are exclusive from their start.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_WRITING, deal % 2**31])


def claim(now: datetime) -> OwnCalendar | None:
    """The calendar that has waited longest, and for a while nobody else's; None: none is due.

    Its ``next_at`` is then by what ``hold`` knows whose it is.
    """
    due = OwnCalendar.objects.filter(next_at__lte=now, user__is_active=True).select_related("user__team")
    for row in due.order_by("next_at", "pk")[:10]:
        # Exactly one worker moves it on.
        if OwnCalendar.objects.filter(pk=row.pk, next_at=row.next_at).update(next_at=now + LEASE) == 1:
            row.next_at = now + LEASE
            return row
    return None


def deals_with(user: User, addresses: Iterable[str]) -> dict[str, list[Deal]]:
    """Open deals of the user's team in which those at these addresses have a part, by address; two queries."""
    wanted = Contact.objects.filter(team=user.team_id).annotate(address=Lower("email"))
    address_of = dict(wanted.filter(address__in=set(addresses)).values_list("pk", "address"))
    parts = DealContact.objects.filter(contact__in=list(address_of), deal__status=Deal.Status.OPEN)
    found: dict[str, list[Deal]] = defaultdict(list)
    for part in parts.select_related("deal"):
        found[address_of[part.contact_id]].append(part.deal)
    return found


def walk_aways_of(deals: Iterable[Deal]) -> QuerySet[WalkAway]:
    """All walk-aways of the deals."""
    return WalkAway.objects.filter(deal__in=[deal.pk for deal in deals])


def take_off(
    user: User, since: datetime, until: datetime, still: set[tuple[int, str]], unread: frozenset[str]
) -> set[int]:
    """Take off the deals what stood in the user's calendar between two moments and does not any more.

    ``still`` are the deals and keys of what does, ``unread`` the files of which nobody can say. Returns the deals that
    have changed; in the caller's transaction.
    """
    seen = CalendarEntry.objects.filter(seen_by=user, at__gte=since, at__lt=until)
    # Of those from before files were known, nobody can say in which they are.
    seen = seen.exclude(file__in=[*unread, ""]) if unread else seen
    gone = {pk: deal for pk, deal, key in seen.values_list("pk", "deal", "external_id") if (deal, key) not in still}
    CalendarEntry.objects.filter(pk__in=gone).delete()
    return set(gone.values())


def let_go(user: User) -> None:
    """What stood in the user's calendar is nobody's: the next in whose calendar it stands has it."""
    CalendarEntry.objects.filter(seen_by=user).update(seen_by=None)


def hold(row: OwnCalendar) -> bool:
    """Hold a claimed calendar until the caller's transaction ends; False when it was disconnected or set anew."""
    return bool(_claimed(row).select_for_update().values_list("pk", flat=True))


def looked(row: OwnCalendar, now: datetime, next_at: datetime, error: str, busy: list[list[str]], found: int) -> None:
    """Note how a look went, unless it was disconnected or set anew meanwhile."""
    changes = {"next_at": next_at, "last_error": error[:300]}
    if not error:
        changes |= {"checked_at": now, "busy": busy, "found": found}
    _claimed(row).update(**changes)


def _claimed(row: OwnCalendar) -> QuerySet[OwnCalendar]:
    """The row as it was when it was claimed, if it still is so: connected again, it is due at another moment."""
    return OwnCalendar.objects.filter(pk=row.pk, next_at=row.next_at, url=row.url, login=row.login, secret=row.secret)
