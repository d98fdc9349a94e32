"""The three tests: what the log says for and against each, and nothing more."""

import pytest

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards import GUARDS
from bowout.core.guards.rule import Guard, Test
from bowout.core.guards.stories import (
    ASKED,
    CONSIDERED,
    CUSTOMER,
    DEAL,
    EXPLAINED,
    PARTED,
    READY,
    REP,
    TOLD,
    answered,
    at,
    read,
    with_entry,
)
from bowout.core.reasons import Answer
from bowout.core.setting import Setting
from bowout.core.standing import Standing, standing
from bowout.core.walkaway import fold
from tests.core.telling import Log, decided

CHECKED = (*PARTED, e.CheckedBack(at=at(10, month=7), by=REP, outcome="Live."))

# Nothing that its customer would ever learn of, or nothing that went wrong for them.
_WITHIN_THE_TEAM = {
    "logged-before-it-could-have-happened",
    "not-known-enough",
    "guesses-their-clock",
    "speaks-before-a-doubt-is-recorded",
    "answers-an-unknown-reason",
    "talks-on-after-the-end",
    "reason-without-evidence",
    "reason-without-a-customer-statement",
    "stays-without-saying-what-changed",
    "voicemail-is-not-telling",
}


def stands(log: Log) -> dict[Test, Standing]:
    return standing(fold(log), Setting(DEAL))


def test_at_first_nothing_speaks_for_or_against_anything() -> None:
    for log in ((), CONSIDERED, READY):
        assert set(stands(log).values()) == {Standing()}


@pytest.mark.parametrize(
    ("log", "test", "says"),
    [
        (TOLD, "respected", "Told 1 working day after the doubt was recorded."),
        (PARTED, "respected", "They were thanked."),
        (EXPLAINED, "consulted", "A talk about the reasons was held on Wed 4 Mar 2026, 14:00 (Paris)."),
        (EXPLAINED, "open", "They know what would make us stay."),
        (ASKED, "consulted", "They were asked for their view, with time until Wed 11 Mar 2026, 18:00 (Paris)."),
        (read(answered("right")), "consulted", "Their answer was read."),
        (PARTED, "open", "A check-back is promised for 10 Jul 2026."),
        (CHECKED, "open", "We asked how it turned out."),
        ((*CHECKED, e.InvitedBack(at=at(1, month=9), by=CUSTOMER)), "open", "They invited us back."),
    ],
)
def test_a_deed_speaks_for_us(log: Log, test: Test, says: str) -> None:
    assert says in stands(log)[test].speaks_for
    assert stands(log)[test].speaks_against == ()


def test_only_what_they_said_makes_us_stay_because_of_it() -> None:
    def praise(*log: e.Event) -> list[str]:
        return [says for says in stands(log)["consulted"].speaks_for if says.startswith("We stayed")]

    stayed = e.Stayed(at=at(9), by=REP, changed="Our board wants the logo.")
    assert praise(*READY, stayed) == []
    assert praise(*TOLD, stayed) == []
    assert praise(*read(answered("misread")), stayed) != []


def test_told_later_than_the_playbook_allows_is_no_praise() -> None:
    late = (*READY, e.Told(at=at(5), by=REP, contact="claire"))
    assert stands(late)["respected"].speaks_for == ()


def test_an_answer_after_the_end_neither_makes_a_bluff_nor_washes_one() -> None:
    end = e.TakenBack(at=at(9), by=REP, words="")
    washed = (*TOLD, end, e.FeedbackGiven(at=at(10), by=CUSTOMER, answers=(Answer("fit", "misread"),)))
    made = (*read(answered("misread")), end, e.FeedbackGiven(at=at(10), by=CUSTOMER, answers=(Answer("fit", "right"),)))
    assert (fold(washed).bluff, fold(made).bluff) == (True, False)


def test_to_stay_with_nothing_changed_is_a_bluff_like_any_other() -> None:
    stayed = (*TOLD, e.Stayed(at=at(4), by=REP, changed="A new quarter."))
    assert "nothing had changed" in stands(stayed)["open"].speaks_against[0]


def test_an_answer_that_nobody_has_read_speaks_for_nobody() -> None:
    assert "Their answer was read." not in stands(answered("right"))["consulted"].speaks_for


def test_to_part_without_having_told_anybody_speaks_against_us() -> None:
    gone = (*READY, e.Parted(at=at(12), by=REP, thanked=False, text="", check_back_on=None))
    assert stands(gone)["consulted"].speaks_against == ("Nobody at the customer was ever told.",)
    assert stands(gone)["respected"].speaks_for == ()


def test_to_stay_before_anybody_was_told_is_no_fault() -> None:
    stayed = (*READY, e.Stayed(at=at(3), by=REP, changed="Wifi."))
    assert stands(stayed)["consulted"].speaks_against == ()


def test_a_bluff_and_a_complaint_speak_against_us() -> None:
    taken_back = (*TOLD, e.TakenBack(at=at(4), by=REP, words=""))
    assert "nothing had changed" in stands(taken_back)["open"].speaks_against[0]
    furious = (*TOLD, e.Complained(at=at(3), by=CUSTOMER, text="Outrageous."))
    assert stands(furious)["respected"].speaks_against == ("They complained.",)


def test_a_breach_speaks_against_us_in_the_words_of_its_finding_and_once() -> None:
    deal = with_entry("submission", at(4))
    consider = i.Consider(at=at(3, "09:00"), by=REP, reasons=CONSIDERED[0].reasons, known=CONSIDERED[0].known)
    log = decided((), consider, deal).events
    log = (*log, *READY[1:])
    call = i.Call(at=at(3, "11:00"), by=REP, contact="claire", outcome="reached")
    log = (*log, *decided(log, call, deal).events)
    assert stands(log)["respected"].speaks_against == (
        "Their submission is on Wed 4 Mar 2026, 10:00 (Paris), 1 working day away.",
    )


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_every_rule_that_can_be_broken_counts_against_a_test_or_is_known_not_to(guard: Guard) -> None:
    breakable = guard.overridable and guard.severity != "advise"
    assert (guard.against is not None) == (breakable and guard.name not in _WITHIN_THE_TEAM)


def test_a_doubt_that_was_recorded_after_the_call_earns_no_praise() -> None:
    call = (e.Told(at=at(3), by=REP, contact="claire"),)
    recorded = (*call, e.Considered(at=at(5), by=REP, reasons=CONSIDERED[0].reasons, known=CONSIDERED[0].known))
    assert stands(recorded)["respected"].speaks_for == ()
