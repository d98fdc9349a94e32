"""Where an account seems to be, as far as its country and phone numbers tell; people confirm it."""

from collections.abc import Iterable

from msgspec import Struct

from bowout.desk.where import where, zones_of
from bowout.store.models import Account


class Place(Struct, frozen=True):
    """Where an account seems to be, and what says so. ``country`` or ``zone`` may be empty.

    ``zones`` are those to choose from: the country is known, and its clocks differ.
    """

    country: str
    zone: str
    because: str
    zones: tuple[str, ...] = ()


def suggested(account: Account, phones: Iterable[tuple[str, str]], home: str) -> Place | None:
    """Where the account's number, those of its people (name, number) and the country say that it is.

    None when they add nothing to what is known; ``home`` is the team's country.
    """
    numbers = [("their phone number", account.phone)]
    numbers += [(f"the number of {name}", phone) for name, phone in phones]
    for because, phone in [pair for pair in numbers if pair[1]] + [("the country", "")]:
        country, zone = where(account.country, "", phone, home)
        if (zone and not account.zone) or (country and not account.country):
            return Place(account.country or country, account.zone or zone, because)
    zones = () if account.zone else zones_of(account.country)
    return Place(account.country, "", "", zones) if len(zones) > 1 else None
