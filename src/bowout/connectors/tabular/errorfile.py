"""The rows that could not be read, as a file to mend and import again: same columns, and what to do at the end.

A cell that a spreadsheet would run as a formula gets an apostrophe in front; reading such a file takes it off again.
"""

import csv
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TextIO

from bowout.connectors.tabular.errors import Problem
from bowout.connectors.tabular.guard import PROBLEM_COLUMNS, guard
from bowout.connectors.tabular.read import Table


def write_error_file(table: Table, problems: Iterable[Problem], out: Path | TextIO) -> int:
    """Write each bad row once with all that is wrong with it. Returns how many rows.

    A stream must have been opened with ``newline=""``; a path is written as UTF-8 with a mark, as Excel likes it.
    """
    if isinstance(out, Path):
        with out.open("w", encoding="utf-8-sig", newline="") as stream:
            return write_error_file(table, problems, stream)
    keep = [place for place, name in enumerate(table.header) if name not in PROBLEM_COLUMNS]
    writer = csv.writer(out, delimiter=table.delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow([guard(table.header[place]) for place in keep] + list(PROBLEM_COLUMNS))
    count = 0
    for line, group in groupby(problems, key=lambda problem: problem.line):
        faults = list(group)
        writer.writerow([guard(cell) for cell in _row(table, keep, line, faults)])
        count += 1
    return count


def _row(table: Table, keep: list[int], line: int, faults: list[Problem]) -> list[str]:
    cells = faults[0].cells
    own = [cells[place] if place < len(cells) else "" for place in keep]
    told = [
        str(line),
        "; ".join(dict.fromkeys(fault.field for fault in faults if fault.field)),
        " ".join(dict.fromkeys(fault.says for fault in faults)),
        " ".join(dict.fromkeys(fault.mend for fault in faults)),
    ]
    return own + told + list(cells[len(table.header) :])
