"""Many deals and walk-aways at once, to see that a page asks no more questions for them."""

from datetime import datetime, timedelta
from uuid import UUID

from bowout.store.models import Account, Contact, Deal, DealContact, User, WalkAway


def many_deals(owner: User, number: int) -> list[Deal]:
    """So many open deals of ``owner``, each with an account of its own."""
    names = [f"Customer {one:05}" for one in range(number)]
    accounts = Account.objects.bulk_create(
        Account(team=owner.team, name=name, country="FR", zone="Europe/Paris") for name in names
    )
    return Deal.objects.bulk_create(
        Deal(team=owner.team, owner=owner, account=account, name=f"{account.name}: deal", stage="Proposal")
        for account in accounts
    )


def many_walk_aways(owner: User, number: int, due: datetime, **row: object) -> list[WalkAway]:
    """So many walk-aways on deals of their own, each with somebody to call, due an hour after the other."""
    deals = many_deals(owner, number)
    people = Contact.objects.bulk_create(
        Contact(team=owner.team, account=deal.account, name=f"Contact {deal.pk}", phone="+33 1 42 68 53 00")
        for deal in deals
    )
    DealContact.objects.bulk_create(
        DealContact(deal=deal, contact=person, role="champion") for deal, person in zip(deals, people, strict=True)
    )
    state = {"status": "considering", "next_do": "call", "next_by": "rep", "next_why": "why"} | row
    return WalkAway.objects.bulk_create(
        WalkAway(id=UUID(int=10_000 + deal.pk), deal=deal, version=1, next_due=due + timedelta(hours=count), **state)
        for count, deal in enumerate(deals)
    )
