"""The formal letter for the customer's file, once we have parted (M3.5)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bowout.connectors.paper import Again, Decline, Reader, Writer
from bowout.core.walkaway import WalkAway as State
from bowout.desk.branding import company_of
from bowout.desk.customer import writer_of, zone_of_contact
from bowout.store.models import CustomerLink


def decline_of(link: CustomerLink, state: State, language: str, reference: str = "") -> Decline | None:
    """What the letter says, under their ``reference``; None while we have not parted."""
    if state.ended_at is None or not state.thanked:
        return None
    deal, parted_on = link.walk_away.deal, _day(state.ended_at, link)
    writer = writer_of(link)
    withdrawable = deal.withdraw_until is not None and parted_on <= deal.withdraw_until
    return Decline(
        language=language,
        writer=Writer(company=company_of(deal.team), name=writer.name if writer else "", mail=writer.email if writer else ""),
        reader=Reader(account=deal.account.name, name=link.contact.name),
        parted_on=parted_on,
        reference=reference,
        bid_withdrawn=deal.submitted and withdrawable,
        documents=state.documents,
        word=state.word,
        again=_again(state),
    )


def _day(at: datetime, link: CustomerLink) -> date:
    return at.astimezone(ZoneInfo(zone_of_contact(link))).date()


def _again(state: State) -> Again:
    if state.check_back_on is None:
        return Again(when="never")
    return Again(when="contract-end" if state.check_back_when == "contract-end" else "on", on=state.check_back_on)
