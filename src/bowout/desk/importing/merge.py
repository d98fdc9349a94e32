"""One rule for every row: new values go in, except where people wrote something here."""

from collections.abc import Mapping as Given
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from bowout.desk.importing.report import FileReport
from bowout.store.models import Account, Contact, Deal

Values = dict[str, Any]
Row = Account | Contact | Deal
CENT = Decimal("0.01")
MOST = Decimal(10) ** 16


def apply(row: Row, values: Given[str, Any], report: FileReport) -> set[str]:
    """Set what differs and may be set; returns the names of the fields that changed."""
    changed = set()
    for field, value in values.items():
        old = getattr(row, field)
        if old == value:
            continue
        if field.removesuffix("_id") in row.kept:
            report.counts.kept += 1
            continue
        setattr(row, field, value)
        changed.add(field)
        if not field.endswith("_id"):
            report.changed(row.name, field, old, value)
    return changed


def fill(row: Row, values: Given[str, Any]) -> None:
    """Set the values of a new row."""
    for field, value in values.items():
        setattr(row, field, value)


def columns(names: set[str]) -> set[str]:
    """Fields as Django names them: ``owner`` for ``owner_id``."""
    return {name.removesuffix("_id") if name in ("owner_id", "account_id") else name for name in names}


def too_long(model: type[models.Model], values: Given[str, Any]) -> tuple[str, str, str] | None:
    """(field, what is wrong, mend) where a value does not fit its column; None where all fit."""
    for field, most in _limits(model):
        if len(values.get(field) or "") > most:
            return field, f"It is longer than {most} characters.", "Shorten it."
    amount = values.get("amount")
    if amount is not None and abs(amount) >= MOST:
        return "amount", "It is more than can be kept.", "Check the number."
    return None


def cents(amount: Decimal | None) -> Decimal | None:
    """The amount as the database keeps it."""
    return None if amount is None or abs(amount) >= MOST else amount.quantize(CENT)


@cache
def _limits(model: type[models.Model]) -> tuple[tuple[str, int], ...]:
    fields = model._meta.concrete_fields
    return tuple((field.name, field.max_length) for field in fields if field.max_length and field.name != "id")
