"""Events in, state out."""

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.guards.stories import (
    ASKED,
    BOSS,
    BUDGET,
    CONSIDERED,
    CUSTOMER,
    EXPLAINED,
    FIT,
    KNOWN,
    MANAGER,
    PARTED,
    READY,
    REP,
    TOLD,
    VOICEMAIL,
    answered,
    at,
    read,
)
from bowout.core.reasons import Answer, Known
from bowout.core.walkaway import WalkAway, fold
from tests.core.telling import Log

STAYED = (*read(answered("misread")), e.Stayed(at=at(9), by=REP, changed="Wifi."))
FURIOUS = (*TOLD, e.Complained(at=at(3, "12:00"), by=CUSTOMER, text="Outrageous."))
HEARD = e.Called(at=at(3, "14:00"), by=BOSS, contact="claire", outcome="reached", mends=True)


@pytest.mark.parametrize(
    ("log", "status"),
    [
        ((), "none"),
        (CONSIDERED, "considering"),
        (READY, "considering"),
        (VOICEMAIL, "considering"),
        (TOLD, "told"),
        (EXPLAINED, "explained"),
        (ASKED, "asked"),
        (answered("right"), "answered"),
        (read(answered("right")), "answered"),
        (STAYED, "stayed"),
        (PARTED, "parted"),
        ((*TOLD, e.TakenBack(at=at(9), by=REP, words="")), "taken-back"),
        ((*PARTED, e.CheckedBack(at=at(10, month=7), by=REP, outcome="Live.")), "checked-back"),
        ((*PARTED, e.InvitedBack(at=at(10, month=9), by=CUSTOMER)), "invited-back"),
        (FURIOUS, "told"),
    ],
)
def test_what_a_log_amounts_to(log: Log, status: str) -> None:
    state = fold(log)
    assert (state.status, state.version) == (status, len(log))


@pytest.mark.parametrize(
    ("log", "late"),
    [
        (ASKED, e.Told(at=at(5), by=REP, contact="claire")),
        (ASKED, e.TalkHeld(at=at(5), by=REP, reasons=("fit",))),
        (ASKED, e.Considered(at=at(5), by=REP, reasons=(BUDGET,), known=Known())),
        (PARTED, e.FeedbackGiven(at=at(20), by=CUSTOMER, words="Thank you.")),
        (STAYED, e.Told(at=at(20), by=REP, contact="claire")),
        (PARTED, e.FeedbackAsked(at=at(20), by=REP, until=at(27))),
    ],
)
def test_an_earlier_step_that_is_logged_late_moves_nothing_back(log: Log, late: e.Event) -> None:
    assert fold((*log, late)).status == fold(log).status


def test_a_doubt_is_dated_by_its_first_record_and_reasons_are_amended_by_kind() -> None:
    sharper = replace(FIT, customer="Sharper.")
    again = e.Considered(at=at(5), by=REP, reasons=(sharper, BUDGET), known=Known(players="Claire and the COO"))
    state = fold((*CONSIDERED, again))
    assert state.considered_at == at(2)
    assert [reason.kind for reason in state.reasons] == ["fit", "budget"]
    assert state.reason("fit") == sharper
    assert state.reason("wired") is None
    assert (state.known.players, state.known.needs) == ("Claire and the COO", KNOWN.needs)


def test_new_reasons_need_to_be_confirmed_anew() -> None:
    again = e.Considered(at=at(2, "12:00"), by=REP, reasons=(BUDGET,), known=Known())
    assert (fold(READY).rep_ready, fold(READY).leader_ready) == (True, True)
    assert (fold((*READY, again)).rep_ready, fold((*READY, again)).leader_ready) == (False, False)


def test_an_executive_confirms_as_a_leader() -> None:
    assert fold((*CONSIDERED, e.Confirmed(at=at(2), by=BOSS))).leader_ready
    assert not fold((*CONSIDERED, e.Confirmed(at=at(2), by=BOSS))).rep_ready


def test_what_was_sent_back_is_confirmed_by_nobody_until_it_is_again() -> None:
    sent_back = (*READY, e.SentBack(at=at(2, "12:00"), by=MANAGER, words="Ask about the depots first."))
    state = fold(sent_back)
    assert (state.sent_back, state.rep_ready, state.leader_ready) == ("Ask about the depots first.", False, False)
    assert fold((*sent_back, e.Confirmed(at=at(2, "13:00"), by=MANAGER))).sent_back == ""


def test_tries_are_counted_until_they_know() -> None:
    mail = e.Messaged(at=at(2, "15:00"), by=REP, channel="email", contact="claire", text="May I call?")
    assert len(fold((*VOICEMAIL, mail)).tries) == 2
    assert len(fold((*TOLD, mail)).tries) == 1  # the call that reached them


def test_who_calls_to_mend_a_complaint_does_not_try_to_tell_them() -> None:
    furious = (*READY, e.Complained(at=at(3), by=CUSTOMER, text="Outrageous."))
    assert fold((*furious, HEARD)).tries == ()
    later = e.Called(at=at(4), by=REP, contact="claire", outcome="voicemail")
    assert fold((*furious, HEARD, later)).tries == (later,)


def test_a_call_that_reaches_nobody_is_no_wish_to_be_called() -> None:
    assert not fold((*TOLD, e.Called(at=at(4), by=REP, contact="claire", outcome="voicemail"))).call_wanted


def test_a_talk_that_was_held_has_told_them() -> None:
    state = fold((*READY, e.TalkHeld(at=at(4), by=REP, reasons=("fit",))))
    assert (state.told_at, state.status) == (at(4), "explained")
    assert fold((*TOLD, e.TalkHeld(at=at(4), by=REP, reasons=("fit",)))).told_at == at(3)


def test_talks_add_up() -> None:
    log = (*TOLD, e.TalkHeld(at=at(4), by=REP, reasons=("fit",)), e.TalkHeld(at=at(5), by=REP, reasons=("budget",)))
    assert fold(log).discussed == {"fit", "budget"}


def test_a_later_answer_amends_an_earlier_one_and_the_others_stay() -> None:
    log = (
        *ASKED,
        e.FeedbackGiven(at=at(5), by=CUSTOMER, answers=(Answer("fit", "right"), Answer("budget", "misread"))),
        e.FeedbackGiven(at=at(6), by=CUSTOMER, answers=(Answer("fit", "misread", "After all."),)),
    )
    state = fold(log)
    assert [(a.kind, a.verdict) for a in state.answers] == [("fit", "misread"), ("budget", "misread")]
    assert state.replied_at == at(6)
    assert [reason.kind for reason in state.corrected] == ["fit"]


def test_what_they_have_not_answered_is_not_filled_in() -> None:
    two = (e.Considered(at=at(2), by=REP, reasons=(FIT, BUDGET), known=KNOWN),)
    state = fold((*two, e.FeedbackGiven(at=at(5), by=CUSTOMER, answers=(Answer("fit", "can-change"),))))
    assert [reason.kind for reason in state.unanswered] == ["budget"]
    assert [reason.kind for reason in state.corrected] == ["fit"]
    assert state.answer("budget") is None


def test_only_what_the_customer_wrote_lies_unread() -> None:
    relayed = e.FeedbackGiven(at=at(5), by=REP, words="She agrees.")
    own = e.FeedbackGiven(at=at(5), by=CUSTOMER, words="I agree.")
    assert not fold((*ASKED, relayed)).unread
    assert fold((*ASKED, own)).unread
    assert fold((*ASKED, own, relayed)).unread
    assert not fold(read((*ASKED, own))).unread


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        (e.Called(at=at(6), by=REP, contact="claire", outcome="voicemail"), True),
        (e.Called(at=at(6), by=REP, contact="claire", outcome="no-answer"), True),
        (e.Called(at=at(6), by=REP, contact="claire", outcome="reached"), False),
        (e.TalkHeld(at=at(6), by=REP, reasons=("fit",)), False),
        (e.FeedbackGiven(at=at(6), by=CUSTOMER, words="Also this."), True),
        (e.Acknowledged(at=at(6), by=REP, text="Read."), True),
    ],
)
def test_a_wish_to_be_called_stands_until_they_are_reached(event: e.Event, wanted: bool) -> None:
    log = (*ASKED, e.FeedbackGiven(at=at(5), by=CUSTOMER, call_me=True), event)
    assert fold(log).call_wanted == wanted


def test_a_complaint_is_open_until_somebody_who_may_has_said_sorry() -> None:
    assert fold(FURIOUS).mangled
    assert fold((*FURIOUS, replace(HEARD, mends=False))).mangled
    healed = fold((*FURIOUS, HEARD))
    assert not healed.mangled
    assert healed.complained_at == at(3, "12:00")
    assert fold((*FURIOUS, HEARD, e.Complained(at=at(4), by=CUSTOMER, text="Again!"))).mangled


def test_a_call_that_was_stored_before_calls_said_whether_they_mend_keeps_its_meaning() -> None:
    body = {"kind": "called", "at": "2026-03-04T09:30:00+01:00", "contact": "claire", "outcome": "reached"}
    for by, mangled in ((BOSS, False), (REP, True)):
        call = msgspec.convert({**body, "by": msgspec.to_builtins(by)}, e.Called)
        assert fold((*FURIOUS, call)).mangled == mangled
    unheard = msgspec.convert({**body, "by": msgspec.to_builtins(BOSS), "outcome": "voicemail"}, e.Called)
    assert fold((*FURIOUS, unheard)).mangled


@pytest.mark.parametrize(
    ("log", "bluff"),
    [
        (TOLD, True),
        (READY, False),
        (read(answered("right")), True),
        (read(answered("misread")), False),
        (read(answered("can-change")), False),
    ],
)
def test_to_take_it_back_is_a_bluff_when_they_knew_and_nothing_changed(log: Log, bluff: bool) -> None:
    assert fold((*log, e.TakenBack(at=at(9), by=REP, words=""))).bluff == bluff
    assert not fold(log).bluff


@pytest.mark.parametrize(("log", "untold"), [((), True), (VOICEMAIL, True), (TOLD, False), (STAYED, False)])
def test_who_has_not_been_told(log: Log, untold: bool) -> None:
    assert fold(log).untold == untold


def test_where_we_stay_there_is_nothing_left_to_tell() -> None:
    assert not fold((*READY, e.Stayed(at=at(9), by=REP, changed="Wifi."))).untold


def test_how_it_ended_is_kept() -> None:
    state = fold((*PARTED, e.CheckedBack(at=at(10, month=7), by=REP, outcome="Live.")))
    assert (state.ended_at, state.thanked, state.check_back_on) == (at(12), True, date(2026, 7, 10))
    assert (state.checked_at, state.outcome) == (at(10, month=7), "Live.")
    assert fold(STAYED).changed == "Wifi."


def test_a_log_may_be_folded_in_parts() -> None:
    for cut in range(len(PARTED) + 1):
        assert fold(PARTED[cut:], fold(PARTED[:cut])) == fold(PARTED)


def test_nothing_folds_to_nothing() -> None:
    assert fold(()) == WalkAway()
