"""What the invented companies and deals are told with. Days are counted from today."""

import unicodedata

from msgspec import Struct


class Person(Struct, frozen=True):
    """Somebody at a company; ``role`` is the part they have in its deals."""

    name: str
    title: str
    role: str
    phone: str = ""

    def email(self, domain: str) -> str:
        """``first.last@domain`` without accents."""
        plain = unicodedata.normalize("NFKD", self.name.replace("ø", "o").replace("ł", "l"))
        first, *_, last = plain.encode("ascii", "ignore").decode().lower().replace("'", "").split()
        return f"{first}.{last}@{domain}"


class Company(Struct, frozen=True):
    """A customer; ``domain`` ends in ``.example``, so that no mail of the demo can reach anybody."""

    key: str
    name: str
    country: str
    zone: str
    language: str
    people: tuple[Person, ...]
    phone: str = ""

    @property
    def domain(self) -> str:
        """Where their pages and mailboxes are."""
        return f"{self.key}.example"


class Dated(Struct, frozen=True):
    """A calendar entry so many working days from today, on the customer's clock."""

    kind: str
    days: int
    clock: str
    title: str


class Opportunity(Struct, frozen=True):
    """A deal as the CRM has it. ``opened`` and ``closes`` are days before and after today."""

    number: str
    company: str
    owner: str
    name: str
    amount: int
    currency: str
    stage: str
    opened: int
    closes: int
    status: str = "open"
    regime: str = "open"
    regime_until: int | None = None
    """Days from today of the last day of a no-contact period."""
    regime_source: str = ""
    calendar: tuple[Dated, ...] = ()
    description: str = ""
    next_step: str = ""
