"""Which column means what, and the answers people gave: plain data that can be saved as JSON and used again (M12)."""

from collections.abc import Mapping as Given
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Struct

from bowout.connectors.tabular.currency import CODES
from bowout.connectors.tabular.dates import Order
from bowout.connectors.tabular.errors import unreadable
from bowout.connectors.tabular.fields import FIELDS
from bowout.connectors.tabular.flags import Status
from bowout.connectors.tabular.number import Mark
from bowout.connectors.tabular.records import Kind

Many = Literal["", ";", ","]


class Mapping(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the rows of a file become records of one kind."""

    kind: Kind = "deal"
    system: str = ""
    """``salesforce``, ``hubspot``, ``pipedrive``, ``zoho``, ``dynamics``; empty for any other source."""
    columns: dict[str, tuple[str, ...]] = {}
    """Field to header names; of several the first with a value in the row counts."""
    date_order: Order = ""
    """Answer to the question in which order dates are written; empty: what the file itself proves."""
    decimal: Mark = ""
    """Answer to the question which mark the decimals follow; empty: what the file itself proves."""
    currency: str = ""
    """ISO 4217. Meant where the file names no currency, or only $ or another shared symbol."""
    zone: str = "UTC"
    """IANA zone of times that carry no zone."""
    stages: dict[str, Status] = {}
    """What a stage means, where its words do not say it."""

    def answered(self, answers: Given[str, str]) -> "Mapping":
        """This mapping with questions of a preview answered: ``{"date_order": "dmy", "columns.name": "Topic"}``.

        Raises Unreadable for an answer that is none.
        """
        plain = msgspec.to_builtins(self)
        for key, value in answers.items():
            if key.startswith("columns."):
                plain["columns"][key.removeprefix("columns.")] = (value,)
            else:
                plain[key] = value
        return from_json(msgspec.json.encode(plain), "answers")


def to_json(mapping: Mapping) -> bytes:
    """The mapping as JSON that people can read; what is empty is left out."""
    plain = msgspec.to_builtins(mapping)
    return msgspec.json.format(msgspec.json.encode({key: value for key, value in plain.items() if value}))


def from_json(text: bytes | str, name: str = "mapping") -> Mapping:
    """The mapping that was saved. Raises Unreadable for what is none, naming the place."""
    mend = "Correct it, or map the columns again."
    try:
        mapping = msgspec.json.decode(text, type=Mapping)
    except msgspec.MsgspecError as error:
        raise unreadable(name, f"This is no mapping: {error}.", mend) from error
    if (fault := _fault(mapping)) is not None:
        raise unreadable(name, fault, mend)
    return mapping


def _fault(mapping: Mapping) -> str | None:
    if unknown := mapping.columns.keys() - FIELDS[mapping.kind].keys():
        return f"A {mapping.kind} has no field {', '.join(sorted(unknown))}."
    if mapping.currency and mapping.currency not in CODES:
        return f"{mapping.currency} is no currency code."
    try:
        ZoneInfo(mapping.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"{mapping.zone} is no time zone."
    return None
