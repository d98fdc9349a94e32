"""Deals, with the account and the people that their rows name."""

from bowout.connectors.tabular import DealRecord
from bowout.desk.importing import merge
from bowout.desk.importing.accounts import Accounts
from bowout.desk.importing.people import connect
from bowout.desk.importing.rows import Batch
from bowout.desk.importing.shelf import Shelf
from bowout.desk.importing.work import Work
from bowout.store import importing
from bowout.store.models import Account, Deal

PLAIN = ("stage", "close_date", "created_on", "next_step", "description")
STATUS = ("status", "stage", "is_closed", "is_won", "is_lost")


class Deals(Shelf[Deal]):
    """The deals that a batch speaks of: those that are there, and those it makes."""

    def __init__(self, work: Work, records: list[DealRecord], homes: dict[int, Account]) -> None:
        ids = {record.external_id for record in records if record.external_id}
        super().__init__(work, importing.by_id(Deal, work.team, work.source, ids))
        rest = [record for record in records if record.external_id not in self._by_id]
        places, names = {homes[record.line].pk for record in rest}, {record.name for record in rest}
        only_bare = all(record.external_id for record in rest)
        called = importing.deals_called(work.team, work.source, places, names, only_bare) if rest else []
        self._by_name: dict[tuple[int, str], list[Deal]] = {}
        for row in called:
            self._by_name.setdefault((row.account_id, row.name), []).append(row)

    def find(self, record: DealRecord, account: int) -> Deal | None:
        """By id; else by account and name, where no other id speaks against it. It then gets the id."""
        return self._known(record.external_id, self._by_name.get((account, record.name), ()))

    def make(self, record: DealRecord, account: int) -> Deal:
        """A new deal, saved with the others."""
        key = record.external_id
        row = Deal(
            team=self._work.team,
            source=self._work.source,
            external_id=key or None,
            name=record.name or key,
            account_id=account,
        )
        if key:
            self._by_id[key] = row
        self._by_name.setdefault((row.account_id, row.name), []).append(row)
        self.new.append(row)
        return row


def take(work: Work, batch: Batch) -> set[int]:
    """Take in a batch of deals; returns the keys of deals that changed."""
    records = [record for record in batch.records if isinstance(record, DealRecord) and _fits(batch, record)]
    accounts = Accounts(work, ((record.account_external_id, record.account_name) for record in records))
    homes = {record.line: accounts.named(record.account_external_id, record.account_name) for record in records}
    accounts.save()
    work.report.made("accounts", len(accounts.new), (row.name for row in accounts.new))
    deals = Deals(work, records, homes)
    pairs = [(record, _take(work, deals, record, homes[record.line].pk, batch)) for record in records]
    deals.save()
    return {*deals.changed, *connect(work, [(record, row) for record, row in pairs if row is not None])}


def _take(work: Work, deals: Deals, record: DealRecord, home: int, batch: Batch) -> Deal | None:
    values = _values(work, record) | ({"account_id": home} if _has_account(record) else {})
    return deals.take(batch, record, deals.find(record, home), values, lambda: deals.make(record, home))


def _fits(batch: Batch, record: DealRecord) -> bool:
    values = {name: getattr(record, name) for name in ("external_id", "name", "stage", "owner_name", "amount")}
    if (wrong := merge.too_long(Deal, values)) is None:
        named = {"external_id": record.account_external_id, "name": record.account_name}
        found = merge.too_long(Account, named)
        wrong = (f"account_{found[0]}", *found[1:]) if found else None
    if wrong is not None:
        batch.refuse(record, *wrong)
    return wrong is None


def _has_account(record: DealRecord) -> bool:
    return bool(record.account_external_id or record.account_name)


def _values(work: Work, record: DealRecord) -> merge.Values:
    values: merge.Values = {name: getattr(record, name) for name in PLAIN if work.has(name)}
    if record.name:
        values["name"] = record.name
    if work.has("amount"):
        values["amount"] = merge.cents(record.amount)
    if record.currency:
        values["currency"] = record.currency
    if work.has(*STATUS):
        values["status"] = record.status
    owner, owner_name = work.owners.of(record)
    return values | ({"owner_id": owner, "owner_name": owner_name} if owner_name else {})
