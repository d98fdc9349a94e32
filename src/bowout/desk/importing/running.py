"""Files go in: batch after batch, each in a transaction of its own, so that what was killed is simply run again."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext

from django.db import transaction

from bowout.connectors.tabular import UserRecord
from bowout.desk.importing import accounts, contacts, deals, hanging
from bowout.desk.importing.aside import Aside
from bowout.desk.importing.files import Prepared, in_order
from bowout.desk.importing.owners import Owners
from bowout.desk.importing.report import Counts, FileReport
from bowout.desk.importing.rows import BATCH, Batch, batches
from bowout.desk.importing.work import Work
from bowout.desk.projecting import rebuild
from bowout.store import importing
from bowout.store.models import Team

Result = tuple[FileReport, Aside]
Progress = Callable[[Prepared, int], None]
"""Told after each batch: the file, and the last line that is in."""


def take(
    team: Team,
    files: Iterable[Prepared],
    *,
    dry: bool = False,
    progress: Progress = lambda _file, _line: None,
    size: int = BATCH,
) -> list[tuple[Prepared, Result]]:
    """Take the files in, in the order that their contents need. ``dry``: count and change nothing.

    A dry run is a real one that is taken back at its end; on SQLite nobody else can write meanwhile.
    """
    owners = Owners(team)
    with transaction.atomic() if dry else nullcontext():
        done = [(file, _take_file(team, file, owners, progress, size)) for file in in_order(files)]
        if dry:
            transaction.set_rollback(True)
    return done


def _take_file(team: Team, file: Prepared, owners: Owners, progress: Progress, size: int) -> Result:
    aside = Aside()
    report = FileReport(file.table.name, file.title, file.mapping.kind, Counts(), [], {})
    work = Work(team, file.source, file.mapping, owners, report)
    for batch in batches(file.table, file.mapping, size):
        with transaction.atomic():
            importing.hold(team)
            moved = STEPS[file.mapping.kind](work, batch)
            if moved:
                rebuild(deals=moved)
        for problem in sorted(batch.problems, key=lambda each: each.line):
            aside.add(problem)
        progress(file, batch.last_line)
    report.counts.aside = aside.rows
    return report, aside


def _take_users(work: Work, batch: Batch) -> set[int]:
    """Nothing is written: they only tell who the owners of deals are."""
    people = [record for record in batch.records if isinstance(record, UserRecord)]
    members = sum(work.owners.learn(person) for person in people)
    work.report.counts.same += len(people)
    work.report.made("of them members here", members)
    return set()


STEPS: dict[str, Callable[[Work, Batch], set[int]]] = {
    "user": _take_users,
    "account": accounts.take,
    "contact": contacts.take,
    "deal": deals.take,
    "stage": hanging.take_history,
    "deal-contact": hanging.take_parts,
}
