"""Marks in whatever the customer may not see: each names its place, so a leak says where it comes from."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.apps import apps
from django.db.models import CharField, Field, Model, TextField

from bowout.core import intents as i
from bowout.core.reasons import Evidence, Known, Reason
from bowout.store.models import Contact, StageChange, Team, User
from tests.people import NOW, Cast
from tests.shell.steps import NOBODY

MARK = "q7x"
AMOUNT = Decimal("987654.32")
FOR_PROGRAMS = {
    "body",
    "country",
    "currency",
    "language",
    "next_do",
    "password",
    "region",
    "secret",
    "status",
    "text",
    "zone",
}
"""Columns that other code reads, and those of the log, which is written by events alone."""


def secret(place: str) -> str:
    """A mark for that place."""
    return f"{MARK}-{place.replace(' ', '-')}"


REASONS = tuple(
    Reason(
        kind,  # type: ignore[arg-type]
        internal=secret(f"{kind} internal"),
        customer=f"What they may read, {number}.",
        stay_if=f"What would make us stay, {number}.",
        evidence=(Evidence(date(2026, 3, 2), secret(f"{kind} source"), secret(f"{kind} evidence")),),
    )
    for number, kind in enumerate(("wired", "capacity"), 1)
)
KNOWN = Known(*(secret(f"known {name}") for name in Known.__struct_fields__))


def doubt() -> i.Consider:
    """What begins a walk-away."""
    return i.Consider(at=NOW, by=NOBODY, reasons=REASONS, known=KNOWN, override=secret("override"))


def hide(cast: Cast) -> None:
    """Put a mark into every text of every row but what the customer may see: who writes to them, and themselves."""
    if not cast.deal.stage_changes.exists():
        StageChange.objects.create(deal=cast.deal, at=NOW, stage="Proposal", amount=AMOUNT)
    Team.objects.filter(pk=cast.team.pk).update(known_as="North")
    cast.deal.amount = AMOUNT
    cast.deal.save(update_fields=["amount"])
    for model in apps.get_app_config("store").get_models():
        if model.__name__ in {"Event", "Words", "Outbox"}:
            continue
        for row in model.objects.all():  # type: ignore[attr-defined]
            _hide(row, cast)
    # Whoever holds an old copy and saves it would take the marks out again.
    for one in (cast.team, cast.deal, cast.mia, cast.alice, cast.henri):
        one.refresh_from_db()


def _hide(row: Model, cast: Cast) -> None:
    marks = {
        field.name: secret(f"{row._meta.model_name}.{field.name}-{row.pk}").lower()[: field.max_length]
        for field in row._meta.fields
        if _is_text(field) and field.name not in _shown(row, cast)
    }
    if "email" in marks:
        marks["email"] = f"{MARK}-{row._meta.model_name}-{row.pk}@mail.example"
    if marks:
        type(row).objects.filter(pk=row.pk).update(**marks)  # type: ignore[attr-defined]


def _is_text(field: "Field[str, str]") -> bool:
    texts = isinstance(field, CharField | TextField)
    return texts and not field.choices and not field.primary_key and field.name not in FOR_PROGRAMS


def _shown(row: Model, cast: Cast) -> set[str]:
    """Columns of that row that they may see."""
    if isinstance(row, Team):
        # Rules of a team's own are TOML, and a colour is one.
        return {"known_as", "words", "colour"}
    itself = isinstance(row, Contact) and row.pk not in {cast.henri.pk, cast.ines.pk}
    writer = isinstance(row, User) and row.pk == cast.alice.pk
    return {"name", "email"} if itself or writer else set()


def leaks(sent: str) -> list[str]:
    """The marks in something that leaves the house, and what else would tell them what we think of them."""
    return sorted({*re.findall(rf"(?i){MARK}[-.\w]*", sent), *_others(sent)})


def _others(sent: str) -> Iterator[str]:
    yield from re.findall(r"987.?654", sent)
    yield from re.findall(r"(?i)\b(?:wired|capacity|column fodder)\b", sent)
