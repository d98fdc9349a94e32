"""Which files there are, what each holds, and in which order they go in."""

import hashlib
from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from bowout.connectors.tabular import Mapping, Preview, Question, Table, preview, propose, recognise
from bowout.connectors.tabular.fields import FIELDS, REQUIRED
from bowout.connectors.tabular.flags import Status
from bowout.connectors.tabular.records import Kind

ORDER = ("user", "account", "contact", "deal", "stage", "deal-contact")
"""Whatever another row refers to goes in before it."""

DEAL_LIKE = {"account_external_id", "account_name", "stage", "status", "is_closed", "is_won", "is_lost", "close_date"}
DEAL_LIKE |= {"created_on"}
"""Of these a file of deals has at least one."""


class Choices(Struct, frozen=True):
    """What people said beforehand, for all files."""

    answers: dict[str, str] = {}
    """Answers by the key of their question: ``date_order``, ``decimal``, ``currency``, ``zone``, ``columns.name``."""
    stages: dict[str, Status] = {}
    """What a stage means, where its words do not say it."""
    kind: Kind | None = None
    """What each row is, where the headers do not tell it."""
    source: str = ""
    """What to call the system where the headers do not tell it."""
    accepted: bool = False
    """True when guessed columns are right as they are."""


class Prepared(Struct, frozen=True):
    """One file, ready to be taken in once nothing is open."""

    table: Table
    preview: Preview
    source: str
    confirmed: bool
    """False for columns that were guessed and that nobody has confirmed."""

    @property
    def mapping(self) -> Mapping:
        """How the file is read."""
        return self.preview.mapping

    @property
    def questions(self) -> tuple[Question, ...]:
        """What must be answered first."""
        return self.preview.questions

    @property
    def title(self) -> str:
        """What it is, or how its columns are known."""
        known = self.preview.proposal
        return "Columns confirmed" if self.confirmed and not known.recognised else known.title

    @property
    def set_aside(self) -> str:
        """Why the whole file is left out; empty when it is not."""
        known = self.preview.proposal
        return known.aside if known.aside and self.mapping == known.mapping else ""

    @property
    def foreign(self) -> bool:
        """True for a file that nobody knows and that lacks what every deal, account, … must have."""
        return not self.confirmed and any(question.key.startswith("columns.") for question in self.questions)

    @property
    def ready(self) -> bool:
        """True when it can be taken in."""
        return self.confirmed and not self.questions and not self.set_aside


def prepare(table: Table, choices: Choices, saved: Mapping | None = None) -> Prepared:
    """What the file is and what is open. ``saved`` is a mapping that people confirmed before. Raises Unreadable."""
    known = recognise(table.header)
    # What the headers prove is stronger than a mapping meant for a neighbour file.
    mapping = saved if saved is not None and (known is None or fits(saved, table)) else None
    confirmed = known is not None or mapping is not None or choices.accepted
    proposal = propose(table)
    if mapping is not None or not proposal.aside:
        mapping = _said(table, choices, mapping or proposal.mapping, known is not None)
    shown = preview(table, mapping)
    return Prepared(table, shown, choices.source or shown.mapping.system or "csv", confirmed)


def _said(table: Table, choices: Choices, mapping: Mapping, known: bool) -> Mapping:
    """The mapping with the choices that suit this file."""
    if choices.kind and not known and choices.kind != mapping.kind:
        columns = {field: names for field, names in mapping.columns.items() if field in FIELDS[choices.kind]}
        mapping = structs.replace(mapping, kind=choices.kind, columns=columns)
    answers = {
        key: value
        for key, value in choices.answers.items()
        if not key.startswith("columns.")
        or (key.removeprefix("columns.") in FIELDS[mapping.kind] and value in table.header)
    }
    if choices.stages and mapping.kind == "deal":
        mapping = structs.replace(mapping, stages={**mapping.stages, **choices.stages})
    return mapping.answered(answers) if answers else mapping


def lacking(table: Table) -> bool:
    """True for a file that nobody knows and in which columns are not to be found that it would need."""
    proposal = propose(table)
    columns = proposal.mapping.columns
    needed = REQUIRED[proposal.mapping.kind]
    return not proposal.recognised and not all(any(columns.get(field) for field in group) for group in needed)


def unlike_deals(table: Table) -> bool:
    """True for a file that nobody knows and that would pass for deals by names alone, as a list of prices does."""
    proposal = propose(table)
    guessed = proposal.mapping.kind == "deal" and not proposal.recognised and bool(proposal.mapping.columns)
    return guessed and not DEAL_LIKE & proposal.mapping.columns.keys()


def fits(mapping: Mapping, table: Table) -> bool:
    """True when the file has all columns that the mapping names."""
    names = [name for group in mapping.columns.values() for name in group]
    return bool(names) and all(name in table.header for name in names)


def in_order(files: Iterable[Prepared]) -> list[Prepared]:
    """Accounts first, then contacts, deals, and what hangs on them; else as given."""
    return sorted(files, key=lambda each: ORDER.index(each.mapping.kind))


def signature(header: Sequence[str]) -> str:
    """Names files with the same columns, for mappings that are saved."""
    return hashlib.sha256("\x1f".join(header).encode()).hexdigest()
