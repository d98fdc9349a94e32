"""What they would have us do: go ahead at once, or wait; and when a call would suit them."""

from datetime import date

from bowout.core import events as e
from bowout.core.due import next_steps
from bowout.core.guards.stories import ASKED, BUDGET, CUSTOMER, DEAL, KNOWN, REP, at, part, read
from bowout.core.process import decide
from bowout.core.reasons import Answer
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

SETTING = Setting(DEAL)
GO = e.FeedbackGiven(at=at(6), by=CUSTOMER, go_ahead=True)
WRONG_BUT_GO = e.FeedbackGiven(at=at(6), by=CUSTOMER, answers=(Answer("fit", "misread"),), go_ahead=True)
WAIT = e.FeedbackGiven(at=at(6), by=CUSTOMER, wait_until=date(2026, 3, 27))
READ = e.Acknowledged(at=at(6, "12:00"), by=REP, text="")


def rules(log: tuple[e.Event, ...], day: int) -> set[tuple[str, str]]:
    """What is said to our parting then."""
    found = decide(fold(log), part(day), SETTING).findings
    return {(finding.severity, finding.rule) for finding in found}


def test_who_is_told_to_go_need_not_wait_for_the_end() -> None:
    log = (*ASKED, GO, READ)
    assert ("advise", "parts-inside-the-window") in rules(log, 9)
    assert decide(fold(log), part(9), SETTING).accepted
    (step,) = next_steps(fold(log), SETTING)
    assert (step.do, step.due) == ("part", at(9, "18:00"))


def test_but_reads_it_first() -> None:
    assert ("block", "parts-while-a-reply-is-unread") in rules((*ASKED, GO), 9)
    (step,) = next_steps(fold((*ASKED, GO)), SETTING)
    assert step.do == "acknowledge"
    assert "would have us go ahead" in step.why


def test_they_may_set_it_right_and_let_us_go_all_the_same() -> None:
    assert ("advise", "parts-over-a-correction") in rules((*ASKED, WRONG_BUT_GO, READ), 9)
    (step,) = next_steps(fold((*ASKED, WRONG_BUT_GO, READ)), SETTING)
    assert step.do == "part"


def test_their_next_word_counts() -> None:
    again = e.FeedbackGiven(at=at(7), by=CUSTOMER, words="Wait, I was too quick.")
    assert not fold((*ASKED, GO, again)).go_ahead
    assert fold((*ASKED, WAIT, GO)).wait_until is None


def test_to_a_new_reason_they_have_not_agreed() -> None:
    more = e.Considered(at=at(7), by=REP, reasons=(BUDGET,), known=KNOWN)
    fewer = e.Considered(at=at(8), by=REP, reasons=(), known=KNOWN, dropped=("budget",))
    assert not fold((*ASKED, GO, more)).go_ahead
    assert fold((*ASKED, GO, fewer)).go_ahead


def test_who_was_asked_to_wait_is_told_so_and_given_the_day() -> None:
    (step,) = next_steps(fold((*ASKED, WAIT)), SETTING)
    assert "wait until 27 Mar 2026" in step.why
    assert ("block", "parts-before-the-day-they-asked-for") in rules(read((*ASKED, WAIT)), 12)


def test_who_got_longer_has_had_their_answer() -> None:
    given = e.TimeGiven(at=at(9), by=REP, until=at(20, "18:00"))
    assert rules((*ASKED, WAIT, READ, given), 21) == set()


def test_the_call_is_due_when_it_first_suits_them() -> None:
    times = (at(9, "10:00"), at(10, "14:00"))
    wants = e.FeedbackGiven(at=at(6), by=CUSTOMER, call_me=True, call_at=times)
    (step,) = next_steps(fold((*ASKED, wants, READ)), SETTING)
    assert (step.do, step.due) == ("call", times[0])
    assert "10:00" in step.why
    assert "14:00" in step.why
