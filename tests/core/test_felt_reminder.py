"""They are asked by mail how it was for them once it has settled, and only where nobody could mind (M2)."""

from datetime import datetime

import pytest

from bowout.core import events as e
from bowout.core.felt_reminder import felt_reminder
from bowout.core.guards.stories import ASKED, CUSTOMER, DEAL, PARTED, READY, REP, at
from bowout.core.playbook import Playbook
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

STAYED = (*ASKED, e.Stayed(at=at(12), by=REP, changed="They showed us the plan."))
PARTED_FOR_GOOD = (*ASKED, e.Parted(at=at(12), by=REP, thanked=True, text="Thank you.", check_back_on=None))


def due(*log: e.Event, **numbers: object) -> datetime | None:
    return felt_reminder(fold(log), Setting(DEAL, Playbook.of(numbers)))


@pytest.mark.parametrize("log", [PARTED, STAYED], ids=["parted", "stayed"])
def test_it_is_due_on_the_morning_after_a_week(log: tuple[e.Event, ...]) -> None:
    ended = fold(log).ended_at
    assert ended
    office = Setting(DEAL).office
    assert due(*log) == office.next_open(office.add_days(ended, 5))


def test_a_team_may_wait_longer_or_not_ask_at_all() -> None:
    sooner, later = due(*PARTED), due(*PARTED, felt_reminder_days=8)
    assert sooner
    assert later
    assert later > sooner
    assert due(*PARTED, felt_reminder=False) is None


@pytest.mark.parametrize(
    "log",
    [
        ASKED,
        PARTED_FOR_GOOD,
        (*PARTED, e.Felt(at=at(13), by=CUSTOMER, respected=2)),
        (*PARTED, e.Complained(at=at(13), by=CUSTOMER, text="How dare you")),
        (*PARTED, e.CheckedBack(at=at(13), by=REP, outcome="Live.")),
        (*PARTED, e.InvitedBack(at=at(13), by=CUSTOMER)),
        (*ASKED, e.TakenBack(at=at(12), by=REP, words="We stay.")),
    ],
    ids=["under way", "never again", "has said it", "angry", "checked back", "invited back", "taken back"],
)
def test_nobody_is_asked_who_could_mind(log: tuple[e.Event, ...]) -> None:
    assert due(*log) is None


def test_nobody_is_asked_who_was_never_told() -> None:
    assert due(*READY, PARTED[-1]) is None
