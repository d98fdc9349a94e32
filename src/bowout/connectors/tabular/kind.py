"""What sort of file it is, by its first bytes: what it is called proves nothing."""

import io
import zipfile
from typing import Literal

from bowout.connectors.tabular.errors import Unreadable, unreadable
from bowout.connectors.tabular.source import Source

Kind = Literal["text", "xlsx"]

SAVE_AS = "Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8)."
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")

BINARY: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "This is an Excel file of the old kind (.xls), or one behind a password.",
        "Save it as .xlsx without a password, or as CSV (UTF-8).",
    ),
    (b"%PDF", "This is not a table: it is a PDF.", "Export the table itself as CSV or .xlsx."),
    *(
        (magic, "This is not a table: it is a picture.", "Export the table itself as CSV or .xlsx.")
        for magic in PICTURES
    ),
    (b"\x1f\x8b", "This file is packed (gzip).", "Unpack it first and import the file inside."),
    (b"SQLite format 3\x00", "This is a database file.", "Export the table as CSV or .xlsx."),
)

MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta", b"<style", b"<body")


def kind_of(source: Source) -> Kind:
    """``text`` or ``xlsx``. Raises Unreadable, with the mend, for everything else."""
    head = source.head(4096)
    for magic, says, mend in BINARY:
        if head.startswith(magic):
            raise unreadable(source.name, says, mend)
    if head.startswith(b"PK"):
        return _zipped(source)
    if not head.strip(b"\x00\xef\xbb\xbf\xfe\xff \t\r\n"):
        raise unreadable(source.name, "The file is empty.", "Export it again and check that it has rows.")
    if (refusal := _markup(source.name, head)) is not None:
        raise refusal
    return "text"


def _markup(name: str, head: bytes) -> Unreadable | None:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").lower()
    if start.startswith(MARKUP):
        return unreadable(name, "This is a web page (HTML or XML) that only calls itself a spreadsheet.", SAVE_AS)
    if start.startswith((b"[{", b'{"')):
        return unreadable(name, "This is JSON, not a table.", "Export the list as CSV or .xlsx.")
    return None


def _zipped(source: Source) -> Kind:
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
    except Exception as error:  # a damaged directory can make zipfile raise nearly anything
        says = "The file is damaged: it starts like .xlsx but cannot be unpacked."
        raise unreadable(source.name, says, "Download or export it again.") from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.endswith(".iwa") for name in names) or "Index.zip" in names:
        raise unreadable(source.name, "This is an Apple Numbers file.", "In Numbers: File, Export To, CSV or Excel.")
    if "xl/workbook.bin" in names:
        raise unreadable(source.name, "This is a binary Excel file (.xlsb).", "Save it as .xlsx or as CSV (UTF-8).")
    if "content.xml" in names:
        raise unreadable(source.name, "This is an OpenDocument file.", "Save it as .xlsx or as CSV (UTF-8).")
    raise unreadable(
        source.name, "This is a zip archive, not a table.", "Unpack it and import the files inside one by one."
    )


def text_stream(source: Source, encoding: str) -> io.TextIOWrapper:
    """The text with its line ends untouched; bytes that mean nothing become U+FFFD."""
    return io.TextIOWrapper(source.open(), encoding=encoding, errors="replace", newline="")
