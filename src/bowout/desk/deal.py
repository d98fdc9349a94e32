"""One deal as its page shows it, in a fixed number of queries."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from bowout.core.playbook import Playbook
from bowout.core.setting import Setting
from bowout.core.walkaway import UNDER_WAY
from bowout.desk.known_people import KnownPeople, known_people
from bowout.desk.placing import Place, suggested
from bowout.desk.setting import deal_of, opens_at
from bowout.desk.taking import may_take
from bowout.store import access, facts
from bowout.store.models import CalendarEntry, Deal, DealContact, StageChange, User, WalkAway

STAGES_SHOWN = 30


class Person(Struct, frozen=True):
    """Somebody with a part in the deal; a bystander cannot tell us that we misread it."""

    part: DealContact
    bystander: bool


class DealPage(Struct, frozen=True):
    """All that the page needs. ``opens_at`` is None while their office is open; ``zone`` is never empty."""

    deal: Deal
    zone: str
    zone_known: bool
    opens_at: datetime | None
    day_off: str
    silent: bool
    """True in a no-contact period."""
    people: tuple[Person, ...]
    ahead: tuple[CalendarEntry, ...]
    past: tuple[CalendarEntry, ...]
    stages: tuple[StageChange, ...]
    walk_aways: tuple[WalkAway, ...]
    under_way: WalkAway | None
    suggested: Place | None
    may_raise: bool
    may_take: bool
    known: KnownPeople


def deal_page(user: User, key: int, now: datetime, who: str = "") -> DealPage:
    """The page of the deal with that key; ``who`` looks for somebody to add.

    Raises ``Deal.DoesNotExist`` for a stranger.
    """
    deal = access.deals_of(user).select_related("account", "owner", "team", "officer").get(pk=key)
    parts = facts.people([deal]).get(deal.pk, [])
    entries = facts.calendar([deal]).get(deal.pk, [])
    walk_aways = tuple(access.walk_aways_of(user).filter(deal=deal).order_by("-considered_at", "pk"))
    under_way = next((row for row in walk_aways if row.status in UNDER_WAY), None)
    setting = Setting(deal_of(deal, parts, entries), Playbook.of(deal.team.playbook)).at(now)
    return DealPage(
        deal=deal,
        zone=setting.deal.zone,
        zone_known=setting.deal.zone_known,
        opens_at=opens_at(setting.office, now),
        day_off=setting.office.day_off(setting.office.local(now).date()),
        silent=setting.only_in_writing,
        people=tuple(Person(part, setting.is_bystander(str(part.contact_id))) for part in parts),
        ahead=tuple(entry for entry in entries if entry.at > now),
        past=tuple(entry for entry in reversed(entries) if entry.at <= now),
        stages=tuple(deal.stage_changes.order_by("-at", "-pk")[:STAGES_SHOWN]),
        walk_aways=walk_aways,
        under_way=under_way,
        suggested=suggested(deal.account, phones(parts), deal.team.country),
        may_raise=under_way is None and access.may_act(user, deal) and deal.status == Deal.Status.OPEN,
        may_take=may_take(user, deal),
        known=known_people(user, deal, who),
    )


def phones(parts: Iterable[DealContact]) -> list[tuple[str, str]]:
    """Name and number of each."""
    return [(part.contact.name, part.contact.phone) for part in parts]
