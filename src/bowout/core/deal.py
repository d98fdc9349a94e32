"""A deal, its people and its calendar, as the CRM and the team tell them."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from msgspec import Struct

EntryKind = Literal["meeting", "demo", "submission", "decision"]
Regime = Literal["open", "no-contact"]


class Contact(Struct, frozen=True):
    """A person at the customer. ``key`` names them in events, so that forgetting them keeps the log."""

    key: str
    name: str
    role: str = ""
    phone: str = ""
    email: str = ""
    zone: str = ""
    """IANA zone of somebody who sits elsewhere than the deal says, or of whom alone we know it; empty: as the deal."""
    country: str = ""
    region: str = ""
    language: str = ""
    """Code of the language of somebody who speaks another than the account; empty: as the account."""


class CalendarEntry(Struct, frozen=True):
    """Something the customer expects of us, or decides, at a moment."""

    kind: EntryKind
    at: datetime
    title: str = ""


class NoContact(Struct, frozen=True):
    """A no-contact period: whom alone one may write to, on which days where the customer is, and who says so."""

    first: date | None = None
    """None: it has begun."""
    last: date | None = None
    """The last day of it; None: nobody has said yet when it ends."""
    officer: str = ""
    """Key of the contact named for it; empty: whoever's role says so."""
    source: str = ""
    """Where the rule stands, e.g. the section of the tender documents."""

    def covers(self, day: date) -> bool:
        """True on the days of the period."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def turns(self) -> tuple[date, ...]:
        """The days from which another rule holds than the day before."""
        over = self.last + timedelta(days=1) if self.last else None
        return tuple(day for day in (self.first, over) if day)


class Deal(Struct, frozen=True):
    """One opportunity, with all that the guards need to know of it."""

    name: str
    amount: Decimal | None = None
    currency: str = ""
    zone: str = "UTC"
    """IANA zone of the customer."""
    zone_known: bool = True
    """False when nobody has said where the customer is and ``zone`` is our own."""
    country: str = ""
    """ISO 3166 code; empty means weekends are known and public holidays are not."""
    region: str = ""
    """Part of the country with public holidays of its own, e.g. BY in DE."""
    regime: Regime = "open"
    """``no-contact``: only the procurement officer may be addressed, and only in writing (M6)."""
    no_contact: NoContact = NoContact()
    """What is known of that period; without meaning in an open deal."""
    submitted: bool = False
    """True when our bid is in and binds us."""
    withdraw_until: date | None = None
    """The last day on which the procedure lets a bid be withdrawn; None: nobody has said."""
    binding_until: date | None = None
    """The last day on which our bid binds us; None: nobody has said."""
    contacts: tuple[Contact, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()

    def bid_is_in(self, today: date) -> bool:
        """True while a bid of ours binds us."""
        return self.submitted and not (self.binding_until and self.binding_until < today)

    def bid_may_go(self, today: date) -> bool:
        """True while the procedure lets it be withdrawn; False where nobody has said."""
        return self.withdraw_until is not None and today <= self.withdraw_until

    def contact(self, key: str) -> Contact | None:
        """The contact with that key, or None."""
        return next((contact for contact in self.contacts if contact.key == key), None)

    def ahead(self, at: datetime, *kinds: EntryKind) -> list[CalendarEntry]:
        """Calendar entries of those kinds at ``at`` or later, soonest first."""
        coming = (entry for entry in self.calendar if entry.kind in kinds and entry.at >= at)
        return sorted(coming, key=lambda entry: entry.at)
