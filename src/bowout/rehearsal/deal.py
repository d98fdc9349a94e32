"""``[deal]``: where the scenario plays."""

from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args
from zoneinfo import ZoneInfo

from bowout.core.deal import CalendarEntry, Contact, Deal, EntryKind, NoContact, Regime
from bowout.core.hours import Office, regions
from bowout.core.playbook import Playbook
from bowout.rehearsal.places import countries, country_meant, is_zone, zone_at, zone_meant, zone_of
from bowout.rehearsal.table import NEVER, Table

FIELDS = (
    "name",
    "amount",
    "currency",
    "customer_zone",
    "customer_country",
    "customer_region",
    "regime",
    "regime_from",
    "regime_until",
    "regime_source",
    "officer",
    "submitted",
    "withdraw_until",
    "binding_until",
    "contacts",
    "calendar",
)
_DAY_IS_ENOUGH = ("submission", "decision")


def read_deal(table: Table, playbook: Playbook, written_at: datetime) -> Deal:
    """The deal. Without a zone, the customer's is taken from their country, or else from ``written_at``."""
    table.only(FIELDS, lenient=True)
    country = _country(table)
    zone, known = _zone(table, country, written_at)
    table.notes.zone = ZoneInfo(zone)
    contacts = _contacts(table)
    return Deal(
        name=table.text("name", like="Garonne Logistics, route planning"),
        amount=_amount(table),
        currency=table.text("currency"),
        zone=zone,
        zone_known=known,
        country=country,
        region=_region(table, country),
        regime=cast(Regime, table.choice("regime", get_args(Regime), default="open")),
        no_contact=_no_contact(table, contacts),
        submitted=table.flag("submitted"),
        withdraw_until=table.day("withdraw_until"),
        binding_until=table.day("binding_until"),
        contacts=contacts,
        calendar=tuple(_entry(entry, playbook) for entry in table.tables("calendar", "calendar entry")),
    )


def _country(table: Table) -> str:
    code = table.text("customer_country").strip().upper()
    code = {"UK": "GB"}.get(code, code)
    if code and code not in countries():
        given = table.text("customer_country")
        table.error("customer_country", f'"{given}" is no code of a country.', country_meant(given))
        return ""
    return code


def _region(table: Table, country: str) -> str:
    code = table.text("customer_region").strip()
    known = regions(country)
    if code and code not in known:
        say = f"Write one of: {', '.join(known)}." if known else "Leave it out."
        table.error("customer_region", f'"{code}" is no region of {country or "no country"} with holidays.', say)
        return ""
    return code


def _zone(table: Table, country: str, written_at: datetime) -> tuple[str, bool]:
    name = table.text("customer_zone")
    if is_zone(name):
        return name, True
    if name:
        table.error("customer_zone", f'"{name}" is no time zone.', zone_meant(name))
        return "UTC", False
    theirs = zone_of(country, written_at) if country else ""
    zone = theirs or zone_at(written_at)
    if not isinstance(table.data.get("customer_zone", ""), str):
        return zone, False
    says = f"nothing says where the customer's clock stands; it is taken to be {zone}."
    table.warn("customer_zone", says, f'Add customer_zone = "{theirs or "Europe/Paris"}" to [deal].')
    return zone, bool(theirs)


def _amount(table: Table) -> Decimal | None:
    value: Any = table.data.get("amount")
    if value is None or value == "":
        return None
    try:
        amount = Decimal("nan") if isinstance(value, (bool, list, dict, date, time)) else Decimal(str(value).strip())
    except InvalidOperation:
        amount = Decimal("nan")
    if not amount.is_finite():
        table.wrong("amount", "a number", "Write digits and at most one point: amount = 48000.50")
        return None
    return amount


def _contacts(table: Table) -> tuple[Contact, ...]:
    found: dict[str, Contact] = {}
    for row in table.tables("contacts", "contact"):
        row.only(("name", "role", "phone", "email"), lenient=True)
        name = " ".join(row.text("name", like="Claire Martin").split())
        if name and name in found:
            row.error("name", f'two contacts are called "{name}".', "Tell them apart, for example by their town.")
        found[name] = Contact(name, name, row.text("role"), row.text("phone"), row.text("email"))
    return tuple(found.values())


def _no_contact(table: Table, contacts: tuple[Contact, ...]) -> NoContact:
    officer = " ".join(table.text("officer").split())
    if officer and officer not in {contact.name for contact in contacts}:
        table.error("officer", f'"{officer}" is none of the contacts.', "Name one of them, or add them as a contact.")
    return NoContact(table.day("regime_from"), table.day("regime_until"), officer, table.text("regime_source"))


def _entry(row: Table, playbook: Playbook) -> CalendarEntry:
    row.only(("kind", "at", "title"), lenient=True)
    kind = cast(EntryKind, row.choice("kind", get_args(EntryKind)))
    return CalendarEntry(kind, _entry_at(row, kind, playbook), row.text("title"))


def _entry_at(row: Table, kind: str, playbook: Playbook) -> datetime:
    """A submission or a decision may have a day only: then it is due when the customer's office closes."""
    given = row.data.get("at")
    if kind not in _DAY_IS_ENOUGH or isinstance(given, datetime) or not isinstance(given, date):
        return row.moment("at")
    if not row.in_range("at", given):
        return NEVER
    office = Office(str(row.notes.zone), closes=playbook.office_closes)
    return office.bounds(given)[1]
