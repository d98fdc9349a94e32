"""What may come from where, written out by hand: no jump into an end, no end undone, nothing refused that happened."""

from typing import get_args

import pytest

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards.stories import (
    ASKED,
    BOSS,
    CONSIDERED,
    CUSTOMER,
    EXPLAINED,
    FIT,
    MANAGER,
    PARTED,
    REP,
    TOLD,
    answered,
    at,
    read,
)
from bowout.core.walkaway import Status, fold
from tests.core.telling import Log, decided

PAST: dict[str, Log] = {
    "none": (),
    "considering": CONSIDERED,
    "told": TOLD,
    "explained": EXPLAINED,
    "asked": ASKED,
    "answered": read(answered("misread")),
    "stayed": (*read(answered("misread")), e.Stayed(at=at(9), by=REP, changed="Wifi.")),
    "taken-back": (*TOLD, e.TakenBack(at=at(9), by=REP, words="")),
    "parted": PARTED,
    "checked-back": (*PARTED, e.CheckedBack(at=at(10, month=7), by=REP, outcome="Live.")),
    "invited-back": (*PARTED, e.InvitedBack(at=at(10, month=9), by=CUSTOMER)),
}
WAY = "considering told explained asked answered"
GONE = "parted checked-back"

WHO = {"at": at(14, month=9), "by": REP, "override": "It happened."}
# With a word why; what is not here cannot happen there at all.
DECISIONS: list[tuple[i.Intent, str]] = [
    (i.Consider(reasons=(FIT,), **WHO), f"none {WAY}"),
    (i.Confirm(**WHO), WAY),
    (i.SendBack(words="Not yet.", **{**WHO, "by": MANAGER}), WAY),
    (i.AskFeedback(**WHO), WAY),
    (i.GiveTime(until=at(14, month=10), **WHO), "asked answered"),
    (i.Stay(changed="Wifi.", **WHO), WAY),
    (i.Part(thanks=True, **WHO), WAY),
    (i.TakeBack(**WHO), WAY),
    (i.Snooze(until=at(14, month=10), why="They are away.", **WHO), f"{WAY} parted"),
    (i.CheckBack(outcome="Live.", **WHO), GONE),
    (i.Feel(respected=5, **{**WHO, "by": CUSTOMER}), f"{GONE} stayed taken-back invited-back"),
    (i.InvitedBack(**WHO), f"{GONE} invited-back"),
    (i.InvitedBack(**{**WHO, "by": CUSTOMER}), f"{WAY} {GONE} invited-back"),
]
HAPPENED: list[i.Intent] = [
    i.Call(contact="claire", outcome="reached", **WHO),
    i.Message(channel="email", contact="claire", text="Thank you.", **WHO),
    i.BookTalk(talk_at=at(15, month=9), **WHO),
    i.HoldTalk(**WHO),
    i.HoldTalk(reasons=("capacity",), **WHO),
    i.Acknowledge(text="Read.", **WHO),
    i.Feedback(words="One more thing.", **WHO),
    i.Complain(text="Outrageous.", **{**WHO, "by": CUSTOMER}),
    i.Acknowledge(text="I am sorry.", **{**WHO, "by": BOSS}),
]


def test_every_status_has_a_story() -> None:
    assert set(PAST) == set(get_args(Status))
    assert all(fold(log).status == status for status, log in PAST.items())


@pytest.mark.parametrize("status", PAST)
@pytest.mark.parametrize(("intent", "allowed"), DECISIONS, ids=lambda value: type(value).__name__)
def test_a_decision_comes_only_from_where_it_may(intent: i.Intent, allowed: str, status: str) -> None:
    assert decided(PAST[status], intent).accepted == (status in allowed.split())


@pytest.mark.parametrize("status", PAST)
@pytest.mark.parametrize("intent", HAPPENED, ids=lambda value: type(value).__name__)
def test_what_has_happened_can_be_logged_and_moves_no_end(intent: i.Intent, status: str) -> None:
    decision = decided(PAST[status], intent)
    assert decision.accepted, decision.findings
    if status not in f"none {WAY}".split():
        assert fold((*PAST[status], *decision.events)).status == status
