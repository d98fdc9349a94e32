"""Files for the tests of the import: made here, or the real ones where they are at hand."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bowout.connectors.tabular import Mapping, Problem, Record, Table, open_table, propose, read
from tests.needs import REAL_DATA

OWN = Path(__file__).parent.parent / "data" / "salesforce_export"
UNKNOWN = OWN.parent / "unknown"
needs = pytest.mark.needs


def table(text: str | bytes, name: str = "deals.csv") -> Table:
    """A file with that text; UTF-8 unless given as bytes."""
    return open_table(io.BytesIO(text.encode() if isinstance(text, str) else text), name)


def workbook(*rows: list[Any], name: str = "deals.xlsx", **hidden: list[list[Any]]) -> Table:
    """A workbook with a visible sheet of these rows, after hidden ones."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for title, content in hidden.items():
        other = book.create_sheet(title, 0)
        other.sheet_state = "hidden"
        for row in content:
            other.append(row)
    saved = io.BytesIO()
    book.save(saved)
    saved.seek(0)
    return open_table(saved, name)


def rows(found: Table) -> list[list[str]]:
    """Cells of the sound rows."""
    return [cells for _, cells, fault in found.rows if fault is None]


def records(found: Table, mapping: Mapping | None = None) -> list[Any]:
    """Every record; fails on a problem."""
    items = list(read(found, mapping or propose(found).mapping))
    assert [str(item) for item in items if isinstance(item, Problem)] == []
    return items


def problems(found: Table, mapping: Mapping | None = None) -> list[Problem]:
    """Only what is wrong."""
    return [item for item in read(found, mapping or propose(found).mapping) if isinstance(item, Problem)]


def split(found: Table, mapping: Mapping | None = None) -> tuple[list[Record], list[Problem]]:
    """Records and problems apart."""
    items = list(read(found, mapping or propose(found).mapping))
    bad = [item for item in items if isinstance(item, Problem)]
    return [item for item in items if not isinstance(item, Problem)], bad


def both(folder: str, name: str) -> list[Any]:
    """Our look-alike, and the real file where it is at hand, as parameters of a test."""
    return [
        pytest.param(UNKNOWN / name, id="look-alike"),
        pytest.param(real(folder, name), marks=needs(folder), id=folder),
    ]


def real(folder: str, name: str) -> Path:
    """A file of the real data; the test is marked as needing that folder."""
    return REAL_DATA / folder / name
