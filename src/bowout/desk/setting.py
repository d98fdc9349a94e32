"""Rows in, the core's setting out."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError

from bowout.core import deal as core
from bowout.core.hours import Office
from bowout.core.playbook import Playbook
from bowout.core.setting import Setting
from bowout.desk.where import where
from bowout.lint.own import book_of
from bowout.store import facts
from bowout.store.models import CalendarEntry, Contact, Deal, DealContact, Team, User


def settings_of(deals: Iterable[Deal]) -> dict[int, Setting]:
    """The setting of each deal by its key, in at most five queries however many deals there are."""
    rows = facts.with_customer(list(deals))
    people, calendar, led = facts.people(rows), facts.calendar(rows), facts.with_executive(rows)
    return {
        row.pk: Setting(
            deal=deal_of(row, people.get(row.pk, []), calendar.get(row.pk, [])),
            playbook=Playbook.of(row.team.playbook),
            mender="executive" if row.team_id in led else "manager",
            book=book_of(row.team.words),
        )
        for row in rows
    }


def setting_of(deal: Deal) -> Setting:
    """The setting of one deal."""
    return settings_of([deal])[deal.pk]


def opens_at(office: Office, now: datetime) -> datetime | None:
    """When the customer's office opens next; None while it is open."""
    opens = office.next_open(now)
    return None if opens <= now else opens


def deal_of(row: Deal, people: Iterable[DealContact], calendar: Iterable[CalendarEntry]) -> core.Deal:
    """The deal as the core knows it. Nobody knows where the customer is: then it is taken to be with us."""
    zone_known = is_zone(row.account.zone)
    return core.Deal(
        name=row.name,
        amount=row.amount,
        currency=row.currency,
        zone=row.account.zone if zone_known else row.team.zone,
        zone_known=zone_known,
        country=row.account.country,
        region=row.account.region,
        regime=cast(core.Regime, row.regime),
        no_contact=core.NoContact(
            row.regime_from,
            row.regime_until,
            str(row.officer_id or ""),
            row.regime_source,
        ),
        submitted=row.submitted,
        withdraw_until=row.withdraw_until,
        binding_until=row.binding_until,
        contacts=tuple(_contact(person, row, zone_known) for person in people),
        calendar=tuple(_entry(entry) for entry in calendar),
    )


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """True for an IANA zone that this machine knows."""
    try:
        return bool(name) and bool(ZoneInfo(name).key)
    except (KeyError, ValueError, OSError):
        return False


def zone_of(whose: User | Team) -> str:
    """Their zone, or UTC where it is none that this machine knows."""
    return whose.zone if is_zone(whose.zone) else "UTC"


def must_be_zone(name: str) -> None:
    """Raises ``ValidationError`` for a name that is no IANA zone."""
    if not is_zone(name):
        raise ValidationError({"zone": f"{name} is not a time zone. Write it like Europe/Paris."})


def _contact(person: DealContact, deal: Deal, zone_known: bool) -> core.Contact:
    contact: Any = person.contact
    zone, country = _elsewhere(contact, deal, zone_known)
    return core.Contact(
        key=str(contact.pk),
        name=contact.name,
        role=person.role or contact.title,
        phone=contact.phone,
        email=contact.email,
        zone=zone,
        country=country,
        region=contact.region,
        language=contact.language,
    )


def _elsewhere(contact: Contact, deal: Deal, zone_known: bool) -> tuple[str, str]:
    """Zone and country of somebody who sits elsewhere than the account, or whose number alone tells; else empty."""
    if contact.country or is_zone(contact.zone):
        zone = contact.zone if is_zone(contact.zone) else where(contact.country, "", contact.phone)[1]
        return zone, contact.country
    if zone_known or not contact.phone:
        return "", ""
    country, zone = where(deal.account.country, "", contact.phone, deal.team.country)
    return zone, country if zone else ""


def _entry(entry: CalendarEntry) -> core.CalendarEntry:
    return core.CalendarEntry(kind=cast(core.EntryKind, entry.kind), at=entry.at, title=entry.title)
