"""The rows of one kind that a batch speaks of: those that are there, those that change, those it makes."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from bowout.desk.importing import merge
from bowout.desk.importing.work import Work
from bowout.store import importing
from bowout.store.models import Account, Contact, Deal

R = TypeVar("R", Account, Contact, Deal)


class Shelf(Generic[R]):
    """Rows by their id in the CRM, and what is to be written of them at the end of the batch."""

    def __init__(self, work: Work, by_id: dict[str, R]) -> None:
        self._work = work
        self._by_id: dict[str, R] = by_id
        self.new: list[R] = []
        self.changed: dict[int, R] = {}
        self.fields: set[str] = set()

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
        importing.save(list(self.changed.values()), merge.columns(self.fields))

    def _known(self, key: str, alike: Iterable[R]) -> R | None:
        """By id; else the first that is alike and that no other id speaks against. It then gets the id."""
        if key and key in self._by_id:
            return self._by_id[key]
        for row in alike:
            if not key:
                return row
            if row.external_id is None:
                self.change(row, {"source": self._work.source, "external_id": key})
                self._by_id[key] = row
                return row
        return None
