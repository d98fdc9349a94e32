"""Workbooks (.xlsx): the sheet people see, cell by cell as text, dates and numbers in one plain form."""

import csv
import errno
import io
import os
import re
import tempfile
import warnings
import weakref
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from bowout.connectors.tabular.errors import Unreadable, unreadable
from bowout.connectors.tabular.lines import Row
from bowout.connectors.tabular.source import Source

LARGEST = 1 << 30
LARGEST_STRINGS = 1 << 28
STEEPEST = 300
"""Bytes unpacked for one byte packed; real sheets stay below 100."""
ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)")
THREE_DECIMALS = re.compile(r"-?\d{1,3}\.\d{3}")


def transcribe(source: Source, wanted: str = "") -> Source:
    """The sheet as a temporary CSV whose first column is the row's number: unpacking a workbook is slow, once will do.

    The wanted sheet, else the first visible one that has rows. Raises Unreadable.
    """
    _refuse_bombs(source)
    handle, path = tempfile.mkstemp(prefix="bowout-sheet-")
    written = Source(path, source.name)
    weakref.finalize(written, Path(path).unlink, missing_ok=True)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as out, _workbook(source) as book:
        writer = csv.writer(out)
        for line, cells in enumerate(_cells(_choose(source, book, wanted)), 1):
            writer.writerow([line, *map(_text, cells)])
    return written


def _choose(source: Source, book: Workbook, wanted: str) -> Any:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if wanted:
        for sheet in visible:
            if sheet.title == wanted:
                return sheet
        titles = ", ".join(sheet.title for sheet in visible)
        raise unreadable(source.name, f"There is no sheet “{wanted}”; there are: {titles}.", "Choose one of these.")
    for sheet in visible:
        if any(any(cell.value is not None for cell in cells) for cells in islice(_cells(sheet), 100)):
            return sheet
    raise unreadable(source.name, "The workbook has no visible sheet with rows.", "Check it, and export it again.")


def rows(written: Source) -> Iterator[Row]:
    """Every row of a transcribed sheet; the line is the row's number in the sheet."""
    with written.open() as stream, io.TextIOWrapper(stream, encoding="utf-8", newline="") as text:
        for line, *cells in csv.reader(text):
            yield int(line), cells, None


@contextmanager
def _workbook(source: Source) -> Iterator[Workbook]:
    with source.open() as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and validations that openpyxl leaves out do not concern us
        try:
            with closing(openpyxl.load_workbook(stream, read_only=True, data_only=True)) as book:
                yield book
        except Unreadable:
            raise
        except Exception as error:  # a hostile or broken file can make openpyxl, zlib or expat raise anything
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                raise
            says = "The workbook is damaged and cannot be read to its end."
            raise unreadable(source.name, says, "Open it in a spreadsheet program and save it again.") from error


def _cells(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # exports write a wrong range, often A1
    found: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return found


def _text(cell: Any) -> str:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in cell.number_format:
        return f"{_number(value * 100)}%"  # the sheet shows 10 % and holds 0.1
    return plain(value)


def plain(value: object) -> str:
    """A cell as text that reads one way only: ISO dates, numbers with a point and no grouping."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, date | time) else _other(value)


def _number(value: float | Decimal) -> str:
    # fifteen digits are what Excel itself shows; the rest is the noise of binary fractions
    text = format(Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    # 1.234 could be taken for a thousand and more; 1.2340 cannot
    return text + "0" if THREE_DECIMALS.fullmatch(text) else text


def _other(value: object) -> str:
    return str(value) if not isinstance(value, timedelta) else f"{value.total_seconds():.0f} s"


def _refuse_bombs(source: Source) -> None:
    with source.open() as stream, zipfile.ZipFile(stream) as archive:
        parts = archive.infolist()
        steep = any(part.file_size > 1 << 24 and part.file_size > STEEPEST * part.compress_size for part in parts)
        strings = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
        if steep or strings > LARGEST_STRINGS or sum(part.file_size for part in parts) > LARGEST:
            raise unreadable(
                source.name,
                "Unpacked, the workbook is far larger than it looks; it is not opened.",
                "If it is real, save it as CSV (UTF-8) and import that.",
            )
        for part in parts:
            if part.filename.endswith(".xml") and _has_entities(archive, part.filename):
                says = "The workbook declares entities, which no spreadsheet program does; it is not opened."
                raise unreadable(source.name, says, "Open it in a spreadsheet program and save it again.")


def _has_entities(archive: zipfile.ZipFile, part: str) -> bool:
    try:
        with archive.open(part) as stream:
            return bool(ENTITY.search(stream.read(2048)))
    except Exception:  # the workbook is opened next, and says what is wrong with it
        return False
