"""The rows of a file, some hundreds at a time, with the cells they came from at hand."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from bowout.connectors.tabular import (
    AccountRecord,
    ContactRecord,
    DealRecord,
    Mapping,
    Problem,
    Record,
    Table,
    read,
)
from bowout.connectors.tabular.guard import PROBLEM_COLUMNS
from bowout.connectors.tabular.read import Rows
from bowout.connectors.tabular.survey import survey

BATCH = 1000
Known = AccountRecord | ContactRecord | DealRecord
"""What is known again by its id, or by its likeness to what is there."""


class Batch:
    """So many rows: what could be read, what could not, and which are overtaken by a later row of the same id."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        self.records: list[Record] = []
        self.problems: list[Problem] = []
        self.overtaken: set[int] = set()
        self.bare = True
        """False when every row of the file has an id."""
        self.cells: dict[int, list[str]] = {}
        self.last_line = 0
        self._table, self._mapping = table, mapping

    def refuse(self, record: Record, field: str, says: str, mend: str) -> None:
        """Set a record's row aside; ``field`` is ours, the error file names the column."""
        header = next(iter(self._mapping.columns.get(field, ())), "")
        cells = tuple(self.cells.get(record.line, ()))
        place = self._table.header.index(header) if header in self._table.header else len(cells)
        value = cells[place] if place < len(cells) else ""
        problem = Problem(self._table.name, record.line, header, value, says, mend, cells)
        self.problems.append(problem)

    def mark(self, record: Known) -> int:
        """What tells this line from others of the file: its id; without one, all that stands in it."""
        if record.external_id:
            return hash(record.external_id)
        cells = zip(self._table.header, self.cells[record.line], strict=False)
        return hash(tuple(cell.strip() for name, cell in cells if name not in PROBLEM_COLUMNS))


class _Remembering:
    """Rows that are remembered until the batch they belong to is done."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.cells: dict[int, list[str]] = {}
        self.line = 0

    def __iter__(self) -> Iterator[tuple[int, list[str], object]]:
        for row in self._rows:
            self.line = row[0]
            self.cells[row[0]] = row[1]
            yield row


def batches(table: Table, mapping: Mapping, size: int = BATCH) -> Iterator[Batch]:
    """The file in batches. Two passes over it: the first finds out how it is written, and which rows come twice."""
    repeats = _Repeats(table, mapping)
    surveyed = survey(table, mapping, repeats.see)
    remembering = _Remembering(table.rows)
    found = read(replace(table, rows=cast(Rows, remembering)), mapping, surveyed)
    batch = Batch(table, mapping)
    for item in found:
        (batch.problems if isinstance(item, Problem) else batch.records).append(item)  # type: ignore[arg-type]
        if len(batch.records) + len(batch.problems) >= size:
            yield _closed(batch, remembering, repeats)
            batch = Batch(table, mapping)
    yield _closed(batch, remembering, repeats)


def _closed(batch: Batch, remembering: _Remembering, repeats: "_Repeats") -> Batch:
    batch.cells, remembering.cells = remembering.cells, {}
    batch.last_line = remembering.line
    batch.overtaken = {record.line for record in batch.records if record.line in repeats.overtaken}
    batch.bare = repeats.bare
    return batch


class _Repeats:
    """Finds rows that a later one of the same id overtakes, so that the last one counts at every import alike."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        names = mapping.columns.get("external_id", ())
        self._places = [table.header.index(name) for name in names if name in table.header]
        self._last: dict[int, int] = {}
        self.overtaken: set[int] = set()
        self.bare = False

    def see(self, line: int, cells: list[str]) -> None:
        """Take note of one row."""
        key = tuple(cells[place].strip() for place in self._places)
        if any(key):
            earlier = self._last.get(hash(key))
            if earlier is not None:
                self.overtaken.add(earlier)
            self._last[hash(key)] = line
        else:
            self.bare = True
