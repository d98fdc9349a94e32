"""Every number of the playbook, on the very edge where it begins to matter."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards.stories import (
    ASKED,
    CONSIDERED,
    DEAL,
    MANAGER,
    PARTED,
    READY,
    REP,
    TENDER,
    TOLD,
    answered,
    at,
    read,
    with_entry,
)
from bowout.core.playbook import Playbook
from tests.core.telling import decided, found, reached, severity

SPRINGS, ELEVENTH, LATE = "springs-it-before-a-meeting", "eleventh-hour", "raised-late"
INDECENT, INSIDE, FORGOTTEN = "calls-at-an-indecent-hour", "parts-inside-the-window", "check-back-forgotten"


@pytest.mark.parametrize(
    ("clock", "grave"),
    [
        ("09:55", "block"),
        ("08:01", "block"),
        ("08:00", "block"),
    ],
)
def test_minutes_before_a_meeting_it_is_a_block(clock: str, grave: str) -> None:
    assert severity(SPRINGS, READY, reached(3, clock), with_entry("meeting", at(3))) == grave


@pytest.mark.parametrize(
    ("call", "meeting", "grave"),
    [
        (at(3, "12:01"), at(3, "14:00"), "block"),
        (at(3, "12:00"), at(3, "14:00"), "warn"),
        (at(3, "09:01"), at(3, "18:00"), "warn"),
        (at(3, "09:00"), at(3, "18:00"), ""),
        # over night, only their office hours count
        (at(3, "17:01"), at(4, "10:00"), "block"),
        (at(3, "17:00"), at(4, "10:00"), "warn"),
        (at(3, "10:01"), at(4, "10:00"), "warn"),
        (at(3, "10:00"), at(4, "10:00"), ""),
        # and over a weekend
        (at(6, "17:01"), at(9, "10:00"), "block"),
        (at(6, "10:01"), at(9, "10:00"), "warn"),
        (at(6, "10:00"), at(9, "10:00"), ""),
        # what is over is no appointment
        (at(3, "14:00"), at(3, "13:59"), ""),
    ],
)
def test_two_working_hours_before_a_meeting_block_and_a_working_day_warns(
    call: object, meeting: object, grave: str
) -> None:
    intent = replace(reached(3), at=call)
    assert severity(SPRINGS, READY, intent, with_entry("demo", meeting)) == grave


@pytest.mark.parametrize(
    ("book", "call", "grave"),
    [
        (Playbook(office_opens=8, office_closes=20), at(3, "10:01"), "warn"),
        (Playbook(office_opens=8, office_closes=20), at(3, "10:00"), ""),
        (Playbook(office_opens=10, office_closes=16), at(3, "10:01"), "warn"),
        (Playbook(office_opens=10, office_closes=16), at(3, "10:00"), ""),
        (Playbook(meeting_warn_days=2), at(2, "10:01"), "warn"),
        (Playbook(meeting_warn_days=2), at(2, "10:00"), ""),
        (Playbook(meeting_warn_days=0), at(3, "17:01"), "block"),
        (Playbook(meeting_warn_days=0), at(3, "17:00"), ""),
    ],
)
def test_a_working_day_before_a_meeting_is_as_long_as_their_office_is_open(
    book: Playbook, call: object, grave: str
) -> None:
    deal = with_entry("meeting", at(4, "10:00"))
    assert severity(SPRINGS, READY, replace(reached(3), at=call), deal, book) == grave


def test_a_team_that_blocks_longer_than_it_warns_blocks() -> None:
    book = Playbook(meeting_block_hours=10, meeting_warn_days=1)
    deal = with_entry("meeting", at(4, "10:00"))
    assert severity(SPRINGS, READY, reached(3, "10:00"), deal, book) == "block"
    assert severity(SPRINGS, READY, reached(3, "09:00"), deal, book) == ""


def test_only_the_next_appointment_counts() -> None:
    entries = (*with_entry("demo", at(20)).calendar, *with_entry("meeting", at(3, "11:00")).calendar)
    assert severity(SPRINGS, READY, reached(3), replace(DEAL, calendar=entries)) == "block"
    assert severity(SPRINGS, READY, reached(3, "11:01"), replace(DEAL, calendar=entries)) == ""


@pytest.mark.parametrize(
    ("outcome", "grave"),
    [("reached", "block"), ("voicemail", "block"), ("no-answer", "block")],
)
def test_a_call_springs_it_whether_or_not_somebody_answers(outcome: str, grave: str) -> None:
    intent = replace(reached(3, "09:55"), outcome=outcome)
    assert severity(SPRINGS, READY, intent, with_entry("meeting", at(3))) == grave


def test_once_they_know_a_call_before_a_meeting_is_only_a_call() -> None:
    assert severity(SPRINGS, TOLD, reached(4, "09:55"), with_entry("meeting", at(4))) == ""


def test_parting_minutes_before_a_meeting_springs_it_however_long_they_knew() -> None:
    part = i.Part(at=at(12, "09:30"), by=REP, thanks=True)
    assert severity(SPRINGS, ASKED, part, with_entry("meeting", at(12))) == "block"


@pytest.mark.parametrize(
    ("day", "entry", "grave"),
    [
        (3, at(6, "12:00"), "warn"),  # Tuesday to Friday: three working days
        (3, at(9, "12:00"), ""),  # to Monday: four
        (5, at(10, "12:00"), "warn"),  # Thursday to Tuesday: three, over the weekend
        (5, at(11, "12:00"), ""),
        (3, at(3, "12:00"), "warn"),
        (3, at(3, "10:00"), "warn"),  # in that very minute
        (3, at(3, "09:59"), ""),
    ],
)
def test_three_working_days_before_a_submission_it_is_the_eleventh_hour(day: int, entry: object, grave: str) -> None:
    for kind in ("submission", "decision"):
        assert severity(ELEVENTH, READY, reached(day), with_entry(kind, entry)) == grave
    assert severity(ELEVENTH, READY, reached(day), with_entry("meeting", entry)) == ""


def test_parting_at_the_eleventh_hour_blocks_only_those_whom_nobody_told() -> None:
    deal = with_entry("decision", at(13))
    part = i.Part(at=at(12), by=REP, thanks=True)
    assert severity(ELEVENTH, READY, part, deal) == "block"
    assert severity(ELEVENTH, TOLD, part, deal) == ""


def test_a_doubt_recorded_at_the_eleventh_hour_hears_of_the_best_path_left() -> None:
    consider = i.Consider(at=at(3), by=REP, reasons=CONSIDERED[0].reasons, known=CONSIDERED[0].known)
    deal = with_entry("submission", at(4))
    (finding,) = found(ELEVENTH, (), consider, deal)
    assert finding.severity == "warn"
    assert "call now" in finding.instead
    (finding,) = found(ELEVENTH, (), replace(consider, at=at(3, "22:00")), deal)
    assert "call at Wed 4 Mar 2026, 09:00 (Paris), when they open" in finding.instead
    (finding,) = found(ELEVENTH, (), consider, replace(deal, regime="no-contact"))
    assert "write to the procurement officer" in finding.instead


@pytest.mark.parametrize(
    ("moment", "late"),
    [(at(4, "18:00"), False), (at(4, "18:01"), True), (at(5, "09:00"), True)],
)
def test_two_working_days_are_quick_and_not_a_minute_more(moment: object, late: bool) -> None:
    for intent in (
        i.Review(at=moment, by=REP),
        replace(reached(3), at=moment),
        i.Message(at=moment, by=REP, channel="email", contact="claire", text="May I call you?"),
    ):
        assert bool(found(LATE, READY, intent)) == late


def test_a_call_that_reaches_nobody_is_not_late_yet() -> None:
    assert not found(LATE, READY, replace(reached(9), outcome="no-answer"))


def test_quickly_is_counted_from_the_first_doubt() -> None:
    again = e.Considered(at=at(5), by=REP, reasons=(), known=CONSIDERED[0].known)
    ready = e.Confirmed(at=at(5), by=REP), e.Confirmed(at=at(5), by=MANAGER)
    assert found(LATE, (*CONSIDERED, again, *ready), reached(6))


@pytest.mark.parametrize(
    ("clock", "grave"),
    [("08:59", "block"), ("09:00", ""), ("17:59", ""), ("18:00", "block"), ("00:00", "block")],
)
def test_a_decent_hour_begins_at_nine_and_ends_at_six(clock: str, grave: str) -> None:
    assert severity(INDECENT, READY, reached(3, clock)) == grave
    for channel in ("text", "sms", "chat"):
        text = i.Message(at=at(3, clock), by=REP, channel=channel, contact="claire", text="May I call?")
        assert severity(INDECENT, READY, text) == grave
    mail = i.Message(at=at(3, clock), by=REP, channel="email", contact="claire", text="May I call?")
    assert severity(INDECENT, READY, mail) == ""


def test_an_hour_to_wait_for_is_none_that_springs_it_before_a_meeting() -> None:
    night = reached(3, "23:00")
    (finding,) = found(INDECENT, READY, night)
    assert finding.instead == "Wait until Wed 4 Mar 2026, 09:00 (Paris)."
    (finding,) = found(INDECENT, READY, night, with_entry("meeting", at(4, "10:00")))
    assert finding.instead.startswith("Keep the meeting")
    (finding,) = found(INDECENT, READY, night, with_entry("meeting", at(4, "14:00")))
    assert finding.instead == "Wait until Wed 4 Mar 2026, 09:00 (Paris)."
    (finding,) = found(INDECENT, TOLD, night, with_entry("meeting", at(4, "10:00")))
    assert finding.instead == "Wait until Wed 4 Mar 2026, 09:00 (Paris)."


def test_nobody_is_sent_to_the_phone_at_night_to_be_in_time_for_a_meeting() -> None:
    deal = with_entry("meeting", at(4, "14:00"))
    (finding,) = found(SPRINGS, READY, reached(3, "23:00"), deal)
    assert finding.severity == "warn"
    assert "Call at Wed 4 Mar 2026, 09:00 (Paris), when they open, not later" in finding.instead
    (finding,) = found(SPRINGS, READY, reached(4, "09:00"), deal)
    assert "Call now, not later" in finding.instead


def test_a_team_may_call_earlier_and_later() -> None:
    book = Playbook(office_opens=8, office_closes=20)
    assert severity(INDECENT, READY, reached(3, "08:00"), playbook=book) == ""
    assert severity(INDECENT, READY, reached(3, "19:59"), playbook=book) == ""
    assert severity(INDECENT, READY, reached(3, "20:00"), playbook=book) == "block"


def test_a_talk_may_be_booked_for_the_evening_if_they_want_it() -> None:
    evening = i.BookTalk(at=at(3), by=REP, talk_at=at(4, "20:00"))
    assert severity(INDECENT, TOLD, evening) == "warn"
    assert severity(INDECENT, TOLD, replace(evening, talk_at=at(4, "17:00"))) == ""


@pytest.mark.parametrize(
    ("clock", "grave"),
    [("08:59", "block"), ("09:00", ""), ("17:59", ""), ("18:00", "block"), ("23:30", "block")],
)
def test_a_talk_that_nobody_agreed_on_keeps_to_decent_hours_as_a_call_does(clock: str, grave: str) -> None:
    assert severity(INDECENT, TOLD, i.HoldTalk(at=at(4, clock), by=REP)) == grave


def test_a_talk_in_the_evening_that_they_agreed_on_is_warned_of_and_not_refused() -> None:
    booked = (*TOLD, e.TalkBooked(at=at(3), by=REP, talk_at=at(4, "20:00")))
    assert severity(INDECENT, booked, i.HoldTalk(at=at(4, "20:00"), by=REP)) == "warn"
    assert severity(INDECENT, booked, i.HoldTalk(at=at(5, "20:00"), by=REP)) == "block"
    assert severity(INDECENT, booked, i.HoldTalk(at=at(4, "17:00"), by=REP)) == ""


@pytest.mark.parametrize(
    ("moment", "grave"),
    [
        (at(11, "18:00") - timedelta(seconds=1), "block"),
        (at(11, "18:00"), ""),
        (at(11, "18:00") + timedelta(seconds=1), ""),
    ],
)
def test_the_window_ends_at_the_second_that_was_promised(moment: object, grave: str) -> None:
    assert severity(INSIDE, ASKED, i.Part(at=moment, by=REP, thanks=True)) == grave


def test_the_window_is_open_to_those_who_have_confirmed_all() -> None:
    part = i.Part(at=at(9), by=REP, thanks=True)
    assert severity(INSIDE, read(answered("right")), part) == "advise"
    words_only = (*ASKED, e.FeedbackGiven(at=at(6), by=REP, words="We must ask the depots."))
    assert severity(INSIDE, words_only, part) == "block"


def test_the_window_is_as_long_as_the_playbook_says_and_does_not_move_afterwards() -> None:
    asked = decided(TOLD, i.AskFeedback(at=at(6, "16:00"), by=REP), playbook=Playbook(feedback_days=3))
    event = asked.events[-1]
    assert isinstance(event, e.FeedbackAsked)
    assert event.until == at(11, "18:00")
    part = i.Part(at=at(12), by=REP, thanks=True)
    assert severity(INSIDE, (*TOLD, event), part, playbook=Playbook(feedback_days=60)) == ""


@pytest.mark.parametrize(
    ("day", "forgotten"),
    [(date(2026, 7, 10), False), (date(2026, 7, 24), False), (date(2026, 7, 25), True)],
)
def test_two_weeks_late_is_still_a_check_back(day: date, forgotten: bool) -> None:
    moment = at(day.day, "23:59", day.month)
    for intent in (i.Review(at=moment, by=REP), i.CheckBack(at=moment, by=REP)):
        assert bool(found(FORGOTTEN, PARTED, intent)) == forgotten


def test_nothing_is_forgotten_that_was_never_promised() -> None:
    never = (*PARTED[:-1], replace(PARTED[-1], check_back_on=None))
    assert not found(FORGOTTEN, never, i.Review(at=at(10, month=12), by=REP))


@pytest.mark.parametrize(
    ("part", "day"),
    [
        (i.Part(at=at(12), by=REP, thanks=True), date(2026, 7, 10)),
        (i.Part(at=at(12, "23:30"), by=REP, thanks=True), date(2026, 7, 10)),
        (i.Part(at=at(12), by=REP, thanks=True, check_back_on=date(2027, 1, 4)), date(2027, 1, 4)),
        (i.Part(at=at(12), by=REP, thanks=True, never=True), None),
        (i.Part(at=at(12), by=REP, thanks=True, never=True, check_back_on=date(2027, 1, 4)), None),
    ],
)
def test_the_check_back_is_120_days_on_or_on_their_day_or_never(part: i.Part, day: date | None) -> None:
    event = decided(ASKED, part).events[-1]
    assert isinstance(event, e.Parted)
    assert event.check_back_on == day


def test_one_confirmation_is_enough_where_the_playbook_says_so() -> None:
    rep_only = (*CONSIDERED, e.Confirmed(at=at(2), by=REP))
    assert severity("not-prepared-to-walk", rep_only, reached(3)) == "block"
    assert severity("not-prepared-to-walk", rep_only, reached(3), playbook=Playbook(manager_confirms=False)) == ""
    assert (
        severity("not-prepared-to-walk", CONSIDERED, reached(3), playbook=Playbook(manager_confirms=False)) == "block"
    )


def test_a_letter_is_the_form_of_a_tender_and_a_text_is_not() -> None:
    letter = i.Message(at=at(3), by=REP, channel="letter", contact="ines", text="We are considering to withdraw.")
    rule = "breaks-the-no-contact-period"
    assert severity(rule, READY, letter, TENDER) == ""
    assert severity(rule, READY, replace(letter, channel="sms"), TENDER) == "warn"
    assert severity(rule, READY, replace(letter, contact="claire"), TENDER) == "block"
