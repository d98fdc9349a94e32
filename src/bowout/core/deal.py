"""A deal, its people and its calendar, as the CRM and the team tell them."""

from datetime import datetime
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


class CalendarEntry(Struct, frozen=True):
    """Something the customer expects of us, or decides, at a moment."""

    kind: EntryKind
    at: datetime
    title: str = ""


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
    submitted: bool = False
    """True when our bid is in and binds us."""
    contacts: tuple[Contact, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()

    def contact(self, key: str) -> Contact | None:
        """The contact with that key, or None."""
        return next((contact for contact in self.contacts if contact.key == key), None)

    def ahead(self, at: datetime, *kinds: EntryKind) -> list[CalendarEntry]:
        """Calendar entries of those kinds at ``at`` or later, soonest first."""
        coming = (entry for entry in self.calendar if entry.kind in kinds and entry.at >= at)
        return sorted(coming, key=lambda entry: entry.at)
