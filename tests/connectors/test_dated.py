"""What is dated in a calendar file."""

from datetime import UTC, date, datetime, timedelta
from time import process_time

import pytest

from bowout.connectors.calendar import Dated, Unreadable, dated, read

SINCE, UNTIL = datetime(2026, 3, 1, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)


def file(*lines: str, method: str = "REQUEST", head: str = "") -> bytes:
    told = ["BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", *([head] if head else [])]
    return "\r\n".join([*told, *lines, "END:VCALENDAR", ""]).encode()


def event(start: str, title: str = "Depot demo", uid: str = "1@x", *more: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{start}", f"SUMMARY:{title}", *more, "END:VEVENT")


def said(raw: bytes) -> list[Dated]:
    return list(read(raw, SINCE, UNTIL, "Europe/Berlin"))


def test_it_works() -> None:
    (one,) = said(file(*event(";TZID=Europe/Paris:20260304T100000")))
    at = datetime(2026, 3, 4, 9, tzinfo=UTC)
    assert one == Dated("1@x", "Depot demo", "demo", at=at, until=at, busy=True)


@pytest.mark.parametrize(
    ("start", "at"),
    [
        (":20260304T100000Z", datetime(2026, 3, 4, 10, tzinfo=UTC)),
        (":20260304T100000", datetime(2026, 3, 4, 9, tzinfo=UTC)),
        (":20260704T100000", datetime(2026, 7, 4, 8, tzinfo=UTC)),
    ],
    ids=["UTC", "on nobody's clock: ours", "in summer"],
)
def test_whose_clock_it_is(start: str, at: datetime) -> None:
    assert said(file(*event(start)))[0].at == at


def test_a_whole_day_is_a_day() -> None:
    (one,) = said(file(*event(";VALUE=DATE:20260304", "Angebotsabgabe Los 2")))
    assert (one.at, one.day, one.kind) == (None, date(2026, 3, 4), "submission")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Jour fixe", "meeting"),
        ("", "meeting"),
        ("Democracy talk", "demo"),
        ("Démonstration à l’atelier", "demo"),
        ("Submission RFP 24-117", "submission"),
        ("Remise des offres", "submission"),
        ("Vergabe Los 2", "decision"),
        ("Deadline for the decision", "decision"),
    ],
)
def test_what_it_is_by_its_title(title: str, kind: str) -> None:
    assert said(file(*event(":20260304T100000Z", title)))[0].kind == kind


def test_called_off_is_said_by_the_event_or_by_the_file() -> None:
    assert said(file(*event(":20260304T100000Z", "Demo", "1@x", "STATUS:CANCELLED")))[0].off
    assert said(file(*event(":20260304T100000Z"), method="CANCEL"))[0].off


def test_a_weekly_meeting_is_there_each_time_and_one_that_was_moved_keeps_its_name() -> None:
    weekly = event(":20260304T100000Z", "Jour fixe", "w@x", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = event(":20260312T150000Z", "Jour fixe", "w@x", "RECURRENCE-ID:20260311T100000Z")
    before, after = said(file(*weekly)), said(file(*weekly, *moved))
    assert len({(one.key, one.original) for one in before}) == 3
    assert [(one.key, one.original) for one in after] == [(one.key, one.original) for one in before]
    assert [one.at for one in after][1] == datetime(2026, 3, 12, 15, tzinfo=UTC)


def test_a_meeting_for_ever_ends_with_the_time_that_was_asked_for() -> None:
    found = said(file(*event(":20200101T100000Z", "Jour fixe", "w@x", "RRULE:FREQ=DAILY")))
    assert len(found) == (UNTIL - SINCE) / timedelta(days=1)
    assert found[0].at == datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("raw", [b"", b"Dear Alice", b"BEGIN:VCALENDAR\r\n", b"\xff\xfe\x00", b"PK\x03\x04"])
def test_what_is_no_calendar_is_said_with_the_mend(raw: bytes) -> None:
    with pytest.raises(Unreadable, match=r"Export the appointment as \.ics"):
        said(raw)


def test_one_broken_event_breaks_no_other() -> None:
    broken = ("BEGIN:VEVENT", "UID:b@x", "DTSTART:not a time", "SUMMARY:Broken", "END:VEVENT")
    assert [one.title for one in said(file(*broken, *event(":20260304T100000Z")))] == ["Depot demo"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=YEARLY;INTERVAL=-1",
        "FREQ=DAILY;BYSETPOS=5",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9",
    ],
)
def test_what_repeats_within_a_day_is_no_appointment_and_takes_no_time(rule: str) -> None:
    began = process_time()
    endless = event(":20260304T100000Z", "Demo", "1@x", f"RRULE:{rule}")
    fine = event(":20260305T100000Z", "Demo", "2@x")
    assert [one.key for one in said(file(*endless, *fine))] == ["2@x"]
    assert process_time() - began < 5


def test_a_file_full_of_repetitions_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dated, "PATIENCE", 0.5)
    never = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    many = [line for number in range(50) for line in event(":20260304T100000Z", "Demo", f"{number}@x", never)]
    with pytest.raises(Unreadable, match="too many repetitions"):
        said(file(*many))


def test_what_is_private_keeps_its_title() -> None:
    (one,) = said(file(*event(":20260304T100000Z", "My job offer at Atelier", "1@x", "CLASS:PRIVATE")))
    assert one.title == "Private"


@pytest.mark.parametrize(
    "more",
    [
        tuple(f"RRULE:FREQ=DAILY;COUNT={number}" for number in range(1, 400)),
        ("RRULE:FREQ=DAILY;COUNT=9", "EXRULE:FREQ=DAILY;INTERVAL=0"),
    ],
    ids=["many rules", "a rule of what is left out"],
)
def test_what_no_program_writes_takes_no_time(more: tuple[str, ...]) -> None:
    began = process_time()
    said(file(*event(":20260304T100000Z", "Demo", "1@x", *more)))
    assert process_time() - began < 3


def test_a_series_that_began_before_there_were_computers_takes_no_time() -> None:
    began = process_time()
    assert said(file(*event(":00010101T100000Z", "Demo", "1@x", "RRULE:FREQ=DAILY"))) == []
    assert process_time() - began < 3


def test_events_in_events_are_refused_at_once() -> None:
    began = process_time()
    with pytest.raises(Unreadable):
        said(file(*["BEGIN:VEVENT"] * 5000, *["END:VEVENT"] * 5000))
    assert process_time() - began < 3


@pytest.mark.parametrize("zone", ["America", "Etc", "A" * 300])
def test_a_zone_that_is_a_folder_is_no_zone(zone: str) -> None:
    with pytest.raises(Unreadable):
        said(file(*event(f";TZID={zone}:20260304T100000")))


@pytest.mark.parametrize("odd", ["DTEND:99991231T235959Z", "DURATION:P99999999D"])
def test_one_odd_end_keeps_no_other_appointment_out(odd: str) -> None:
    found = said(file(*event(":20260304T100000Z", "Odd", "1@x", odd), *event(":20260305T100000Z", "Fine", "2@x")))
    assert "Fine" in [one.title for one in found if not one.off]
