"""Lines in, records out: a quote that is never closed costs its own row, not the rest of the file."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator

from bowout.connectors.tabular.errors import Fault

Row = tuple[int, list[str], Fault | None]
"""Line where the record starts, its cells, and what is broken about it."""

NEVER_CLOSED = "A quotation mark opens here and is never closed"
NOT_DOUBLED = "A quotation mark stands inside a quoted value without being doubled."


class Lines:
    """The lines of a file, which can be given back to be read again; counts as it goes."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = iter(stream)
        self._again: deque[str] = deque()
        self.number = 0
        """Number of the line handed out last, from 1."""
        self.record: list[str] = []
        """Lines handed out since ``start``."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._stream)
        self.number += 1
        self.record.append(line)
        return line

    def start(self) -> None:
        """A record begins with the next line."""
        self.record.clear()

    def give_back(self) -> str:
        """All but the first line of the record are read again. Returns the first."""
        first, *rest = self.record
        self._again.extendleft(reversed(rest))
        self.number -= len(rest)
        return first


def records(stream: Iterable[str], delimiter: str) -> Iterator[Row]:
    """Every record of the text. Blank lines come as ``[]``; memory is bounded by one record."""
    lines = Lines(stream)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.start()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _broken(lines, delimiter, str(error))
            continue
        yield lines.number - len(lines.record) + 1, cells, None


def _broken(lines: Lines, delimiter: str, error: str) -> Row:
    """The first line alone is the broken row; the lines after it get another chance."""
    ran_on = len(lines.record) > 1
    line = lines.give_back().rstrip("\r\n")
    start = lines.number
    cells = line.split(delimiter)
    column = next((place for place, cell in enumerate(cells) if cell.count('"') % 2), None)
    if ran_on or "end of data" in error or "limit" in error:
        fault = Fault(
            f"{NEVER_CLOSED}, so the following lines would become part of this value.",
            "Close the quotation mark, or remove it.",
            column,
        )
    else:
        fault = Fault(NOT_DOUBLED, 'Write it twice ("") inside the value, or remove it.', column)
    return start, cells, fault
