"""One pass over the file before it is read: in which order dates are written, which mark decimals follow.

Where nothing in the whole file proves it, that is a question to a person, never a guess (M12).
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from bowout.connectors.tabular import evidence
from bowout.connectors.tabular.dates import Order, numeric
from bowout.connectors.tabular.evidence import Column, DateColumn, MoneyColumn, Proof
from bowout.connectors.tabular.fields import FIELDS
from bowout.connectors.tabular.mapping import Mapping
from bowout.connectors.tabular.number import Mark
from bowout.connectors.tabular.read import Table

Watch = Callable[[int, list[str]], None]
AnyColumn = TypeVar("AnyColumn", bound=Column)


class Survey(Struct, frozen=True):
    """How each column is to be read, and what proves it."""

    orders: dict[str, Order]
    """Header to order; empty where a person has to say."""
    marks: dict[str, Mark]
    dates: tuple[DateColumn, ...]
    sums: tuple[MoneyColumn, ...]
    rows: int
    broken: int
    """Rows that are broken as rows."""


def survey(table: Table, mapping: Mapping, watch: Watch | None = None) -> Survey:
    """Look through all rows once. ``watch`` sees every sound row. Raises Unreadable."""
    dates = _columns(table, _date_headers(table, mapping), DateColumn)
    sums = _columns(table, headers_read_as(mapping, "money", "percent", "fraction"), MoneyColumn)
    looks = [(column.index, column.seen, column.see) for column in (*dates, *sums)]
    rows = broken = 0
    for line, cells, fault in table.rows:
        rows += 1
        if fault is not None:
            broken += 1
            continue
        for index, seen, see in looks:
            if (value := cells[index]) and value not in seen:
                see(value, line)
        if watch is not None:
            watch(line, cells)
    order, mark = evidence.pooled(dates), evidence.pooled(sums)
    return Survey(
        orders={column.header: evidence.order_of(column, mapping.date_order, order) for column in dates},
        marks={column.header: evidence.mark_of(column, mapping.decimal, mark) for column in sums},
        dates=dates,
        sums=sums,
        rows=rows,
        broken=broken,
    )


def headers_read_as(mapping: Mapping, *readings: str) -> list[str]:
    """Headers of the mapped columns that are read in one of these ways."""
    fields = FIELDS[mapping.kind]
    return [
        header for field, headers in mapping.columns.items() if fields[field].reading in readings for header in headers
    ]


def doubts(columns: Iterable[Column], settled: dict[str, Order] | dict[str, Mark]) -> list[Proof]:
    """The values that need an answer."""
    return [column.doubt for column in columns if column.doubt is not None and not settled[column.header]]


def _columns(table: Table, headers: Iterable[str], kind: type[AnyColumn]) -> tuple[AnyColumn, ...]:
    places = {name: place for place, name in enumerate(table.header)}
    return tuple(kind(name, places[name]) for name in dict.fromkeys(headers) if name in places)


def _date_headers(table: Table, mapping: Mapping) -> list[str]:
    """Mapped date columns, and any other that holds dates: they were written by the same hand."""
    found = headers_read_as(mapping, "date", "time")
    for place, name in enumerate(table.header):
        values = [cells[place] for cells in table.sample if cells[place]][:5]
        if name not in found and values and all(numeric(value) is not None for value in values):
            found.append(name)
    return found
