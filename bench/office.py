"""A big sales team in a database: deals as rows, walk-aways as events that the core decided, in bulk."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from bench.logs import SHAPES, log
from bowout.desk.projecting import rebuild
from bowout.desk.setting import settings_of
from bowout.store import streams
from bowout.store.models import Account, CalendarEntry, Contact, Deal, DealContact, StageChange, Team, User, WalkAway

PLACES = (("Europe/Paris", "FR"), ("Europe/Berlin", "DE"), ("America/New_York", "US"), ("Asia/Singapore", "SG"))
STAGES = ("Qualification", "Discovery", "Demonstration", "Proposal", "Negotiation")
ENDED = {4, 5}
EMAIL, PASSWORD = "rep@bench.example", "only for the bench"


def found() -> User:
    """One team with one rep, who owns every third deal."""
    team = Team.objects.create(name="Bench", zone="Europe/Berlin", country="DE")
    return User.objects.create_user(EMAIL, PASSWORD, name="Robin Berger", team=team, role="rep", zone=team.zone)


@transaction.atomic
def add_deals(rep: User, first: int, last: int, now: datetime) -> None:
    """Deals number ``first`` to before ``last``, each with two people, two dates and three stages."""
    accounts = [_account(rep.team, number) for number in range(first, last)]
    Account.objects.bulk_create(accounts, batch_size=1000)
    contacts = [
        Contact(team=rep.team, account=account, name=f"{name} of {account}", email=f"{name}@a{n}.example".lower())
        for n, account in enumerate(accounts, first)
        for name in ("Kim", "Sasha")
    ]
    Contact.objects.bulk_create(contacts, batch_size=1000)
    deals = [_deal(rep, account, n, now) for n, account in enumerate(accounts, first)]
    Deal.objects.bulk_create(deals, batch_size=1000)
    roles = ("champion", "economic buyer")
    parts = [
        DealContact(deal=deal, contact=contacts[2 * n + k], role=roles[k])
        for n, deal in enumerate(deals)
        for k in (0, 1)
    ]
    DealContact.objects.bulk_create(parts, batch_size=1000)
    days = (("meeting", 20), ("decision", 60))
    dates = [
        CalendarEntry(deal=deal, kind=kind, at=now + timedelta(days=d), title=kind.title())
        for deal in deals
        for kind, d in days
    ]
    CalendarEntry.objects.bulk_create(dates, batch_size=1000)
    changes = [
        StageChange(deal=deal, external_id=str(n), at=now - timedelta(days=90 - 20 * n), stage=STAGES[n])
        for deal in deals
        for n in range(3)
    ]
    StageChange.objects.bulk_create(changes, batch_size=1000)


def add_walk_aways(rep: User, first: int, last: int, now: datetime) -> None:
    """A walk-away on each of the deals number ``first`` to before ``last``, in turn at every shape."""
    for start in range(first, last, 500):
        _add_walk_aways(rep, start, min(last, start + 500), now)
    rebuild()


@transaction.atomic
def _add_walk_aways(rep: User, first: int, last: int, now: datetime) -> None:
    deals = list(Deal.objects.filter(team=rep.team).order_by("pk")[first:last])
    settings = settings_of(deals)
    for number, deal in enumerate(deals, first):
        row = WalkAway.objects.create(pk=UUID(int=number + 1), deal=deal, version=0, status="")
        setting = settings[deal.pk]
        streams.append(row.pk, 0, log(number % SHAPES, now, setting.deal.contacts[0].key, setting), rep, now)
    ended = [deal.pk for number, deal in enumerate(deals, first) if number % SHAPES in ENDED]
    Deal.objects.filter(pk__in=ended).update(status=Deal.Status.WITHDRAWN)


def _account(team: Team, number: int) -> Account:
    zone, country = PLACES[number % len(PLACES)]
    return Account(team=team, name=f"Company {number:05}", zone=zone, country=country)


def _deal(rep: User, account: Account, number: int, now: datetime) -> Deal:
    return Deal(
        team=rep.team,
        owner=None if number % 3 else rep,
        owner_name="" if number % 3 else rep.name,
        account=account,
        name=f"Company {number:05}: crew planning",
        stage=STAGES[number % len(STAGES)],
        amount=Decimal(10_000 + 37 * number),
        currency="EUR",
        close_date=now.date() + timedelta(days=number % 200),
        created_on=now.date() - timedelta(days=100),
    )
