"""The companies and deals as rows, as if a CRM had been imported."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from bowout.core.hours import Office
from bowout.demo.cast import Users
from bowout.demo.facts import Company, Dated, Opportunity
from bowout.demo.moments import Moments
from bowout.store.models import Account, CalendarEntry, Contact, Deal, DealContact, StageChange, Team

SOURCE = "demo"
PATH = ("Qualification", "Discovery", "Demonstration", "Proposal", "Negotiation")
ENDS = ("Closed won", "Closed lost")


def enter(
    team: Team, companies: tuple[Company, ...], deals: tuple[Opportunity, ...], users: Users, moments: Moments
) -> dict[str, Deal]:
    """Save a team's companies, people, deals, calendars and stage histories; deals by their number."""
    accounts = {company.key: _account(team, company) for company in companies}
    Account.objects.bulk_create(accounts.values())
    people = [(person.role, _contact(accounts[c.key], c, n)) for c in companies for n, person in enumerate(c.people)]
    Contact.objects.bulk_create(contact for _, contact in people)
    rows = {told.number: _deal(accounts[told.company], told, users, moments) for told in deals}
    Deal.objects.bulk_create(rows.values())
    DealContact.objects.bulk_create(
        DealContact(deal=deal, contact=contact, role=role)
        for deal in rows.values()
        for role, contact in people
        if contact.account_id == deal.account_id
    )
    CalendarEntry.objects.bulk_create(
        _entry(rows[told.number], dated, moments) for told in deals for dated in told.calendar
    )
    StageChange.objects.bulk_create(change for told in deals for change in _history(rows[told.number], told, moments))
    return rows


def there(account: Account, moments: Moments) -> Moments:
    """The same moments on the customer's clock."""
    return Moments(moments.now, Office(account.zone, account.country))


def _account(team: Team, company: Company) -> Account:
    return Account(
        team=team,
        source=SOURCE,
        external_id=company.key,
        name=company.name,
        country=company.country,
        zone=company.zone,
        language=company.language,
        website=f"https://{company.domain}",
        phone=company.phone,
    )


def _contact(account: Account, company: Company, number: int) -> Contact:
    person = company.people[number]
    return Contact(
        team=account.team,
        account=account,
        source=SOURCE,
        external_id=f"{company.key}-{number + 1}",
        name=person.name,
        title=person.title,
        email=person.email(company.domain),
        phone=person.phone,
    )


def _deal(account: Account, told: Opportunity, users: Users, moments: Moments) -> Deal:
    today = moments.now.date()
    return Deal(
        team=account.team,
        owner=users[told.owner],
        owner_name=users[told.owner].name,
        account=account,
        source=SOURCE,
        external_id=told.number,
        name=told.name,
        stage=told.stage,
        amount=Decimal(told.amount),
        currency=told.currency,
        close_date=today + timedelta(days=told.closes),
        created_on=today - timedelta(days=told.opened),
        status=told.status,
        regime=told.regime,
        regime_until=None if told.regime_until is None else today + timedelta(days=told.regime_until),
        regime_source=told.regime_source,
        description=told.description,
        next_step=told.next_step,
    )


def _entry(deal: Deal, dated: Dated, moments: Moments) -> CalendarEntry:
    at = there(deal.account, moments).at(dated.days, dated.clock)
    return CalendarEntry(deal=deal, kind=dated.kind, at=at, title=dated.title)


def _history(deal: Deal, told: Opportunity, moments: Moments) -> Iterator[StageChange]:
    """Every stage up to the present one, in the order and with the pauses that such deals have."""
    ended = told.stage in ENDS
    stages = (*PATH, told.stage) if ended else PATH[: PATH.index(told.stage) + 1]
    first = moments.at(-1, "11:00") - timedelta(days=told.opened)
    span = told.opened + min(told.closes, -3)
    for number, stage in enumerate(stages):
        at = first + timedelta(days=span * (number / len(stages)) ** 1.3, minutes=37 * number)
        if ended and number == len(stages) - 1:
            at = first + timedelta(days=span)
        yield StageChange(
            deal=deal,
            external_id=f"{told.number}-{number + 1}",
            at=at,
            stage=stage,
            amount=deal.amount if number > 1 else None,
            close_date=deal.close_date,
        )
