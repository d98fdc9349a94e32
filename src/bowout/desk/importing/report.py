"""What an import did, or would do: counts, and a few of the changes to look at."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from msgspec import Struct

MOST_CHANGES = 12
MOST_NAMES = 3


class Change(Struct, frozen=True):
    """A field that a file changes: what it is called there, and what it was."""

    name: str
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.name}: {self.field.replace('_', ' ')} {self.old or 'empty'} → {self.new or 'empty'}"


class Counts(Struct):
    """Rows by what became of them; ``kept`` counts values left alone because people wrote them here."""

    new: int = 0
    changed: int = 0
    same: int = 0
    aside: int = 0
    repeated: int = 0
    kept: int = 0


class FileReport(Struct):
    """What became of one file."""

    name: str
    title: str
    kind: str
    counts: Counts
    changes: list[Change]
    also_new: dict[str, int]
    """What came into being beside the rows themselves: accounts that deals name, contacts, parts."""
    notes: list[str] = []
    also_named: dict[str, list[str]] = {}
    """The names of the first few of these."""

    def changed(self, name: str, field: str, old: Any, new: Any) -> None:
        """Remember a change, as long as there is room for more."""
        if len(self.changes) < MOST_CHANGES:
            self.changes.append(Change(name, field, spoken(old), spoken(new)))

    def made(self, what: str, number: int, names: Iterable[str] = ()) -> None:
        """Count things that came into being on the way, and remember what the first of them are called."""
        if number:
            self.also_new[what] = self.also_new.get(what, 0) + number
            known = self.also_named.get(what, [])
            self.also_named[what] = [*known, *map(spoken, islice(names, MOST_NAMES - len(known)))]


def spoken(value: Any) -> str:
    """A value as people read it, not too long."""
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
