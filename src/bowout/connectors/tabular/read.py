"""Open a file as a table: streaming, in flat memory, over and over if need be (M12)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from bowout.connectors.tabular import sheet
from bowout.connectors.tabular.dialects import known
from bowout.connectors.tabular.encoding import Encoding, encoding_of
from bowout.connectors.tabular.errors import unreadable
from bowout.connectors.tabular.guard import is_error_file, unguard
from bowout.connectors.tabular.header import WIDEST, find_header, looks_like_values, name_columns
from bowout.connectors.tabular.kind import kind_of, text_stream
from bowout.connectors.tabular.lines import Row, records
from bowout.connectors.tabular.shape import shape
from bowout.connectors.tabular.sniff import delimiter_of
from bowout.connectors.tabular.source import Source

LONGEST_LINE = 1 << 22
LOOK_AHEAD = 40
SAMPLE = 200


@dataclass(frozen=True)
class Rows:
    """The rows below the header; each ``iter`` reads the file again from the start."""

    raw: Callable[[], Iterable[Row]]
    header_line: int
    width: int
    encoding: Encoding
    guarded: bool = False
    """True for an error file of ours, whose cells were made harmless for spreadsheets."""
    from_sheet: bool = False

    def __iter__(self) -> Iterator[Row]:
        below = (row for row in self.raw() if row[0] > self.header_line)
        rows = shape(
            below,
            self.width,
            check_zeros=self.encoding.zeros,
            check_damage=self.encoding.damaged,
            may_be_short=self.from_sheet,
        )
        return ((line, list(map(unguard, cells)), fault) for line, cells, fault in rows) if self.guarded else rows


@dataclass(frozen=True)
class Table:
    """One table: ``rows`` are ``(line, cells, fault)``, cells as text, as many as ``header`` has names."""

    name: str
    header: tuple[str, ...]
    rows: Rows
    delimiter: str = ","
    """As found in the file; for a workbook, what its error file will use."""
    sample: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    """Cells of the first sound rows, for guessing what a column holds."""


def open_table(given: str | Path | BinaryIO, name: str = "", sheet_name: str = "") -> Table:
    """Open CSV (any usual encoding and separator) or XLSX. Raises Unreadable, which says what to do."""
    source = Source(given, name)
    if kind_of(source) == "xlsx":
        written = sheet.transcribe(source, sheet_name)
        return _table(source.name, partial(sheet.rows, written), ",", Encoding("utf-8"), from_sheet=True)
    encoding = encoding_of(source)
    with text_stream(source, encoding.name) as stream:
        delimiter = delimiter_of(_whole_lines(stream.read(1 << 16)))
    return _table(source.name, partial(_text_rows, source, encoding.name, delimiter), delimiter, encoding)


def _whole_lines(text: str) -> str:
    end = text.rfind("\n")
    return text[: end + 1] if end > 0 else text


def _text_rows(source: Source, encoding: str, delimiter: str) -> Iterator[Row]:
    with text_stream(source, encoding) as stream:
        yield from records(iter(partial(stream.readline, LONGEST_LINE), ""), delimiter)


def _table(
    name: str, raw: Callable[[], Iterable[Row]], delimiter: str, encoding: Encoding, *, from_sheet: bool = False
) -> Table:
    first = [row for row in islice(raw(), LOOK_AHEAD) if any(cell.strip() for cell in row[1])]
    place = find_header([cells for _, cells, _ in first], known)
    if place is None:
        raise unreadable(name, "The file has no rows.", "Export it again and check that it has rows.")
    line, cells, fault = first[place]
    header = name_columns(cells)
    if fault is not None:
        raise unreadable(name, f"In the header: {fault.says}", fault.mend, line)
    if len(header) > WIDEST:
        raise unreadable(name, f"The file has {len(header)} columns.", "Export only the columns you need.", line)
    if looks_like_values(header):
        says = "The first row holds values, not the names of the columns."
        raise unreadable(name, says, "Put a row with the names of the columns above it.", line)
    guarded = is_error_file(header)
    header = tuple(map(unguard, header)) if guarded else header
    rows = Rows(raw, line, len(header), encoding, guarded, from_sheet)
    sound = (tuple(cells) for _, cells, fault in rows if fault is None)
    return Table(name, header, rows, delimiter, tuple(islice(sound, SAMPLE)))
