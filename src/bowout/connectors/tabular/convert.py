"""How each column of a mapping is read: one function per column, its conventions already bound."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bowout.connectors.tabular import flags, money
from bowout.connectors.tabular.currency import currency
from bowout.connectors.tabular.dates import Order, moment
from bowout.connectors.tabular.errors import Misread
from bowout.connectors.tabular.fields import FIELDS
from bowout.connectors.tabular.ids import IDS, plain_id
from bowout.connectors.tabular.mapping import Mapping
from bowout.connectors.tabular.survey import Survey

Convert = Callable[[str], Any]
NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "na", "null", "none", "nan", "nat", "k.a.", "(blank)", "(leer)"})
"""What people write where there is nothing."""
ADDRESS = re.compile(r"[^\s<>(),;:]+@[^\s<>(),;:]+")


class Reader(NamedTuple):
    """Where a field comes from and how it is read."""

    field: str
    place: int
    """Of the column, from 0."""
    convert: Convert


def readers(header: tuple[str, ...], mapping: Mapping, survey: Survey) -> tuple[list[Reader], list[Reader]]:
    """Readers of plain text, and those of everything else, in the order in which columns are preferred."""
    places = {name: place for place, name in enumerate(header)}
    texts: list[Reader] = []
    others: list[Reader] = []
    for field, names in mapping.columns.items():
        for name in names:
            if name in places:
                reader = Reader(field, places[name], _converter(field, name, mapping, survey))
                (texts if reader.convert is str.strip else others).append(reader)
    return texts, others


def _converter(field: str, header: str, mapping: Mapping, survey: Survey) -> Convert:
    reading = FIELDS[mapping.kind][field].reading
    mark, preferred = survey.marks.get(header, ""), mapping.currency
    order, zone = survey.orders.get(header, ""), ZoneInfo(mapping.zone)
    return {
        "text": str.strip,
        "status": str.strip,
        "id": _one_id(IDS.get(mapping.system, plain_id), mapping.system == "hubspot"),
        "money": lambda text: money.amount(text, mark, preferred),
        "percent": lambda text: flags.percent(text, mark),
        "fraction": lambda text: flags.fraction(text, mark),
        "flag": flags.flag,
        "currency": lambda text: currency(text, preferred),
        "email": email,
        "many": _many(field, IDS.get(mapping.system, plain_id)),
        "date": lambda text: day(text, order, zone),
        "time": lambda text: at(text, order, zone),
    }[reading]


def _one_id(same: Callable[[str], str], several: bool) -> Convert:
    if several:  # HubSpot lists all associated companies; the first is the primary one
        return lambda text: same(text.split(";", 1)[0].strip())
    return lambda text: same(text.strip())


def _many(field: str, same: Callable[[str], str]) -> Convert:
    if field == "contact_emails":
        return lambda text: tuple(dict.fromkeys(found.lower() for found in ADDRESS.findall(text)))
    if field == "contact_external_ids":
        return lambda text: tuple(same(part.strip()) for part in re.split("[;,]", text) if part.strip())
    return lambda text: tuple(part.strip() for part in text.split(";") if part.strip())


def email(text: str) -> str:
    """The first address in the cell, in small letters. Raises Misread."""
    if (found := ADDRESS.search(text)) is None:
        raise Misread(f"“{text.strip()}” is no email address.", "Write an address such as jo@example.com, or nothing.")
    return found[0].lower()


def day(text: str, order: Order, zone: ZoneInfo) -> date:
    """The day, in ``zone`` where the text tells an instant. Raises Misread."""
    found = moment(text, order)
    if found.clock is None or found.offset is None:
        return found.day
    return datetime.combine(found.day, found.clock, found.offset).astimezone(zone).date()


def at(text: str, order: Order, zone: ZoneInfo) -> datetime:
    """The instant, in UTC; a text without a zone is meant in ``zone``. Raises Misread."""
    found = moment(text, order)
    local = datetime.combine(found.day, found.clock or time(), found.offset or zone)
    return local.astimezone(UTC)
