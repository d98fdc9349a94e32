"""Files that people upload: kept in a folder until all is answered, then taken in, here or by a worker (M12)."""

import shutil
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec
from django.core.exceptions import PermissionDenied
from msgspec import Struct

from bowout.connectors.tabular import Mapping, Table, Unreadable, is_prose, open_table
from bowout.desk.importing import mappings
from bowout.desk.importing.files import Choices, Prepared, lacking, prepare, unlike_deals
from bowout.store import access, import_runs
from bowout.store.models import ImportRun, User

SMALL = 3000
"""Rows that are taken in while the page waits; more is the worker's."""


class StoredFile(Struct):
    """One uploaded file, and what people said about it."""

    name: str
    path: str
    """Inside the upload's folder."""
    mapping: Mapping | None = None
    """None: as its headers say."""
    refused: str = ""
    """Why it cannot be read at all."""
    left_out: bool = False


def must_import(by: User) -> None:
    """Raises ``PermissionDenied`` for those whose work it is not."""
    if not access.may_tune(by):
        raise PermissionDenied


def receive(by: User, files: Sequence[tuple[str, BinaryIO]], home: Path, folder: str, now: datetime) -> ImportRun:
    """Keep uploaded files under ``home / folder``; nothing is taken in yet. Raises ``PermissionDenied``."""
    must_import(by)
    place = home / folder
    place.mkdir(parents=True, mode=0o700)
    stored = []
    for number, (name, stream) in enumerate(files):
        kept = place / f"{number}{Path(name).suffix.lower()[:8]}"
        with kept.open("wb") as out:
            shutil.copyfileobj(stream, out, 1 << 20)
        stored.append(_look(by, StoredFile(Path(name).name[:200], kept.name), place, alone=len(files) == 1))
    return import_runs.make(
        team=by.team, by=by, file_name=_title(stored), path=folder, mapping=_plain(stored), made_at=now
    )


def _look(by: User, file: StoredFile, place: Path, alone: bool) -> StoredFile:
    """An export's folder holds more than deals: what fits nothing stays out unless people say otherwise."""
    try:
        table = open_table(place / file.path, file.name)
        file.mapping = mappings.saved_for(by.team, table)
        file.refused = _nothing_in(table)
        unsuited = unlike_deals(table) or (not alone and lacking(table))
        file.left_out = not file.refused and file.mapping is None and unsuited
    except Unreadable as error:
        file.refused = f"{error.problem.says} {error.problem.mend}"
    return file


def _nothing_in(table: Table) -> str:
    """Why no question about it would help; empty where it may hold something."""
    if is_prose(table):
        return "This is not a table: its lines do not fall into columns. Export the list itself as CSV or .xlsx."
    empty = next(iter(table.rows), None) is None
    return "The file has a header, and no rows below it. Export it again and check that it has rows." if empty else ""


def files_of(run: ImportRun) -> list[StoredFile]:
    """What was uploaded."""
    return msgspec.convert(run.mapping.get("files", []), list[StoredFile])


def prepared(run: ImportRun, home: Path) -> list[tuple[int, Prepared]]:
    """Number and state of each file that can be read. Raises Unreadable when one has gone."""
    place = home / run.path
    return [
        (number, prepare(open_table(place / file.path, file.name), Choices(), file.mapping))
        for number, file in enumerate(files_of(run))
        if not file.refused
    ]


def say(by: User, run: ImportRun, said: dict[int, Mapping], left_out: Iterable[int]) -> bool:
    """Keep what people answered about files by their number; False when the import has begun."""
    must_import(by)
    stored, out = files_of(run), set(left_out)
    for number, file in enumerate(stored):
        file.mapping = said.get(number, file.mapping)
        file.left_out = number in out
    run.mapping = _plain(stored)
    return import_runs.change(run, mapping=run.mapping)


def startable(run: ImportRun, home: Path) -> list[Prepared]:
    """The files that go in; empty while something is open."""
    stored = files_of(run)
    wanted = [file for number, file in prepared(run, home) if not stored[number].left_out and not file.set_aside]
    return wanted if all(file.ready for file in wanted) else []


def start(by: User, run: ImportRun, home: Path, rows: int = 0) -> bool:
    """Let it be taken in; False when something is open or it has begun. The first free worker has it.

    ``rows``: how many there are, for whoever has just looked and knows that nothing is open.
    """
    must_import(by)
    total = rows or sum(file.preview.rows for file in startable(run, home))
    return bool(total) and import_runs.change(run, status=ImportRun.Status.WAITING, total=total)


def discard(by: User, run: ImportRun, home: Path, now: datetime) -> bool:
    """Throw the files away unread; False when it has begun."""
    must_import(by)
    gone = import_runs.change(
        run, status=ImportRun.Status.FAILED, finished_at=now, problem="Thrown away, not taken in."
    )
    if gone:
        shutil.rmtree(home / run.path, ignore_errors=True)
    return gone


def _title(stored: list[StoredFile]) -> str:
    rest = len(stored) - 1
    return stored[0].name + (f" and {rest} more" if rest else "")


def _plain(stored: list[StoredFile]) -> dict[str, object]:
    return {"files": msgspec.to_builtins(stored)}
