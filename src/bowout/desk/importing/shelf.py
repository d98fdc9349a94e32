"""The rows of one kind that a batch speaks of: those that are there, those that change, those it makes."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from bowout.desk.importing import merge
from bowout.desk.importing.rows import Batch, Known
from bowout.desk.importing.work import Work
from bowout.store import importing
from bowout.store.models import Account, Contact, Deal

R = TypeVar("R", Account, Contact, Deal)
ALIKE = (
    "Another row of this file looks like the same {0}, and yet they differ.",
    "Give each row the id of its {0} in a column of its own, and bring in the whole file again.",
)


class Shelf(Generic[R]):
    """Rows by their id in the CRM, and what is to be written of them at the end of the batch."""

    def __init__(self, work: Work, by_id: dict[str, R]) -> None:
        self._work = work
        self._by_id: dict[str, R] = by_id
        self.new: list[R] = []
        self.changed: dict[int, R] = {}
        self.fields: set[str] = set()
        self._claimed: dict[int, int] = {}
        """As ``Work.claimed``, for rows that have no key yet: by their place in memory."""

    def take(self, batch: Batch, record: Known, row: R | None, values: merge.Values, make: Callable[[], R]) -> R | None:
        """Put a line's values into the row found for it, or into a new one, and count it; None when it is set aside."""
        counts = self._work.report.counts
        if row is None:
            row = make()
            merge.fill(row, values)
            counts.new += 1
            self._claim(batch, record, row)
            return row
        earlier = self._claim(batch, record, row)
        if earlier is not None and earlier != batch.mark(record):
            kind = self._work.mapping.kind
            batch.refuse(
                record, "external_id" if record.external_id else "name", *(text.format(kind) for text in ALIKE)
            )
            return None
        if record.line in batch.overtaken or (earlier is not None and not record.external_id):
            counts.repeated += 1
        elif self.change(row, values):
            counts.changed += 1
        else:
            counts.same += 1
        return row

    def change(self, row: R, values: merge.Values) -> set[str]:
        """Set what differs; it is saved with the others."""
        changed = merge.apply(row, values, self._work.report)
        if changed and row.pk:
            self.changed[row.pk] = row
            self.fields |= changed
        return changed

    def save(self) -> None:
        """Write them."""
        importing.add(self.new)
        self._work.claimed.update((row.pk, self._claimed[id(row)]) for row in self.new if id(row) in self._claimed)
        importing.save(list(self.changed.values()), merge.columns(self.fields))

    def _known(self, key: str, alike: Iterable[R]) -> R | None:
        """By id; else the first that is alike and that no other id speaks against. It then gets the id.

        Never one that another line of the file was found for: that is somebody else with the same name.
        """
        if key and key in self._by_id:
            return self._by_id[key]
        for row in alike:
            if not key:
                return row
            if row.external_id is None and self._mark_of(row) is None:
                self.change(row, {"source": self._work.source, "external_id": key})
                self._by_id[key] = row
                return row
        return None

    def _claim(self, batch: Batch, record: Known, row: R) -> int | None:
        """Note whose row it is; the mark of the line that it was before, if any."""
        if not batch.bare:
            return None
        earlier = self._mark_of(row)
        if earlier is None:
            claims, key = (self._work.claimed, row.pk) if row.pk else (self._claimed, id(row))
            claims[key] = batch.mark(record)
        return earlier

    def _mark_of(self, row: R) -> int | None:
        return self._work.claimed.get(row.pk) if row.pk else self._claimed.get(id(row))
