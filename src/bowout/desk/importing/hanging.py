"""What hangs on deals: their stage history, and who takes part."""

from collections.abc import Iterable
from datetime import datetime

from bowout.connectors.tabular import DealContactRecord, StageRecord
from bowout.desk.importing import merge
from bowout.desk.importing.rows import Batch
from bowout.desk.importing.work import Work
from bowout.store import importing
from bowout.store.models import Contact, Deal, DealContact, StageChange

FIRST = "Bring in the file with the {0}s as well; then import this row again."
TWICE = "Several deals have this name.", "Add a column with the id of the deal."


def take_history(work: Work, batch: Batch) -> set[int]:
    """Take in a batch of stage history; it moves nothing that is due."""
    records = [record for record in batch.records if isinstance(record, StageRecord)]
    by_id = importing.keys(Deal, work.team, work.source, {r.deal_external_id for r in records if r.deal_external_id})
    by_name = importing.deals_by_name(work.team, work.source, {r.deal_name for r in records if not r.deal_external_id})
    placed = [(r, by_id.get(r.deal_external_id) if r.deal_external_id else by_name.get(r.deal_name)) for r in records]
    steps = _Steps(deal for _, deal in placed if deal)
    for record, deal in placed:
        if deal is None:
            key = record.deal_external_id
            several = not key and record.deal_name in by_name
            batch.refuse(record, "deal_external_id" if key else "deal_name", *(TWICE if several else _no("deal", key)))
        elif wrong := merge.too_long(StageChange, _step(record)):
            batch.refuse(record, *wrong)
        else:
            _take_step(work, steps, record, deal, record.line in batch.overtaken)
    steps.save()
    return set()


class _Steps:
    """The history of a batch's deals, by the CRM's id, or by moment and stage."""

    def __init__(self, deals: Iterable[int]) -> None:
        self._by_id: dict[tuple[int, str], StageChange] = {}
        self._by_at: dict[tuple[int, datetime, str], StageChange] = {}
        for row in importing.history(deals):
            self.index(row)
        self.new: list[StageChange] = []
        self.changed: dict[int, StageChange] = {}

    def index(self, row: StageChange) -> None:
        if row.external_id:
            self._by_id[row.deal_id, row.external_id] = row
        self._by_at[row.deal_id, row.at, row.stage] = row

    def find(self, record: StageRecord, deal: int) -> StageChange | None:
        if record.external_id:
            return self._by_id.get((deal, record.external_id))
        return self._by_at.get((deal, record.at, record.stage))

    def save(self) -> None:
        importing.add(self.new)
        importing.save(list(self.changed.values()), ["at", "stage", "amount", "close_date"])


def _take_step(work: Work, steps: _Steps, record: StageRecord, deal: int, overtaken: bool) -> None:
    counts, row, values = work.report.counts, steps.find(record, deal), _step(record)
    values.pop("external_id")
    if row is None:
        row = StageChange(deal_id=deal, external_id=record.external_id or None, **values)
        steps.new.append(row)
        steps.index(row)
        counts.new += 1
    elif overtaken:
        counts.repeated += 1
    elif all(getattr(row, field) == value for field, value in values.items()):
        counts.same += 1
    else:
        for field, value in values.items():
            setattr(row, field, value)
        if row.pk:
            steps.changed[row.pk] = row
        counts.changed += 1


def _step(record: StageRecord) -> merge.Values:
    return {
        "external_id": record.external_id,
        "at": record.at,
        "stage": record.stage,
        "amount": merge.cents(record.amount),
        "close_date": record.close_date,
    }


def take_parts(work: Work, batch: Batch) -> set[int]:
    """Take in who has which part in which deal; returns the keys of deals that this moves."""
    records = [record for record in batch.records if isinstance(record, DealContactRecord)]
    deals = importing.keys(Deal, work.team, work.source, {record.deal_external_id for record in records})
    people = importing.keys(Contact, work.team, work.source, {record.contact_external_id for record in records})
    there, out = importing.parts(deals.values()), importing.taken_out(deals.values())
    new: dict[tuple[int, int], DealContact] = {}
    named: list[DealContact] = []
    for record in records:
        deal, person = deals.get(record.deal_external_id), people.get(record.contact_external_id)
        if deal is None or person is None:
            what, key = ("deal", record.deal_external_id) if deal is None else ("contact", record.contact_external_id)
            batch.refuse(record, f"{what}_external_id", *_no(what, key))
        elif wrong := merge.too_long(DealContact, {"role": record.role}):
            batch.refuse(record, *wrong)
        elif (deal, person) in out:
            work.report.counts.kept += 1
            work.report.counts.same += 1
        else:
            _take_part(work, there | new, new, named, DealContact(deal_id=deal, contact_id=person, role=record.role))
    importing.add(list(new.values()))
    importing.save(named, ["role"])
    return {row.deal_id for row in (*new.values(), *named)}


def _take_part(
    work: Work,
    there: dict[tuple[int, int], DealContact],
    new: dict[tuple[int, int], DealContact],
    named: list[DealContact],
    part: DealContact,
) -> None:
    counts, row = work.report.counts, there.get((part.deal_id, part.contact_id))
    if row is None:
        new[part.deal_id, part.contact_id] = part
        counts.new += 1
    elif part.role and not row.role:
        row.role = part.role
        if row.pk:
            named.append(row)
        counts.changed += 1
    else:
        counts.same += 1


def _no(what: str, key: str) -> tuple[str, str]:
    says = f"There is no {what} with the id {key}." if key else f"There is no {what} with this name."
    return says, FIRST.format(what)
