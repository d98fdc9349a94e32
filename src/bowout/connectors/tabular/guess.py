"""A mapping for a file nobody knows: a proposal with a confidence for each field, for a person to confirm (M12)."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from bowout.connectors.tabular import flags, money
from bowout.connectors.tabular.convert import ADDRESS, NOTHING
from bowout.connectors.tabular.dates import moment, numeric
from bowout.connectors.tabular.dialects import dialect_of
from bowout.connectors.tabular.errors import Misread
from bowout.connectors.tabular.fields import FIELDS
from bowout.connectors.tabular.guard import PROBLEM_COLUMNS
from bowout.connectors.tabular.header import fold
from bowout.connectors.tabular.likeness import CALLED, SETS_APART, WEAK
from bowout.connectors.tabular.mapping import Mapping
from bowout.connectors.tabular.read import Table
from bowout.connectors.tabular.records import Kind

Sample = Sequence[Sequence[str]]
ENOUGH = 0.35
ENTERED_BY_HAND = "Columns to be confirmed"


class Proposal(Struct, frozen=True):
    """How a table could be read, and how sure that is."""

    mapping: Mapping
    title: str
    recognised: bool
    """True for the export of a system we know by its headers; False for a guess that a person confirms."""
    confidence: dict[str, float]
    """Field to a number from 0 to 1."""
    aside: str = ""
    """Why such a file is not used; empty when it is."""


def propose(table: Table) -> Proposal:
    """What we know of the headers, else a guess."""
    return recognise(table.header) or guess(table.header, table.sample)


def recognise(header: tuple[str, ...]) -> Proposal | None:
    """The mapping of an export that we know by its headers; None for any other."""
    dialect = dialect_of(header)
    if dialect is None:
        return None
    columns = dialect.columns(header)
    mapping = Mapping(kind=dialect.kind, system=dialect.system, columns=columns, decimal=dialect.decimal)
    return Proposal(mapping, dialect.title, True, dict.fromkeys(columns, 1.0), dialect.aside)


def guess(header: tuple[str, ...], sample: Sample = ()) -> Proposal:
    """The likeliest mapping, by what the columns are called and what stands in them."""
    found = {kind: _assign(kind, header, sample) for kind in CALLED}
    kind = max(found, key=lambda each: _weight(each, found[each]))
    chosen = found[kind]
    columns: dict[str, tuple[str, ...]] = {field: (name,) for field, (name, _) in chosen.items()}
    confidence = {field: round(score, 2) for field, (_, score) in chosen.items()}
    return Proposal(Mapping(kind=kind, columns=columns), ENTERED_BY_HAND, False, confidence)


def _weight(kind: Kind, chosen: dict[str, tuple[str, float]]) -> float:
    """Fields that set the kind apart count double; a deal wins a tie."""
    return sum(score * (2 if field in SETS_APART[kind] else 1) for field, (_, score) in chosen.items())


def _assign(kind: Kind, header: tuple[str, ...], sample: Sample) -> dict[str, tuple[str, float]]:
    """Field to header and score: the best pair first, every header and field once."""
    scores = [
        (_likeness(name, field, words) * _value_fit(kind, field, [row[place] for row in sample]), field, place)
        for field, words in CALLED[kind].items()
        for place, name in enumerate(header)
        if name not in PROBLEM_COLUMNS
    ]
    chosen: dict[str, tuple[str, float]] = {}
    taken: set[int] = set()
    for score, field, place in sorted(scores, key=lambda each: -each[0]):
        if score >= ENOUGH and field not in chosen and place not in taken:
            chosen[field] = (header[place], score)
            taken.add(place)
    if kind == "deal" and "name" not in chosen and "external_id" not in chosen:
        return {}
    return chosen


def _likeness(name: str, field: str, words: tuple[str, ...]) -> float:
    """1 for a name we know, less for one that holds its words; earlier words of the list count a little more."""
    spoken = _words(name)
    best = 0.0
    for place, known in enumerate(words):
        rank = 1 - 0.2 * place / len(words)
        wanted = _words(known)
        if spoken == wanted:
            best = max(best, (0.45 if known in WEAK else 1.0) * rank)
        elif known not in WEAK and len(wanted) > 0 and set(wanted) < set(spoken):
            best = max(best, 0.7 * rank * len(wanted) / len(spoken) + 0.1)
    return best


def _words(name: str) -> list[str]:
    spaced = "".join(f" {letter}" if letter.isupper() and before.islower() else letter
                     for before, letter in zip(" " + name, name, strict=False))  # fmt: skip
    return fold("".join(letter if letter.isalnum() or letter == "%" else " " for letter in spaced)).split()


def _value_fit(kind: Kind, field: str, values: list[str]) -> float:
    """How well the values suit the field: 1 where they all do, 0.1 where none does."""
    filled = [value for value in values if value.strip().casefold() not in NOTHING]
    test = TESTS.get(FIELDS[kind][field].reading)
    if not filled:
        return 0.9
    if field == "status":
        test = lambda text: flags.status(text) is not None  # noqa: E731
    if field == "external_id" and len(set(filled)) < len(filled):
        return 0.4
    if test is None:
        return 0.3 if _all_numbers(filled) and FIELDS[kind][field].reading == "text" and field != "phone" else 1.0
    return max(0.1, sum(map(test, filled)) / len(filled))


def _all_numbers(values: list[str]) -> bool:
    return all(value.replace(".", "").replace(",", "").strip().isdigit() for value in values)


def _reads(parse: Callable[[str], object]) -> Callable[[str], bool]:
    def reads(text: str) -> bool:
        try:
            parse(text)
        except Misread:
            return False
        return True

    return reads


def _is_date(text: str) -> bool:
    return numeric(text) is not None or _reads(moment)(text)


TESTS: dict[str, Callable[[str], bool]] = {
    "date": _is_date,
    "time": _is_date,
    "money": lambda text: money.evidence(text) is not None and not _is_date(text),
    "percent": _reads(flags.percent),
    "flag": _reads(flags.flag),
    "email": lambda text: ADDRESS.search(text) is not None,
}
