"""Accounts: from files of their own, and those that deals and contacts name."""

from collections.abc import Iterable
from functools import partial

from bowout.connectors.tabular import AccountRecord
from bowout.core.hours import region_code
from bowout.desk.importing import merge
from bowout.desk.importing.rows import Batch
from bowout.desk.importing.shelf import Shelf
from bowout.desk.importing.work import Work
from bowout.desk.where import where
from bowout.store import importing
from bowout.store.models import Account

NOBODY = "No account named"
"""The account of deals for which the CRM names none; a deal needs one here."""
Named = tuple[str, str]
"""(id in the CRM, name), either of them possibly empty."""


class Accounts(Shelf[Account]):
    """The accounts that a batch speaks of: those that are there, and those it makes."""

    def __init__(self, work: Work, named: Iterable[Named]) -> None:
        pairs = {(key, name if key or name else NOBODY) for key, name in named}
        super().__init__(work, importing.by_id(Account, work.team, work.source, {key for key, _ in pairs if key}))
        self._by_name: dict[str, list[Account]] = {}
        names = {name for key, name in pairs if name and key not in self._by_id}
        for row in importing.accounts_called(work.team, work.source, names) if names else []:
            self._by_name.setdefault(row.name, []).append(row)

    def find(self, key: str, name: str) -> Account | None:
        """By id; else by name, where no other id speaks against it. It then gets the id."""
        return self._known(key, self._by_name.get(name, ()))

    def make(self, key: str, name: str) -> Account:
        """A new account, saved with the others."""
        row = Account(
            team=self._work.team, source=self._work.source, external_id=key or None, name=name or f"Account {key}"
        )
        self._by_name.setdefault(row.name, []).append(row)
        if key:
            self._by_id[key] = row
        self.new.append(row)
        return row

    def named(self, key: str, name: str) -> Account:
        """The account that a deal or a contact names; a new one where there is none."""
        name = name if key or name else NOBODY
        return self.find(key, name) or self.make(key, name)


def take(work: Work, batch: Batch) -> set[int]:
    """Take in a batch of accounts; returns the keys of deals that this may move."""
    records = [record for record in batch.records if isinstance(record, AccountRecord)]
    accounts = Accounts(work, ((record.external_id, record.name) for record in records))
    for record in records:
        values = _values(work, record)
        if (wrong := merge.too_long(Account, {**values, "external_id": record.external_id})) is not None:
            batch.refuse(record, *wrong)
        else:
            row = accounts.find(record.external_id, record.name)
            values = values if row is None else _placed(row, values)
            accounts.take(batch, record, row, values, partial(accounts.make, record.external_id, record.name))
    accounts.save()
    return set(importing.deals_touched_by(accounts=accounts.changed)) if accounts.changed else set()


def _values(work: Work, record: AccountRecord) -> merge.Values:
    values: merge.Values = {name: getattr(record, name) for name in ("phone", "website") if work.has(name)}
    if record.name:
        values["name"] = record.name
    country, zone = where(record.country, record.state, record.phone, work.team.country)
    told = {"country": country, "zone": zone, "region": region_code(country, record.state)}
    return values | {name: value for name, value in told.items() if value}


def _placed(row: Account, values: merge.Values) -> merge.Values:
    """Without region and zone where people here put the account in another country."""
    elsewhere = "country" in row.kept and values.get("country", row.country) != row.country
    return {name: value for name, value in values.items() if not (elsewhere and name in {"region", "zone"})}
