"""Rows into records: what cannot be read comes back as a Problem with its row, and nothing is lost (M12)."""

from collections.abc import Callable, Iterator
from typing import Any

from bowout.connectors.tabular import flags
from bowout.connectors.tabular.convert import ADDRESS, NOTHING, Reader, readers
from bowout.connectors.tabular.errors import Fault, Misread, Problem, unreadable
from bowout.connectors.tabular.fields import FIELDS, REQUIRED
from bowout.connectors.tabular.flags import Status
from bowout.connectors.tabular.mapping import Mapping
from bowout.connectors.tabular.money import Amount
from bowout.connectors.tabular.read import Table
from bowout.connectors.tabular.records import RECORDS, Record
from bowout.connectors.tabular.survey import Survey, survey

Values = dict[str, Any]


def read(table: Table, mapping: Mapping, surveyed: Survey | None = None) -> Iterator[Record | Problem]:
    """Every row as a record, or as one Problem for each of its faults. Rows deleted in the CRM are left out.

    ``surveyed`` saves the pass that finds out how dates and numbers are written. Raises Unreadable.
    """
    missing = [group for group in REQUIRED[mapping.kind] if not _mapped(group, table, mapping)]
    if missing:
        wanted = " or ".join(FIELDS[mapping.kind][name].says for name in missing[0])
        raise unreadable(table.name, f"No column is mapped to: {wanted}.", "Choose the column that holds it.")
    return _read(table, mapping, surveyed or survey(table, mapping))


def _mapped(group: tuple[str, ...], table: Table, mapping: Mapping) -> bool:
    return any(header in table.header for field in group for header in mapping.columns.get(field, ()))


def _read(table: Table, mapping: Mapping, surveyed: Survey) -> Iterator[Record | Problem]:
    texts, others = readers(table.header, mapping, surveyed)
    places = [(field, index) for field, index, _ in texts]
    make, finish, required = RECORDS[mapping.kind], FINISH.get(mapping.kind), REQUIRED[mapping.kind]
    for line, cells, fault in table.rows:
        if fault is not None:
            yield _broken(table, line, cells, fault)
            continue
        values: Values = {}
        for field, index in places:
            if (text := cells[index].strip()) and field not in values:
                values[field] = text
        problems = _read_others(table, line, cells, others, values)
        if values.pop("deleted", False):
            continue
        if finish is not None:
            try:
                finish(values, mapping)
            except Misread as misread:
                place = next((reader.place for reader in texts if reader.field == "stage"), None)
                problems.append(_problem(table, line, cells, place, misread.says, misread.mend))
        problems += _lacking(table, mapping, line, cells, values, required) if not problems else []
        if problems:
            yield from problems
        else:
            yield make(line=line, **values)


def _read_others(table: Table, line: int, cells: list[str], others: list[Reader], values: Values) -> list[Problem]:
    problems: list[Problem] = []
    for field, index, convert in others:
        if not (text := cells[index]) or field in values:
            continue
        try:
            values[field] = convert(text)
        except Misread as misread:
            if text.strip().casefold() not in NOTHING:
                problems.append(_problem(table, line, cells, index, misread.says, misread.mend))
    return problems


def _problem(table: Table, line: int, cells: list[str], index: int | None, says: str, mend: str) -> Problem:
    inside = index is not None and index < len(table.header)
    return Problem(
        file=table.name,
        line=line,
        field=table.header[index] if inside and index is not None else "",
        value=cells[index] if index is not None and index < len(cells) else "",
        says=says,
        mend=mend,
        cells=tuple(cells),
    )


def _broken(table: Table, line: int, cells: list[str], fault: Fault) -> Problem:
    return _problem(table, line, cells, fault.column, fault.says, fault.mend)


def _lacking(
    table: Table, mapping: Mapping, line: int, cells: list[str], values: Values, required: tuple[tuple[str, ...], ...]
) -> list[Problem]:
    problems = []
    for group in required:
        if not any(values.get(name) for name in group):
            wanted = " or ".join(FIELDS[mapping.kind][name].says.lower() for name in group[:2])
            headers = (header for name in group for header in mapping.columns.get(name, ()) if header in table.header)
            index = table.header.index(next(headers))
            problems.append(_problem(table, line, cells, index, f"The row has no {wanted}.", "Fill it in."))
    return problems


def _finish_sum(values: Values, mapping: Mapping) -> None:
    found: Amount | None = values.get("amount")
    if found is not None:
        values["amount"] = found.value
        values["currency"] = found.currency or values.get("currency") or mapping.currency
    if (share := values.pop("probability_fraction", None)) is not None:
        values.setdefault("probability", share)


def _finish_deal(values: Values, mapping: Mapping) -> None:
    _finish_sum(values, mapping)
    values["status"] = _status(values, mapping)
    if (names := values.get("contact_names")) is not None and "@" in "".join(names):
        values.setdefault("contact_emails", tuple(found.lower() for found in ADDRESS.findall(" ".join(names))))
        bare = (ADDRESS.sub("", name).strip(" ()<>,") for name in names)
        values["contact_names"] = tuple(name for name in bare if name)


def _status(values: Values, mapping: Mapping) -> Status:
    """What people said of the stage, then the CRM's own flags, then its status word, then the stage's words."""
    closed, won, lost = (values.pop(name, None) for name in ("is_closed", "is_won", "is_lost"))
    word, stage = values.pop("status", ""), values.get("stage", "")
    if (said := mapping.stages.get(stage or word)) is not None:
        return said
    if won or lost:
        return "won" if won else "lost"
    if closed is None:
        return flags.status(word) or flags.status(stage) or "open"
    if not closed or won is False:
        return "lost" if closed else "open"
    found = flags.status(word) or flags.status(stage)
    if found in ("won", "lost"):
        return found
    raise Misread("The deal is closed, and nothing says whether it was won or lost.", "Say what its stage means.")


def _finish_contact(values: Values, mapping: Mapping) -> None:
    if not values.get("name"):
        values["name"] = " ".join(filter(None, (values.get("first_name"), values.get("last_name"))))


def _finish_stage(values: Values, mapping: Mapping) -> None:
    _finish_sum(values, mapping)


FINISH: dict[str, Callable[[Values, Mapping], None]] = {
    "deal": _finish_deal,
    "contact": _finish_contact,
    "stage": _finish_stage,
}
