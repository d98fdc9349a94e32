"""What the guards' examples are told with: one deal in Paris, one rep, and how far they had come."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.actor import Actor
from bowout.core.deal import CalendarEntry, Contact, Deal, NoContact
from bowout.core.guards.rule import Example
from bowout.core.intents import Call, Consider, Intent, Part
from bowout.core.reasons import Answer, Evidence, Known, Reason, ReasonKind, Verdict

PARIS = ZoneInfo("Europe/Paris")


def at(day: int, clock: str = "10:00", month: int = 3) -> datetime:
    """A moment in 2026, Paris time. Monday is the 2nd of March; the 6th of April is Easter Monday."""
    hour, minute = clock.split(":")
    return datetime(2026, month, day, int(hour), int(minute), tzinfo=PARIS)


REP, MANAGER, BOSS, CUSTOMER = Actor("rep"), Actor("manager"), Actor("executive"), Actor("customer")

DEAL = Deal(
    name="Garonne Logistics, route planning",
    zone="Europe/Paris",
    country="FR",
    contacts=(
        Contact("claire", "Claire Martin", "champion"),
        Contact("hugo", "Hugo Petit", "assistant"),
        Contact("ines", "Inès Roy", "procurement officer"),
    ),
)
TENDER = replace(DEAL, regime="no-contact")
ENDING = replace(TENDER, no_contact=NoContact(date(2026, 3, 9), date(2026, 3, 12), source="Tender documents, 4.2"))
NAMED = replace(TENDER, no_contact=NoContact(officer="claire"))
BOUND = replace(DEAL, submitted=True)


def bound(withdraw: int, binding: int | None = None) -> Deal:
    """The deal with a bid in that may be withdrawn until that day of March, and binds us until the other."""
    until = date(2026, 3, binding) if binding else None
    return replace(BOUND, withdraw_until=date(2026, 3, withdraw), binding_until=until)


def with_entry(kind: Any, when: datetime, title: str = "") -> Deal:
    """The deal with one calendar entry."""
    return replace(DEAL, calendar=(CalendarEntry(kind, when, title),))


FIT = Reason(
    kind="fit",
    internal="They need offline maps; ours are not before next year.",
    customer="Your drivers work without a connection, and our maps need one.",
    stay_if="We would compete if the depots had a connection at loading time.",
    evidence=(Evidence(date(2026, 2, 27), "note", "Demo: three of five depots have no reception."),),
)
BUDGET = replace(
    FIT,
    kind="budget",
    customer="From what we see, the budget covers the licences and not the change in your depots.",
    stay_if="We would compete if the roll-out had a budget of its own.",
)
KNOWN = Known("Decision in April", "Claire decides with the COO", "Route planning offline", "40 trucks")

CONSIDERED = (e.Considered(at=at(2), by=REP, reasons=(FIT,), known=KNOWN),)
READY = (
    *CONSIDERED,
    e.Confirmed(at=at(2, "10:05"), by=REP),
    e.Confirmed(at=at(2, "11:00"), by=MANAGER),
)
VOICEMAIL = (*READY, e.Called(at=at(2, "14:00"), by=REP, contact="claire", outcome="voicemail"))
TOLD = (
    *READY,
    e.Called(at=at(3), by=REP, contact="claire", outcome="reached"),
    e.Told(at=at(3), by=REP, contact="claire"),
)
EXPLAINED = (*TOLD, e.TalkHeld(at=at(4, "14:00"), by=REP, reasons=("fit",)))
ASKED = (*EXPLAINED, e.FeedbackAsked(at=at(4, "15:00"), by=REP, until=at(11, "18:00")))


def answered(verdict: Verdict, words: str = "", kind: ReasonKind = "fit") -> tuple[e.Event, ...]:
    """Asked on the 4th, and answered by the customer on the 6th; nobody has read it yet."""
    answer = e.FeedbackGiven(at=at(6), by=CUSTOMER, answers=(Answer(kind, verdict, words),))
    return (*ASKED, answer)


def read(log: tuple[e.Event, ...]) -> tuple[e.Event, ...]:
    """The same, and their reply was acknowledged two hours later."""
    return (*log, e.Acknowledged(at=at(6, "12:00"), by=REP, text="Thank you, we have read it."))


PARTED = (
    *read(answered("right")),
    e.Parted(at=at(12), by=REP, thanked=True, text="", check_back_on=date(2026, 7, 10)),
)


def example(says: str, past: tuple[e.Event, ...], intent: Intent, deal: Deal = DEAL) -> Example:
    """A story in the usual deal, unless another is given."""
    return Example(says, past, intent, deal)


def call() -> Call:
    """A call to the champion that reaches her, the day after the doubt."""
    return Call(at=at(3), by=REP, contact="claire", outcome="reached")


def consider(*reasons: Reason, known: Known = KNOWN) -> Consider:
    """A doubt for these reasons."""
    return Consider(at=at(2), by=REP, reasons=reasons, known=known)


def part(day: int, clock: str = "10:00", thanks: bool = True) -> Part:
    """The rep's parting on that day of March."""
    return Part(at=at(day, clock), by=REP, thanks=thanks)
