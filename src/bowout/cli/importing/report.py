"""Takes files in for ``bowout import``, shows how far it is, and tells what came of it."""

import sys
import time
from pathlib import Path

from bowout.desk.importing import Aside, FileReport, Prepared, take
from bowout.store.models import Team

EVERY = 5.0
"""Seconds between two words on progress where nobody watches a terminal."""
PLURAL = {"deal": "deals", "account": "accounts", "contact": "contacts", "user": "people", "stage": "steps of history"}
COUNTED = (("new", "new"), ("changed", "changed"), ("same", "the same"), ("repeated", "repeated"))


def take_and_tell(team: Team, files: list[Prepared], dry: bool, errors: Path | None) -> int:
    """0 when all rows are in, 1 when some were set aside."""
    if not files:
        print("Nothing to take in.")
        return 0
    watch = _Watch()
    results = take(team, files, dry=dry, progress=watch.tell)
    watch.end()
    print("\nWould be:" if dry else "")
    aside = 0
    for file, (report, rows) in results:
        _tell(report)
        aside += rows.rows
        _tell_aside(file, rows, _error_file(file, errors, len(files)) if errors or not dry else None)
    print("Nothing was written: this was a dry run." if dry else _end(results, team))
    return 1 if aside else 0


def _tell(report: FileReport) -> None:
    counts = report.counts
    parts = [f"{getattr(counts, name):,} {word}" for name, word in COUNTED if getattr(counts, name)]
    parts += [f"{counts.aside:,} set aside"] if counts.aside else []
    print(f"{report.name}: {PLURAL.get(report.kind, 'parts in deals')}: {', '.join(parts) or 'none'}")
    for what, number in report.also_new.items():
        print(f"  also {what}: {number:,}")
    if counts.kept:
        print(f"  {counts.kept:,} values left as people wrote them here")
    for change in report.changes:
        print(f"  {change}")
    if counts.changed > len(report.changes) > 0:
        print("  …")


def _tell_aside(file: Prepared, aside: Aside, out: Path | None) -> None:
    for problem in aside.first[:5]:
        print(f"  {problem}")
    if aside.rows and out is not None:
        aside.write(file.table, out)
        print(f"  The rows that were set aside are in {out}: mend them there, and import that file.")


def _error_file(file: Prepared, errors: Path | None, several: int) -> Path:
    stem = Path(file.table.name).stem
    if errors is None:
        return Path(f"{stem}.errors.csv")
    return errors if several == 1 else errors.with_name(f"{errors.stem}-{stem}{errors.suffix}")


def _end(results: list[tuple[Prepared, tuple[FileReport, Aside]]], team: Team) -> str:
    changed = any(report.counts.new or report.counts.changed or report.also_new for _, (report, _) in results)
    return f"All of it is in team {team.name}." if changed else "Nothing has changed: all of it was here already."


class _Watch:
    """Words on progress on standard error: one line that changes at a terminal, else a line every few seconds."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._last = self._began = time.monotonic()

    def tell(self, file: Prepared, line: int) -> None:
        """After every batch."""
        now = time.monotonic()
        if now - self._last < (0.2 if self._terminal else EVERY):
            return
        self._last = now
        share = min(99, 100 * line // max(1, file.preview.rows))
        text = f"{file.table.name}: {share} % of {file.preview.rows:,} rows"
        print(
            f"\r{text}  " if self._terminal else text, end="" if self._terminal else "\n", file=sys.stderr, flush=True
        )

    def end(self) -> None:
        """Clear the line."""
        if self._terminal and self._last != self._began:
            print("\r" + " " * 70 + "\r", end="", file=sys.stderr, flush=True)
