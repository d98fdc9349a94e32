"""What would come in, before anything does: the first rows, what we must ask, what to look at (M12)."""

from itertools import islice

from msgspec import Struct

from bowout.connectors.tabular.errors import Problem, Unreadable
from bowout.connectors.tabular.flags import Status
from bowout.connectors.tabular.guess import Proposal, propose
from bowout.connectors.tabular.mapping import Mapping
from bowout.connectors.tabular.parse import read
from bowout.connectors.tabular.questions import Question, questions
from bowout.connectors.tabular.read import Table
from bowout.connectors.tabular.records import Record
from bowout.connectors.tabular.survey import Survey, survey
from bowout.connectors.tabular.watch import Watcher


class Preview(Struct, frozen=True):
    """A file as it would be read with this mapping."""

    proposal: Proposal
    mapping: Mapping
    records: tuple[Record, ...]
    """The first rows."""
    problems: tuple[Problem, ...]
    """What is wrong with rows among these; the whole list is in the error file."""
    questions: tuple[Question, ...]
    """Empty when the file can be read."""
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    """How dates and numbers are read, and the line that proves it."""
    stages: dict[str, Status]
    """Every stage in the file and what it is taken for; ``Mapping.stages`` corrects it."""
    rows: int
    survey: Survey | None = None
    """Hand it to ``read`` to save a pass; None where there is nothing to read."""


def preview(table: Table, mapping: Mapping | None = None, n: int = 20) -> Preview:
    """The first ``n`` rows read with ``mapping`` (without one: as proposed), and what to ask. Reads the whole file."""
    proposal = propose(table)
    mapping = mapping or proposal.mapping
    if proposal.aside and mapping == proposal.mapping:
        return Preview(proposal, mapping, (), (), (), (proposal.aside,), (), {}, sum(1 for _ in table.rows))
    watcher = Watcher(table, mapping)
    surveyed = survey(table, mapping, watcher.see)
    asked = questions(table, mapping, surveyed)
    first = _first(table, mapping, surveyed, n)
    records = tuple(item for item in first if not isinstance(item, Problem))
    return Preview(
        proposal=proposal,
        mapping=mapping,
        records=records,
        problems=tuple(item for item in first if isinstance(item, Problem)),
        questions=asked,
        warnings=tuple(watcher.warnings(surveyed)),
        notes=tuple(watcher.notes(surveyed)),
        stages=watcher.stages(),
        rows=surveyed.rows,
        survey=surveyed,
    )


def _first(table: Table, mapping: Mapping, surveyed: Survey, n: int) -> list[Record | Problem]:
    try:
        return list(islice(read(table, mapping, surveyed), n))
    except Unreadable:  # a required column is missing: the questions say so
        return []
