"""What the values of one column prove of the way the file writes dates and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from bowout.connectors.tabular import dates, money
from bowout.connectors.tabular.currency import doubtful
from bowout.connectors.tabular.dates import Order, numeric
from bowout.connectors.tabular.money import WORD
from bowout.connectors.tabular.number import SPACES, Mark

REMEMBERED = 20_000
"""Distinct values of a column kept in mind, so that memory stays flat."""


class Proof(NamedTuple):
    """A value, where it stands, and how many like it were met."""

    header: str
    line: int
    value: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.header}: {self.value}"


@dataclass
class Column:
    """Evidence of one column; looks at each distinct value once, more or less."""

    header: str
    index: int
    seen: set[str] = field(default_factory=set)
    proofs: dict[str, Proof] = field(default_factory=dict)
    """Order or decimal mark to the first value that proves it."""
    doubt: Proof | None = None
    """The first value that can be read two ways."""
    noted: dict[str, Proof] = field(default_factory=dict)
    """Other things worth saying: ``two-digit``, ``naive``, ``symbol``."""

    def see(self, value: str, line: int) -> None:
        """Look at a value unless it was looked at before."""
        if value not in self.seen:
            if len(self.seen) >= REMEMBERED:
                self.seen.clear()
            self.seen.add(value)
            self.look(Proof(self.header, line, value.strip()))

    def look(self, here: Proof) -> None:
        """Take what the value proves."""
        raise NotImplementedError

    def settled(self) -> str:
        """What the column proves by itself; empty where nothing does, or both."""
        return next(iter(self.proofs)) if len(self.proofs) == 1 else ""


class DateColumn(Column):
    """Proofs are orders."""

    def look(self, here: Proof) -> None:
        found = numeric(here.value)
        if found is None:
            return
        orders = found.orders
        if len(orders) == 1:
            self.proofs.setdefault(orders[0], here)
        elif orders and found.first != found.second and self.doubt is None:
            self.doubt = here
        if not dates.four_digit_year(here.value):
            self.noted.setdefault("two-digit", here)


class MoneyColumn(Column):
    """Proofs are decimal marks."""

    def look(self, here: Proof) -> None:
        found = money.evidence(here.value)
        if found is None:
            return
        if found.proves:
            self.proofs.setdefault(found.proves, here)
        elif found.value is None and self.doubt is None:
            self.doubt = here
        if any(map(doubtful, WORD.findall(here.value.translate(SPACES)))):
            self.noted.setdefault("symbol", here)


def pooled(columns: Iterable[Column]) -> str:
    """What all columns together prove; empty where they do not agree."""
    proved = {key for column in columns for key in column.proofs}
    return proved.pop() if len(proved) == 1 else ""


def order_of(column: Column, answer: Order, pool: str) -> Order:
    """The order to read a column in: the answer, its own proof, or what the rest of the file proves."""
    return answer or _either(column, pool)  # type: ignore[return-value]


def mark_of(column: Column, answer: Mark, pool: str) -> Mark:
    """The decimal mark to read a column with."""
    return answer or _either(column, pool)  # type: ignore[return-value]


def _either(column: Column, pool: str) -> str:
    return column.settled() if column.proofs else pool
