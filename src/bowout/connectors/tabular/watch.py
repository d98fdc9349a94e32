"""What is worth saying about a file as a whole: ids that come twice, deals without account, how dates are read."""

from collections.abc import Iterator

from bowout.connectors.tabular import flags
from bowout.connectors.tabular.evidence import Column
from bowout.connectors.tabular.fields import FIELDS
from bowout.connectors.tabular.flags import Status
from bowout.connectors.tabular.mapping import Mapping
from bowout.connectors.tabular.read import Table
from bowout.connectors.tabular.survey import Survey

MOST_IDS = 1_000_000
MOST_STAGES = 200
SPOKEN = {"dmy": "day first", "mdy": "month first", ".": "with a decimal point", ",": "with a decimal comma"}


class Watcher:
    """Sees every sound row once and keeps only counts, ids and stages."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        self._table, self._mapping = table, mapping
        self._id = self._places("external_id")
        self._account = self._places("account_name", "account_external_id") if mapping.kind == "deal" else ()
        self._stage = self._places("stage", "status") if mapping.kind == "deal" else ()
        self._deleted = self._places("deleted")
        self._ids: set[int] = set()
        self._twice: dict[str, int] = {}
        self._stages: dict[str, int] = {}
        self._flags = {field: self._places(field)[:1] for field in ("is_won", "is_lost", "is_closed")}
        self._told: dict[str, Status] = {}
        """What the CRM's own flags say of a stage, where it has any."""
        self._counts = {"twice": 0, "no account": 0, "deleted": 0}

    def _places(self, *fields: str) -> tuple[int, ...]:
        names = [name for field in fields for name in self._mapping.columns.get(field, ())]
        return tuple(self._table.header.index(name) for name in names if name in self._table.header)

    def see(self, line: int, cells: list[str]) -> None:
        """Take note of one row."""
        if self._deleted and cells[self._deleted[0]].strip().casefold() in flags.YES:
            self._counts["deleted"] += 1
            return
        if self._id and (external_id := cells[self._id[0]]):
            self._see_id(external_id.strip(), line)
        if self._account and not any(cells[place] for place in self._account):
            self._counts["no account"] += 1
        for place in self._stage[:1]:
            if (stage := cells[place].strip()) and len(self._stages) < MOST_STAGES:
                if stage not in self._stages:
                    self._see_flags(stage, cells)
                self._stages[stage] = self._stages.get(stage, 0) + 1

    def _see_flags(self, stage: str, cells: list[str]) -> None:
        said = {
            field: [cells[place].strip().casefold() in flags.YES for place in at] for field, at in self._flags.items()
        }
        if any(said["is_won"]) or any(said["is_lost"]):
            self._told[stage] = "won" if any(said["is_won"]) else "lost"
        elif said["is_closed"] and (said["is_won"] or not said["is_closed"][0]):
            self._told[stage] = "lost" if said["is_closed"][0] else "open"

    def _see_id(self, external_id: str, line: int) -> None:
        key = hash(external_id)
        if key in self._ids:
            self._counts["twice"] += 1
            if len(self._twice) < 3:
                self._twice.setdefault(external_id, line)
        elif len(self._ids) < MOST_IDS:
            self._ids.add(key)

    def stages(self) -> dict[str, Status]:
        """Every stage, the commonest first, and what it is taken for."""
        common = sorted(self._stages, key=lambda stage: -self._stages[stage])
        said = {**self._told, **self._mapping.stages}
        return {stage: said.get(stage) or flags.status(stage) or "open" for stage in common}

    def warnings(self, surveyed: Survey) -> Iterator[str]:
        """What to look at before the file is taken in."""
        if self._twice:
            where = ", ".join(f"{key} in line {line}" for key, line in self._twice.items())
            yield f"{_rows(self._counts['twice'])} with an id that came before ({where}): the last one counts."
        if self._counts["no account"]:
            yield f"{_rows(self._counts['no account'])} with a deal that has no account."
        if self._counts["deleted"]:
            yield f"{_rows(self._counts['deleted'])} deleted in the CRM: left out."
        if surveyed.broken:
            yield f"{_rows(surveyed.broken)} broken as a row: see the error file."
        missing = [name for names in self._mapping.columns.values() for name in names if name not in self._table.header]
        if missing:
            yield f"The mapping names columns that are not in the file: {', '.join(missing)}."
        yield from self._contradictions(surveyed)

    def _contradictions(self, surveyed: Survey) -> Iterator[str]:
        for column in (*surveyed.dates, *surveyed.sums):
            answer = self._mapping.date_order if column in surveyed.dates else self._mapping.decimal
            for key, proof in column.proofs.items():
                if answer and key != answer and self._is_mapped(column):
                    yield f"{proof} can only be read {SPOKEN[key]}, but the answer was {SPOKEN.get(answer, answer)}."
        for column in surveyed.sums:
            if not self._mapping.currency and (symbol := column.noted.get("symbol")) is not None:
                yield f"{symbol}: the sign stands for several currencies; name yours if the one shown is wrong."

    def notes(self, surveyed: Survey) -> Iterator[str]:
        """How dates and numbers are read, and what proves it."""
        for column in (*surveyed.dates, *surveyed.sums):
            settled = surveyed.orders.get(column.header) or surveyed.marks.get(column.header) or ""
            if self._is_mapped(column) and settled in SPOKEN and (column.doubt or column.proofs):
                proof = _proof(column, settled, surveyed)
                yield f"{column.header} is read {SPOKEN[settled]}" + (f" ({proof})." if proof else ", as you said.")
        if any("two-digit" in column.noted for column in surveyed.dates if self._is_mapped(column)):
            yield "Years of two digits: 00 to 79 are 2000 to 2079, 80 to 99 are 1980 to 1999."
        if self._has_times():
            yield f"Times without a zone are taken as {self._mapping.zone} time."

    def _is_mapped(self, column: Column) -> bool:
        return any(column.header in names for names in self._mapping.columns.values())

    def _has_times(self) -> bool:
        fields = FIELDS[self._mapping.kind]
        return any(fields[field].reading == "time" for field in self._mapping.columns)


def _proof(column: Column, settled: str, surveyed: Survey) -> str:
    """The value that settles it: in the column itself, else anywhere in the file."""
    others = (*surveyed.dates, *surveyed.sums)
    return str(next((each.proofs[settled] for each in (column, *others) if settled in each.proofs), ""))


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
