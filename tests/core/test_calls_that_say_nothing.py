"""A call may reach them and say nothing of leaving yet: it asks for a better time, or reaches the wrong desk (M3.2)."""

from bowout.core import intents as i
from bowout.core.guards.stories import CONSIDERED, DEAL, READY, REP, TENDER, at
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from tests.core.telling import decided, played


def asks(contact: str = "claire", clock: str = "10:00") -> i.Call:
    return i.Call(at=at(3, clock), by=REP, contact=contact, outcome="reached", tells=False)


def test_it_counts_as_a_try_and_tells_nobody() -> None:
    state = fold(played(asks(), past=READY))
    assert (state.told_at, state.status, len(state.tries)) == (None, "considering", 1)


def test_it_may_reach_the_assistant_and_needs_nobodys_word() -> None:
    assert decided(CONSIDERED, asks("hugo")).findings == ()


def test_it_rings_in_the_night_all_the_same() -> None:
    assert [finding.rule for finding in decided(READY, asks(clock="23:50")).findings] == ["calls-at-an-indecent-hour"]


def test_a_letter_to_the_officer_that_says_nothing_tells_nothing() -> None:
    letter = i.Message(at=at(3), by=REP, channel="email", contact="ines", text="Which form do you need?", tells=False)
    assert fold(decided(READY, letter, TENDER).events, fold(READY)).told_at is None
    assert Setting(DEAL).is_officer("ines")
