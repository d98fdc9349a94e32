"""The rows that an import reads and writes: by key, hundreds at a time. The caller holds the transaction (M12)."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from bowout.store.models import Account, Contact, Deal, DealContact, SavedMapping, StageChange, TakenOut, Team, User

Row = TypeVar("Row", Account, Contact, Deal)
AnyRow = TypeVar("AnyRow", Account, Contact, Deal, DealContact, StageChange)
BY_HAND = ""
"""The source of what people typed here."""


def hold(team: Team) -> None:
    """Let one batch of a team's imports at a time find out what is there; others may go on reading and writing."""
    Team.objects.select_for_update(no_key=True).get(pk=team.pk)


def by_id(model: type[Row], team: Team, source: str, ids: Iterable[str]) -> dict[str, Row]:
    """Rows by their id in the CRM."""
    rows = model.objects.select_for_update(of=("self",)).filter(team=team, source=source, external_id__in=set(ids))
    return {str(row.external_id): row for row in rows}


def accounts_called(team: Team, source: str, names: Iterable[str]) -> list[Account]:
    """Accounts with these names from the source or typed by hand; those of the source first, then the oldest."""
    rows = Account.objects.select_for_update().filter(team=team, source__in={source, BY_HAND}, name__in=set(names))
    return sorted(rows, key=lambda row: (row.source != source, row.pk))


def deals_called(
    team: Team, source: str, accounts: Iterable[int], names: Iterable[str], only_bare: bool = False
) -> list[Deal]:
    """Deals of these accounts with these names, in the same order as accounts; or only those without an id."""
    rows = Deal.objects.select_for_update(of=("self",)).filter(
        team=team, source__in={source, BY_HAND}, account__in=set(accounts), name__in=set(names)
    )
    rows = rows.filter(external_id=None) if only_bare else rows
    return sorted(rows, key=lambda row: (row.source != source, row.pk))


def unowned(team: Team) -> QuerySet[Deal]:
    """Deals that only the CRM has an owner for."""
    return Deal.objects.filter(team=team, owner=None).exclude(owner_name="")


def deals_by_name(team: Team, source: str, names: Iterable[str]) -> dict[str, int | None]:
    """Name to the deal's key; None where several deals of the source have that name."""
    found: dict[str, int | None] = {}
    for name, pk in Deal.objects.filter(team=team, source=source, name__in=set(names)).values_list("name", "pk"):
        found[name] = None if name in found else pk
    return found


def contacts_like(
    team: Team, source: str, emails: Iterable[str], names: Iterable[str], accounts: Iterable[int]
) -> list[Contact]:
    """Contacts with these addresses, or with these names at these accounts; those of the source first."""
    named = Q(name__in=set(names), account__in=set(accounts), source__in={source, BY_HAND})
    mailed = Q(email__in=set(emails) - {""})
    rows = Contact.objects.select_for_update(of=("self",)).filter(mailed | named, team=team)
    return sorted(rows, key=lambda row: (row.source != source, row.pk))


def keys(model: type[Row], team: Team, source: str, ids: Iterable[str]) -> dict[str, int]:
    """Primary keys by id in the CRM, without the rows."""
    rows = model.objects.filter(team=team, source=source, external_id__in=set(ids))
    return {str(external_id): pk for external_id, pk in rows.values_list("external_id", "pk")}


def parts(deals: Iterable[int]) -> dict[tuple[int, int], DealContact]:
    """Who has a part in these deals: (deal, contact) to the row."""
    return {(row.deal_id, row.contact_id): row for row in DealContact.objects.filter(deal__in=set(deals))}


def taken_out(deals: Iterable[int]) -> set[tuple[int, int]]:
    """Whom people took out of these deals: (deal, contact)."""
    return set(TakenOut.objects.filter(deal__in=set(deals)).values_list("deal", "contact"))


def history(deals: Iterable[int]) -> list[StageChange]:
    """The stage history of these deals."""
    return list(StageChange.objects.filter(deal__in=set(deals)))


def deals_touched_by(accounts: Iterable[int] = (), contacts: Iterable[int] = ()) -> list[int]:
    """Keys of deals with a walk-away that hang on these accounts or contacts."""
    by_account = Q(account__in=list(accounts))
    by_contact = Q(deal_contacts__contact__in=list(contacts))
    found = Deal.objects.filter(by_account | by_contact, walk_aways__isnull=False)
    return list(found.values_list("pk", flat=True).distinct())


def add(rows: Sequence[AnyRow]) -> None:
    """Insert new rows; their keys are set."""
    if rows:
        type(rows[0]).objects.bulk_create(rows)


def save(rows: Sequence[AnyRow], fields: Iterable[str]) -> None:
    """Write these fields of rows that were loaded, in few statements."""
    if rows:
        type(rows[0]).objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["id"], update_fields=sorted(set(fields))
        )


def members(team: Team) -> list[User]:
    """Those in the team who can own a deal."""
    return list(User.objects.filter(team=team, is_active=True).order_by("pk"))


def teams_called(name: str = "") -> list[Team]:
    """All teams, or those of that name, for the command line; two are enough to know that there are several."""
    rows = Team.objects.order_by("pk")
    return list(rows.filter(name__iexact=name)[:2] if name else rows[:2])


def member(email: str) -> User | None:
    """The person who signs in with that address, for the command line."""
    return User.objects.select_related("team").filter(email=email.strip().lower()).first()


def saved_mapping(team: Team, signature: str) -> SavedMapping | None:
    """How the team maps files with these headers."""
    return SavedMapping.objects.filter(team=team, signature=signature).first()


def mappings_called(team: Team, name: str) -> list[SavedMapping]:
    """The team's mappings of that name; there may be one for each sort of file."""
    return list(SavedMapping.objects.filter(team=team, name__iexact=name).order_by("pk"))


def keep_mapping(team: Team, name: str, signature: str, mapping: dict[str, Any]) -> None:
    """Save a mapping; it takes the place of an earlier one for the same headers."""
    SavedMapping.objects.update_or_create(team=team, signature=signature, defaults={"name": name, "mapping": mapping})
