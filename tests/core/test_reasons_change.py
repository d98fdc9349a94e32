"""Reasons change on the way: what was said, asked and answered holds for the words that stood then (M1, M3.4, M9)."""

from msgspec.structs import replace

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.due import next_steps
from bowout.core.guards.stories import ASKED, BUDGET, DEAL, EXPLAINED, FIT, KNOWN, REP, answered, at, read
from bowout.core.reasons import Answer, ReasonKind
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from tests.core.telling import Log, decided, found, played

SHARPER = replace(FIT, customer="Your night drivers work without a connection, and our maps need one.")
MISREAD = read(answered("misread", "All depots have wifi."))


def consider(*reasons: object, dropped: tuple[ReasonKind, ...] = (), day: int = 9) -> i.Consider:
    return i.Consider(at=at(day), by=REP, reasons=reasons, known=KNOWN, dropped=dropped)  # type: ignore[arg-type]


def due(log: Log) -> list[str]:
    return [step.do for step in next_steps(fold(log), Setting(DEAL))]


def test_an_answer_belongs_to_the_words_that_it_answered() -> None:
    state = fold(played(consider(SHARPER), past=read(answered("right"))))
    assert state.answer("fit") is None
    assert [reason.kind for reason in state.unasked] == ["fit"]
    assert "fit" not in state.discussed


def test_what_only_we_read_of_a_reason_may_change_under_an_answer() -> None:
    log = played(consider(replace(FIT, internal="Not before autumn.")), past=read(answered("right")))
    assert fold(log).answer("fit") is not None


def test_a_reason_in_new_words_is_asked_about_before_we_part() -> None:
    log = played(consider(SHARPER), past=read(answered("right")))
    part = i.Part(at=at(12), by=REP, thanks=True)
    assert [finding.says for finding in found("parts-without-having-asked", log, part)] == [
        "They have not been asked about these, as they stand now: fit."
    ]
    assert due(log) == ["ask-feedback"]
    asked = played(i.AskFeedback(at=at(9, "11:00"), by=REP, override="On the phone."), past=log)
    assert found("parts-without-having-asked", asked, part) == []
    assert due(asked) == ["part"]


def test_a_reason_found_after_asking_is_asked_about_as_well() -> None:
    log = played(consider(BUDGET, day=6), past=ASKED)
    assert [reason.kind for reason in fold(log).unasked] == ["budget"]
    assert due(log) == ["ask-feedback"]


def test_a_dropped_reason_is_no_reason_any_more() -> None:
    log = played(consider(BUDGET), consider(dropped=("fit",)), past=MISREAD)
    state = fold(log)
    assert [reason.kind for reason in state.reasons] == ["budget"]
    assert state.corrected == ()
    assert found("parts-over-a-correction", log, i.Part(at=at(12), by=REP, thanks=True)) == []


def test_the_last_reason_cannot_be_dropped() -> None:
    decision = decided(MISREAD, replace(consider(dropped=("fit",)), override="We were wrong."))
    assert not decision.accepted


def test_staying_for_a_correction_is_no_bluff_although_the_reason_was_dropped_or_reworded() -> None:
    stay = i.Stay(at=at(10), by=REP, changed="All depots have wifi.")
    for log in (played(consider(BUDGET, dropped=("fit",)), past=MISREAD), played(consider(SHARPER), past=MISREAD)):
        assert found("taken-back-though-nothing-changed", log, stay) == []
        stayed = fold(played(stay, past=log))
        assert stayed.swayed
        assert not stayed.bluff


def test_staying_after_dropping_what_nobody_corrected_is_one() -> None:
    log = played(consider(BUDGET, dropped=("fit",)), past=EXPLAINED)
    stay = i.Stay(at=at(10), by=REP, changed="A quiet quarter.", override="We need it.")
    assert found("taken-back-though-nothing-changed", log, stay)
    assert fold(played(stay, past=log)).bluff


def test_to_reword_what_they_corrected_and_now_find_right_is_still_a_bluff() -> None:
    agreed = i.Feedback(at=at(10), by=REP, answers=(Answer("fit", "right"),), override="On the phone.")
    log = played(consider(SHARPER), agreed, past=MISREAD)
    stay = i.Stay(at=at(10, "11:00"), by=REP, changed="A quiet quarter.", override="We need it.")
    assert found("taken-back-though-nothing-changed", log, stay)
    stayed = fold(played(stay, past=log))
    assert stayed.bluff
    assert not stayed.swayed


def test_what_was_said_of_no_reason_of_ours_is_not_an_answer_to_one_that_is_found_later() -> None:
    early = (
        i.HoldTalk(at=at(4, "16:00"), by=REP, reasons=("fit", "budget"), override="We did."),
        i.Feedback(at=at(5), by=REP, answers=(Answer("budget", "right"),), override="On the phone."),
    )
    state = fold(played(*early, consider(BUDGET), past=ASKED))
    assert state.answer("budget") is None
    assert "budget" not in state.discussed
    assert [reason.kind for reason in state.unasked] == ["budget"]


def test_more_time_moves_the_end_and_the_step_that_waits_for_it() -> None:
    log = played(i.GiveTime(at=at(6), by=REP, until=at(18, "18:00")), past=ASKED)
    assert fold(log).window_until == at(18, "18:00")
    (step,) = next_steps(fold(log), Setting(DEAL))
    assert (step.do, step.due) == ("part", at(18, "18:00"))
    assert found("parts-inside-the-window", log, i.Part(at=at(12), by=REP, thanks=True))


def test_a_question_asked_again_keeps_the_time_that_was_given() -> None:
    log = played(i.GiveTime(at=at(6), by=REP, until=at(27, "18:00")), past=ASKED)
    again = played(i.AskFeedback(at=at(9), by=REP), past=log)
    assert fold(again).window_until == at(27, "18:00")


def test_time_can_be_given_in_the_log_of_events() -> None:
    assert fold((*ASKED, e.TimeGiven(at=at(6), by=REP, until=at(18)))).status == "asked"
