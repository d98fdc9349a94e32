"""What a person has to say before a file can be read: never guessed, asked once, with examples from the file (M12)."""

from msgspec import Struct

from bowout.connectors.tabular.dates import full_year, numeric
from bowout.connectors.tabular.evidence import Proof
from bowout.connectors.tabular.fields import FIELDS, REQUIRED
from bowout.connectors.tabular.mapping import Mapping
from bowout.connectors.tabular.money import evidence
from bowout.connectors.tabular.read import Table
from bowout.connectors.tabular.survey import Survey, doubts

MONTH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Option(Struct, frozen=True):
    """One possible answer."""

    value: str
    says: str


class Question(Struct, frozen=True):
    """``Mapping.answered({question.key: option.value})`` takes the answer."""

    key: str
    words: str
    options: tuple[Option, ...]
    examples: tuple[str, ...] = ()


def questions(table: Table, mapping: Mapping, surveyed: Survey) -> tuple[Question, ...]:
    """All that is open, the most basic first."""
    asked = _columns(table, mapping)
    if found := _mapped(doubts(surveyed.dates, surveyed.orders), mapping):
        asked.append(_date_order(found))
    if found := doubts(surveyed.sums, surveyed.marks):
        asked.append(_decimal(found))
    return tuple(asked)


def _mapped(found: list[Proof], mapping: Mapping) -> list[Proof]:
    used = {header for headers in mapping.columns.values() for header in headers}
    return [doubt for doubt in found if doubt.header in used]


def _columns(table: Table, mapping: Mapping) -> list[Question]:
    asked = []
    for group in REQUIRED[mapping.kind]:
        present = [header for field in group for header in mapping.columns.get(field, ()) if header in table.header]
        if not present:
            field = FIELDS[mapping.kind][group[0]]
            words = f"Which column holds: {field.says}?"
            options = tuple(Option(name, name) for name in table.header)
            asked.append(Question(f"columns.{group[0]}", words, options))
    return asked


def _date_order(found: list[Proof]) -> Question:
    example = found[0].value
    return Question(
        key="date_order",
        words=f"Is “{example}” day first or month first? Nothing in the file tells.",
        options=(
            Option("dmy", f"Day first: {_spoken(example, 'dmy')}"),
            Option("mdy", f"Month first: {_spoken(example, 'mdy')}"),
        ),
        examples=tuple(map(str, found[:3])),
    )


def _spoken(text: str, order: str) -> str:
    found = numeric(text)
    if found is None:
        return order
    day, month = (found.first, found.second) if order == "dmy" else (found.second, found.first)
    return f"{day} {MONTH[month - 1]} {full_year(found.year)}"


def _decimal(found: list[Proof]) -> Question:
    number = evidence(found[0].value)
    point, comma = (number.if_point, number.if_comma) if number else ("", "")
    return Question(
        key="decimal",
        words=f"How much is “{found[0].value}”? Nothing in the file tells.",
        options=(Option(".", f"{point}: decimals follow a point"), Option(",", f"{comma}: decimals follow a comma")),
        examples=tuple(map(str, found[:3])),
    )
