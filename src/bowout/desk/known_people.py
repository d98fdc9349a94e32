"""An account's contacts that have no part in a deal yet."""

from django.db.models import QuerySet
from msgspec import Struct

from bowout.store import access
from bowout.store.models import Contact, Deal, User

SHOWN = 20


class KnownPeople(Struct, frozen=True):
    """The first of them by name; ``many`` is how many there are, ``search`` what was looked for."""

    people: tuple[Contact, ...]
    many: int
    search: str


def known_people(user: User, deal: Deal, search: str = "") -> KnownPeople:
    """Contacts of the deal's account whose name or title holds ``search``; two queries."""
    rows = others(user, deal)
    many = rows.count()
    if words := search.strip():
        rows = rows.filter(name__icontains=words) | rows.filter(title__icontains=words)
    return KnownPeople(tuple(rows.order_by("name", "pk")[:SHOWN]), many, words)


def others(user: User, deal: Deal) -> QuerySet[Contact]:
    """Contacts of the deal's account without a part in the deal."""
    return access.contacts_of(user).filter(account=deal.account_id).exclude(deal_contacts__deal=deal)
