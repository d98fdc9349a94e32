"""What comes out of a table: one frozen record per row, in our words, whichever CRM it came from (M12)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from bowout.connectors.tabular.flags import Status

Kind = Literal["deal", "account", "contact", "stage", "deal-contact", "user"]


class AccountRecord(Struct, frozen=True, kw_only=True):
    """A company. ``country`` and ``state`` are as written, not yet codes."""

    line: int
    external_id: str = ""
    name: str = ""
    country: str = ""
    state: str = ""
    city: str = ""
    phone: str = ""
    website: str = ""
    industry: str = ""
    owner_name: str = ""


class ContactRecord(Struct, frozen=True, kw_only=True):
    """A person at an account."""

    line: int
    external_id: str = ""
    first_name: str = ""
    last_name: str = ""
    name: str = ""
    """Full name; put together from the two parts where the file has only these."""
    title: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    account_external_id: str = ""
    account_name: str = ""


class DealRecord(Struct, frozen=True, kw_only=True):
    """An opportunity. Contacts stand in three tuples of their own lengths: a file may give names, emails or ids."""

    line: int
    external_id: str = ""
    name: str = ""
    account_external_id: str = ""
    account_name: str = ""
    owner_external_id: str = ""
    owner_name: str = ""
    owner_email: str = ""
    stage: str = ""
    status: Status = "open"
    amount: Decimal | None = None
    currency: str = ""
    """ISO 4217; empty where the file does not say."""
    close_date: date | None = None
    created_on: date | None = None
    probability: Decimal | None = None
    """Percent, 0 to 100."""
    next_step: str = ""
    description: str = ""
    contact_names: tuple[str, ...] = ()
    contact_emails: tuple[str, ...] = ()
    contact_external_ids: tuple[str, ...] = ()


class StageRecord(Struct, frozen=True, kw_only=True):
    """One step in a deal's history: from ``at`` on it stood at ``stage``."""

    line: int
    at: datetime
    """Aware."""
    stage: str
    external_id: str = ""
    deal_external_id: str = ""
    deal_name: str = ""
    amount: Decimal | None = None
    currency: str = ""
    close_date: date | None = None
    probability: Decimal | None = None


class DealContactRecord(Struct, frozen=True, kw_only=True):
    """Who takes part in a deal, and as what."""

    line: int
    deal_external_id: str
    contact_external_id: str
    external_id: str = ""
    role: str = ""
    primary: bool = False


class UserRecord(Struct, frozen=True, kw_only=True):
    """A colleague in the CRM: turns an owner's id into a name and an email."""

    line: int
    external_id: str = ""
    name: str = ""
    email: str = ""
    active: bool = True


Record = AccountRecord | ContactRecord | DealRecord | StageRecord | DealContactRecord | UserRecord

RECORDS: dict[Kind, type[Record]] = {
    "deal": DealRecord,
    "account": AccountRecord,
    "contact": ContactRecord,
    "stage": StageRecord,
    "deal-contact": DealContactRecord,
    "user": UserRecord,
}
