"""People at accounts: from files of their own, and those that deals name."""

from collections.abc import Iterable
from functools import partial

from bowout.connectors.tabular import ContactRecord
from bowout.desk.importing import merge
from bowout.desk.importing.accounts import Accounts
from bowout.desk.importing.rows import Batch
from bowout.desk.importing.shelf import Shelf
from bowout.desk.importing.work import Work
from bowout.store import importing
from bowout.store.models import Account, Contact

Person = tuple[str, str, str, int | None]
"""(id in the CRM, name, email, account's key), any of them possibly empty."""


class Contacts(Shelf[Contact]):
    """The contacts that a batch speaks of: those that are there, and those it makes."""

    def __init__(self, work: Work, people: Iterable[Person]) -> None:
        wanted = set(people)
        super().__init__(work, importing.by_id(Contact, work.team, work.source, {key for key, *_ in wanted if key}))
        rest = [person for person in wanted if person[0] not in self._by_id]
        self._by_mail: dict[str, list[Contact]] = {}
        self._by_name: dict[tuple[str, int | None], list[Contact]] = {}
        for row in self._like(rest) if rest else []:
            self._index(row)

    def _like(self, rest: list[Person]) -> list[Contact]:
        mails, names = {mail for _, _, mail, _ in rest if mail}, {name for _, name, _, _ in rest if name}
        accounts = {account for *_, account in rest if account}
        return importing.contacts_like(self._work.team, self._work.source, mails, names, accounts)

    def _index(self, row: Contact) -> None:
        if row.email:
            self._by_mail.setdefault(row.email.casefold(), []).append(row)
        self._by_name.setdefault((row.name, row.account_id), []).append(row)

    def find(self, key: str, name: str, email: str, account: int | None) -> Contact | None:
        """By id, else by address, else by name at the account, where no other id speaks against it."""
        mailed = self._by_mail.get(email.casefold(), []) if email else []
        named = self._by_name.get((name, account), []) if name and account else []
        fits = (row for row in named if not (email and row.email and row.email != email))
        return self._known(key, (*mailed, *fits))

    def make(self, key: str, name: str, email: str, account: int | None) -> Contact:
        """A new contact, saved with the others."""
        row = Contact(
            team=self._work.team,
            source=self._work.source,
            external_id=key or None,
            name=name or email or key,
            email=email,
            account_id=account,
        )
        self._index(row)
        if key:
            self._by_id[key] = row
        self.new.append(row)
        return row


def take(work: Work, batch: Batch) -> set[int]:
    """Take in a batch of contacts; returns the keys of deals that this may move."""
    records = [record for record in batch.records if isinstance(record, ContactRecord)]
    homes = _homes(work, records)
    contacts = Contacts(
        work, ((record.external_id, record.name, record.email, _pk(homes, record)) for record in records)
    )
    for record in records:
        values = _values(work, record, _pk(homes, record))
        if (wrong := merge.too_long(Contact, {**values, "external_id": record.external_id})) is not None:
            batch.refuse(record, *wrong)
        else:
            who = record.external_id, record.name, record.email, values.get("account_id")
            contacts.take(batch, record, contacts.find(*who), values, partial(contacts.make, *who))
    contacts.save()
    return set(importing.deals_touched_by(contacts=contacts.changed)) if contacts.changed else set()


def _homes(work: Work, records: list[ContactRecord]) -> dict[tuple[str, str], Account]:
    """The accounts that the file names, made where only their name is known."""
    named = {_named(record) for record in records} - {("", "")}
    accounts = Accounts(work, named)
    homes = {}
    for key, name in sorted(named):
        found = accounts.find(key, name) or (accounts.make(key, name) if name else None)
        if found is not None:
            homes[key, name] = found
    accounts.save()
    work.report.made("accounts", len(accounts.new), (row.name for row in accounts.new))
    return homes


def _named(record: ContactRecord) -> tuple[str, str]:
    return record.account_external_id, record.account_name


def _pk(homes: dict[tuple[str, str], Account], record: ContactRecord) -> int | None:
    home = homes.get(_named(record))
    return home.pk if home else None


def _values(work: Work, record: ContactRecord, account: int | None) -> merge.Values:
    values: merge.Values = {name: getattr(record, name) for name in ("title", "email") if work.has(name)}
    if work.has("phone", "mobile"):
        values["phone"] = record.phone or record.mobile
    if record.name:
        values["name"] = record.name
    return values | ({"account_id": account} if account else {})
