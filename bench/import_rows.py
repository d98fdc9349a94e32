"""Import of 100,000 deals, beside reading the file with ``csv.reader`` alone and beside SQLite's own ``.import``."""

import csv
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.export import write
from bench.measure import Spent, best, spent, table

ROWS, FEWER = 100_000, 20_000


def run() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="bowout-bench-") as name:
        folder = Path(name)
        accounts, deals = write(folder, ROWS)
        limit = best(lambda: _csv_reader(deals))
        sqlite, how = _sqlite(folder, deals)
        found = _import(accounts, deals)
        (folder / "fewer").mkdir()
        fewer = _import(*write(folder / "fewer", FEWER))
    rows = [
        ("csv.reader alone (the limit)", limit),
        (how, sqlite),
        ("read into records: encoding, mapping, dates, amounts", Spent(*found["read"])),
        ("import into an empty database", Spent(*found["first"])),
        ("the same file again: nothing changes", Spent(*found["again"])),
    ]
    table(
        f"Import of {ROWS:,} deals",
        ("", "rows/s", "seconds", "processor time ÷ limit", "÷ SQLite"),
        (
            (
                name,
                f"{ROWS / took.wall:,.0f}",
                f"{took.wall:.2f}",
                f"{took.cpu / limit.cpu:.1f}",
                f"{took.cpu / sqlite.cpu:.1f}",
            )
            for name, took in rows
        ),
    )
    print(f"\nMost memory: {found['memory']:.0f} MiB with {ROWS:,} rows, {fewer['memory']:.0f} MiB with {FEWER:,}.")


def _csv_reader(path: Path) -> None:
    with path.open(newline="", encoding="utf-8") as file:
        for _ in csv.reader(file):
            pass


def _sqlite(folder: Path, path: Path) -> tuple[Spent, str]:
    """What it took, and by what: the sqlite3 program, or Python's module where there is none."""
    target = folder / "plain.sqlite3"

    def program() -> None:
        target.unlink(missing_ok=True)
        subprocess.run(["sqlite3", str(target), "-cmd", ".mode csv", f".import {path} deals"], check=True)

    def module() -> None:
        target.unlink(missing_ok=True)
        with sqlite3.connect(target) as database, path.open(newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            head = next(rows)
            database.execute(f"CREATE TABLE deals ({', '.join(f'[{name}] TEXT' for name in head)})")
            database.executemany(f"INSERT INTO deals VALUES ({', '.join('?' * len(head))})", rows)

    if shutil.which("sqlite3"):
        return best(program), "sqlite3 .import, no types, no keys"
    return best(module), "csv.reader into Python's sqlite3, no types, no keys"


def _import(accounts: Path, deals: Path) -> dict[str, Any]:
    """In a process and a home of their own, so that its memory is its own."""
    with tempfile.TemporaryDirectory(prefix="bowout-bench-") as home:
        env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"BOWOUT_HOME": home}
        command = [sys.executable, "-m", "bench.import_rows", str(accounts), str(deals)]
        done = subprocess.run(command, check=True, env=env, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _child(accounts: Path, deals: Path) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bowout.site.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from bowout.connectors.tabular import open_table, read
    from bowout.desk.importing import Choices, Prepared, prepare, take
    from bowout.store.models import Team

    call_command("migrate", verbosity=0)
    team = Team.objects.create(name="Bench", zone="Europe/Berlin", country="DE")

    def prepared(path: Path) -> Prepared:
        found = prepare(open_table(path), Choices())
        if not found.ready:
            raise RuntimeError(f"{path}: {found.questions} {found.set_aside}")
        return found

    def reading() -> None:
        found = prepared(deals)
        for _ in read(found.table, found.mapping):
            pass

    took: dict[str, Any] = {"read": spent(reading)}
    take(team, [prepared(accounts)])
    took["first"] = spent(lambda: take(team, [prepared(deals)]))
    took["again"] = spent(lambda: take(team, [prepared(deals)]))
    took["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(took))


if __name__ == "__main__":
    _child(Path(sys.argv[1]), Path(sys.argv[2])) if len(sys.argv) == 3 else run()
