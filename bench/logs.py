"""Logs of real shape: walk-aways of several ends, judged by the guards and decided by the core."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.deal import Contact, Deal
from bowout.core.events import Event
from bowout.core.process import decide
from bowout.core.reasons import Answer, Evidence, Known, Reason
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway, fold

REP, MANAGER, CUSTOMER = Actor("rep", "1"), Actor("manager", "2"), Actor("customer", "7")
KNOWN = Known(
    "Decision in six weeks, by the board", "The head of field work leads, the board signs", "One plan", "90 people"
)
SHAPES = 6
"""So many different ends: considering, told, asked, stayed, parted, checked back."""


def acts(shape: int, now: datetime, contact: str, setting: Setting) -> Iterator[i.Intent]:
    """The intents of one walk-away, so that it stands at ``shape`` (0 to 5) some days before ``now``."""
    office = setting.office

    def at(days: int, hour: int) -> datetime:
        day = office.local(now).date() - timedelta(days=days)
        return office.next_open(office.bounds(day)[0]) + timedelta(hours=hour)

    first = (2, 5, 12, 30, 40, 190)[shape]
    yield i.Consider(at=at(first, 1), by=REP, reasons=_reasons(at(first, 1).date()), known=KNOWN)
    yield i.Confirm(at=at(first, 2), by=REP)
    yield i.Confirm(at=at(first, 4), by=MANAGER)
    yield i.Call(at=at(first, 5), by=REP, contact=contact, outcome="voicemail")
    if shape == 0:
        return
    yield i.Call(at=at(first - 1, 1), by=REP, contact=contact, outcome="reached")
    yield i.BookTalk(at=at(first - 1, 2), by=REP, talk_at=at(first - 2, 3))
    if shape == 1:
        return
    yield i.HoldTalk(at=at(first - 5, 3), by=REP)
    asked = at(first - 5, 4)
    yield i.AskFeedback(at=asked, by=REP)
    if shape == 2:
        return
    verdict = "misread" if shape == 3 else "right"
    answers = (Answer("fit", verdict, "Thank you for asking us first."), Answer("budget", verdict, "As above."))
    yield i.Feedback(at=asked + timedelta(hours=20), by=CUSTOMER, answers=answers)
    yield i.Acknowledge(at=at(first - 9, 2), by=REP, text="Thank you, we have read it with care.")
    if shape == 3:
        yield i.Stay(at=at(first - 10, 2), by=REP, changed="They do it in another way than we thought.")
        return
    yield i.Part(at=at(first - 16, 2), by=REP, thanks=True, text="Thank you for your time and your frankness.")
    if shape == 5:
        yield i.CheckBack(at=at(first - 140, 2), by=REP, outcome="They are content with what they chose.")


def log(shape: int, now: datetime, contact: str, setting: Setting) -> list[Event]:
    """The events of one walk-away. Everything its people do is accepted, with a word why where that is needed."""
    events: list[Event] = []
    state = WalkAway()
    for intent in acts(shape, now, contact, setting):
        decision = decide(state, intent, setting)
        if not decision.accepted:
            raise AssertionError(f"shape {shape}: {decision.findings}")
        state = fold(decision.events, state)
        events += decision.events
    return events


def paris() -> Setting:
    """A deal in Paris."""
    people = (Contact("7", "Camille Roussel", "champion"), Contact("8", "Étienne Lavigne", "economic buyer"))
    return Setting(Deal("Ascenseurs Valmont: crew planning", zone="Europe/Paris", country="FR", contacts=people))


def _reasons(on: date) -> tuple[Reason, ...]:
    seen = (Evidence(on, "note", "Two of three jobs could not be closed from the pit."),)
    fit = Reason(
        "fit",
        "Closing a job needs a connection, and the one without is not before next year.",
        "Your technicians work without a connection, and our app needs one to close a job.",
        "We would compete if a job could be closed at the van.",
        seen,
    )
    budget = Reason(
        "budget",
        "The sum is for licences only.",
        "From what we see, the budget covers the licences and not the time of your planners.",
        "We would compete if two planners had half of their week for it.",
        seen,
    )
    return (fit, budget)
