"""Judge, then write down what happens and what was said about it."""

import pytest

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards.stories import (
    ASKED,
    BOSS,
    CONSIDERED,
    CUSTOMER,
    FIT,
    KNOWN,
    MANAGER,
    PARTED,
    READY,
    REP,
    TENDER,
    TOLD,
    VOICEMAIL,
    answered,
    at,
    read,
    with_entry,
)
from bowout.core.process import judge
from bowout.core.reasons import Answer, Known
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from bowout.finding import Finding, gravest_first
from tests.core.telling import decided, played, reached


def kinds(decision_events: tuple[e.Event, ...]) -> list[str]:
    return [event.kind for event in decision_events]


def test_the_right_way_meets_no_finding_from_start_to_end() -> None:
    log = played(
        i.Consider(at=at(2), by=REP, reasons=(FIT,), known=KNOWN),
        i.Confirm(at=at(2), by=REP),
        i.Confirm(at=at(2, "11:00"), by=MANAGER),
        reached(3),
        i.BookTalk(at=at(3), by=REP, talk_at=at(4, "14:00")),
        i.HoldTalk(at=at(4, "14:00"), by=REP),
        i.AskFeedback(at=at(4, "15:00"), by=REP),
        i.Feedback(at=at(6), by=CUSTOMER, answers=(Answer("fit", "right"),)),
        i.Acknowledge(at=at(6, "12:00"), by=REP, text="Thank you."),
        i.Part(at=at(12), by=REP, thanks=True),
        i.CheckBack(at=at(10, month=7), by=REP, outcome="Live."),
        i.InvitedBack(at=at(10, month=9), by=CUSTOMER),
    )
    assert kinds(log) == [
        "considered",
        "confirmed",
        "confirmed",
        "called",
        "told",
        "talk-booked",
        "talk-held",
        "feedback-asked",
        "feedback-given",
        "acknowledged",
        "parted",
        "checked-back",
        "invited-back",
    ]
    assert fold(log).status == "invited-back"


def test_a_block_refuses_and_nothing_happens() -> None:
    decision = decided(CONSIDERED, reached(3))
    assert (decision.accepted, decision.events) == (False, ())
    assert [finding.rule for finding in decision.findings] == ["not-prepared-to-walk"]


def test_an_override_lets_it_happen_and_is_kept_with_what_it_overrode() -> None:
    call = i.Call(at=at(3), by=REP, contact="claire", outcome="reached", override="She rang me.")
    decision = decided(CONSIDERED, call)
    assert kinds(decision.events) == ["overridden", "called", "told"]
    note = decision.events[0]
    assert isinstance(note, e.Overridden)
    assert (note.rule, note.reason) == ("not-prepared-to-walk", "She rang me.")
    assert note.says == decision.findings[0].says
    assert fold((*CONSIDERED, *decision.events)).overrides == (note,)


@pytest.mark.parametrize("override", ["", " ", "\n\t"])
def test_blanks_are_no_reason(override: str) -> None:
    call = i.Call(at=at(3), by=REP, contact="claire", outcome="reached", override=override)
    assert not decided(CONSIDERED, call).accepted


def test_one_reason_overrides_all_blocks_and_each_is_kept() -> None:
    call = i.Call(at=at(3, "23:00"), by=REP, contact="hugo", outcome="reached", override="It happened.")
    decision = decided(CONSIDERED, call)
    assert [note.rule for note in decision.events if isinstance(note, e.Overridden)] == [
        "not-prepared-to-walk",
        "tells-the-wrong-person",
        "calls-at-an-indecent-hour",
    ]


def test_what_makes_no_sense_cannot_be_overridden() -> None:
    by_them = i.Confirm(at=at(2), by=CUSTOMER, override="They insist.")
    assert not decided(CONSIDERED, by_them).accepted
    again = i.Part(at=at(13), by=REP, thanks=True, override="Once more.")
    assert not decided(PARTED, again).accepted


def test_a_talk_that_touched_a_reason_that_nobody_listed_is_logged_with_a_word_why() -> None:
    unknown = {"at": at(4), "by": REP, "reasons": ("capacity",)}
    assert not decided(TOLD, i.HoldTalk(**unknown)).accepted
    assert decided(TOLD, i.HoldTalk(**unknown, override="It came up.")).accepted


def test_a_warning_is_kept_and_does_not_stop_anybody() -> None:
    voicemail = i.Call(at=at(3), by=REP, contact="claire", outcome="voicemail")
    decision = decided(READY, voicemail)
    assert decision.accepted
    assert kinds(decision.events) == ["warned", "called"]
    assert fold((*READY, *decision.events)).warnings[0].rule == "voicemail-is-not-telling"


def test_advice_is_only_said() -> None:
    decision = decided(read(answered("right")), i.Part(at=at(9), by=REP, thanks=True))
    assert [finding.severity for finding in decision.findings] == ["advise"]
    assert kinds(decision.events) == ["parted"]


def test_the_gravest_finding_comes_first_and_equals_keep_their_order() -> None:
    made = [
        Finding(rule=name, severity=severity, says="", why="", instead="")  # type: ignore[arg-type]
        for name, severity in (("a", "advise"), ("b", "warn"), ("c", "block"), ("d", "warn"), ("e", "block"))
    ]
    assert [finding.rule for finding in gravest_first(made)] == ["c", "e", "b", "d", "a"]


def test_asking_what_the_guards_would_say_changes_nothing() -> None:
    assert judge(fold(CONSIDERED), reached(3), Setting(TENDER)) == decided(CONSIDERED, reached(3), TENDER).findings


@pytest.mark.parametrize("outcome", ["voicemail", "no-answer"])
def test_a_call_that_reaches_nobody_tells_nobody(outcome: str) -> None:
    call = i.Call(at=at(3), by=REP, contact="claire", outcome=outcome)  # type: ignore[arg-type]
    assert "told" not in kinds(decided(READY, call).events)


@pytest.mark.parametrize("channel", ["email", "text", "chat", "letter", "portal"])
def test_nothing_that_is_written_tells_anybody_in_an_open_deal(channel: str) -> None:
    written = i.Message(
        at=at(3), by=REP, channel=channel, contact="claire", text="We are dropping out.", override="Already sent."
    )
    assert kinds(decided(READY, written).events) == ["overridden", "messaged"]


def test_they_are_told_once() -> None:
    assert kinds(decided(TOLD, reached(5)).events) == ["called"]


def test_an_executive_who_mends_a_complaint_does_not_raise_the_walk_away() -> None:
    furious = (*READY, e.Complained(at=at(3), by=CUSTOMER, text="I hear that you leave?"))
    call = i.Call(at=at(3, "11:00"), by=BOSS, contact="claire", outcome="reached")
    decision = decided(furious, call)
    assert (decision.findings, kinds(decision.events)) == ((), ["called"])
    assert fold((*furious, *decision.events)).status == "considering"


def test_a_call_where_we_have_stayed_tells_nobody_that_we_leave() -> None:
    stayed = (*READY, e.Stayed(at=at(3), by=REP, changed="Wifi."))
    wants_a_call = (*stayed, e.FeedbackGiven(at=at(4), by=CUSTOMER, call_me=True))
    call = i.Call(at=at(5, "09:59"), by=REP, contact="hugo", outcome="reached")
    decision = decided(wants_a_call, call, with_entry("meeting", at(5)))
    assert (decision.findings, kinds(decision.events)) == ((), ["called"])


def test_a_talk_without_a_list_was_about_all_reasons() -> None:
    (event,) = decided(TOLD, i.HoldTalk(at=at(4), by=REP)).events
    assert isinstance(event, e.TalkHeld)
    assert event.reasons == ("fit",)


def test_what_happened_before_anybody_recorded_a_doubt_can_be_logged() -> None:
    call = i.Call(at=at(3), by=REP, contact="claire", outcome="reached", override="It slipped out.")
    decision = decided((), call)
    assert kinds(decision.events) == ["overridden", "overridden", "called", "told"]
    log = (
        *decision.events,
        *decided(decision.events, i.Consider(at=at(4), by=REP, reasons=(FIT,), known=KNOWN)).events,
    )
    assert fold(log).status == "told"


def test_a_complaint_is_taken_at_any_time_and_from_anybody() -> None:
    for past in ((), CONSIDERED, VOICEMAIL, ASKED, PARTED):
        for by in (CUSTOMER, REP, BOSS):
            decision = decided(past, i.Complain(at=at(20), by=by, text="Outrageous."))
            assert (decision.accepted, decision.findings) == (True, ())


def test_an_answer_is_never_refused_for_its_time_or_its_words() -> None:
    for past in (CONSIDERED, TOLD, ASKED, PARTED):
        night = i.Feedback(at=at(21, "03:00"), by=CUSTOMER, words="Your people are not sophisticated enough.")
        assert decided(past, night).findings == ()


def test_who_may_do_what() -> None:
    for intent in (i.Confirm, i.AskFeedback, i.HoldTalk, i.CheckBack, i.TakeBack):
        assert "not-theirs-to-do" in {f.rule for f in decided(TOLD, intent(at=at(4), by=CUSTOMER)).findings}
    for role, allowed in ((REP, False), (MANAGER, True), (BOSS, True), (CUSTOMER, False)):
        assert decided(CONSIDERED, i.SendBack(at=at(2), by=role, words="Ask first.")).accepted == allowed


def test_a_doubt_about_which_nothing_is_known_is_advised_to_find_out_first() -> None:
    decision = decided((), i.Consider(at=at(2), by=REP, reasons=(FIT,), known=Known(needs="Routes", players=" ")))
    (finding,) = decision.findings
    assert (finding.rule, finding.severity) == ("not-known-enough", "warn")
    assert "the sales cycle" in finding.says
    assert "its players" in finding.says
    assert "their needs" not in finding.says
    assert decision.accepted
