"""A worker takes an upload in. Killed at any point, the next one begins again and nothing comes in twice (M12)."""

import logging
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
from django.db import DatabaseError
from msgspec import Struct

from bowout.connectors.tabular import Problem, Unreadable
from bowout.desk.importing.files import Prepared
from bowout.desk.importing.report import FileReport
from bowout.desk.importing.running import take
from bowout.desk.importing.uploads import startable
from bowout.store import import_runs
from bowout.store.models import ImportRun

Clock = Callable[[], datetime]
log = logging.getLogger("bowout.import")


class Outcome(Struct):
    """What became of one file, as it is kept."""

    report: FileReport
    problems: list[Problem]
    """The first few."""
    error_file: str = ""
    """In the upload's folder; empty when all rows are in."""


class Stopped(Exception):
    """The worker was told to end."""


def import_next(
    home: Path, clock: Clock, token: str, stopped: Callable[[], bool] = lambda: False, pk: int | None = None
) -> bool:
    """Take in the upload that has waited longest, or the one with that key; False when there is none.

    ``token`` must be new for every call.
    """
    run = import_runs.claim(clock(), token, pk)
    if run is None:
        return False
    try:
        _carry_out(run, home, clock, token, stopped)
    except import_runs.RunLost:
        log.warning("another worker has import %s now", run.pk)
    except Stopped:
        import_runs.release(run, token)
    except (Unreadable, OSError) as error:
        import_runs.fail(run, token, clock(), str(error))
    except DatabaseError:
        raise  # the lease lapses, and it is tried again
    except Exception:
        log.exception("import %s failed", run.pk)
        import_runs.fail(
            run, token, clock(), "Something went wrong that is not your fault; the server's log says what."
        )
    return True


def _carry_out(run: ImportRun, home: Path, clock: Clock, token: str, stopped: Callable[[], bool]) -> None:
    if run.attempts > import_runs.ATTEMPTS:
        import_runs.fail(run, token, clock(), "It stopped at every try. Please report this, with the file.")
        return
    files = startable(run, home)
    done: list[Outcome] = []
    import_runs.go_on(run, token, clock(), 0)
    lines: dict[int, int] = {}

    def progress(file: Prepared, line: int) -> None:
        lines[id(file)] = min(line, file.preview.rows)
        import_runs.go_on(run, token, clock(), sum(lines.values()))
        if stopped():
            raise Stopped

    place = home / run.path
    for number, (file, (report, aside)) in enumerate(take(run.team, files, progress=progress)):
        name = f"{number}.errors.csv" if aside.write(file.table, place / f"{number}.errors.csv") else ""
        done.append(Outcome(report, aside.first, name))
    import_runs.finish(run, token, clock(), {"files": msgspec.to_builtins(done)})
    _tidy(place)


def outcomes(run: ImportRun) -> list[Outcome]:
    """What became of each file of an upload that is done."""
    return msgspec.convert(run.counts.get("files", []), list[Outcome])


def _tidy(place: Path) -> None:
    """What is in the database need not lie about in files; only the rows to mend stay."""
    for path in place.iterdir():
        if not path.name.endswith(".errors.csv"):
            path.unlink()
    if not any(place.iterdir()):
        shutil.rmtree(place, ignore_errors=True)
