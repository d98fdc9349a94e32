"""A calendar file on a deal: added, moved, called off; and what is due moves with it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from bowout.desk import calendar_file
from bowout.store.models import CalendarEntry, Deal, WalkAway
from tests import people
from tests.connectors.test_dated import event, file
from tests.people import NOW, Cast
from tests.shell.steps import begin
from tests.shell.web import signed_in, words


def bring(client: Client, deal: Deal, raw: bytes, name: str = "invite.ics") -> str:
    """Upload it, and read the page that follows."""
    file_ = SimpleUploadedFile(name, raw)
    return words(client.post(f"/deals/{deal.pk}/calendar/file/", {"file": file_}, follow=True))


def titles(deal: Deal) -> list[str]:
    rows = deal.calendar.filter(external_id__startswith="ics:").order_by("at")
    return [f"{row.kind} {row.at:%d %b %H:%M} {row.title}" for row in rows]


def test_it_is_added_moved_and_called_off(cast: Cast, at: Any) -> None:
    at(NOW)
    client = signed_in(cast.alice)
    assert "invite.ics: 1 added." in bring(client, cast.deal, file(*event(":20260309T100000Z")))
    assert titles(cast.deal) == ["demo 09 Mar 10:00 Depot demo"]
    assert "Nothing has changed." in bring(client, cast.deal, file(*event(":20260309T100000Z")))
    assert "1 moved." in bring(client, cast.deal, file(*event(":20260310T140000Z")))
    assert titles(cast.deal) == ["demo 10 Mar 14:00 Depot demo"]
    assert "1 called off." in bring(client, cast.deal, file(*event(":20260310T140000Z"), method="CANCEL"))
    assert titles(cast.deal) == []


def test_what_is_due_moves_with_it(cast: Cast, at: Any) -> None:
    at(NOW)
    CalendarEntry.objects.filter(deal=cast.deal).delete()
    begin(cast)
    free = WalkAway.objects.get().next_due
    bring(signed_in(cast.alice), cast.deal, file(*event(":20260305T130000Z")))
    pressed = WalkAway.objects.get().next_due
    assert free is not None
    assert pressed is not None
    assert pressed < free


def test_a_whole_day_ends_when_their_office_closes(cast: Cast, at: Any) -> None:
    at(NOW)
    bring(signed_in(cast.alice), cast.deal, file(*event(";VALUE=DATE:20260310", "Remise des offres")))
    assert titles(cast.deal) == ["submission 10 Mar 17:00 Remise des offres"]


def test_what_is_past_is_left_out(cast: Cast, at: Any) -> None:
    at(NOW)
    text = bring(signed_in(cast.alice), cast.deal, file(*event(":20250310T100000Z")))
    assert "Nothing in the file lies ahead, up to a year from now." in text


def test_a_file_that_is_none_is_named_with_the_mend(cast: Cast) -> None:
    text = bring(signed_in(cast.alice), cast.deal, b"Dear Alice", "letter.txt")
    assert "letter.txt: This is no calendar file" in text
    assert "Export the appointment as .ics and try again." in text


def test_without_a_file_it_says_so(cast: Cast) -> None:
    client = signed_in(cast.alice)
    assert "Choose a calendar file (.ics) first." in words(
        client.post(f"/deals/{cast.deal.pk}/calendar/file/", follow=True)
    )


def test_a_stranger_brings_nothing(cast: Cast) -> None:
    file_ = SimpleUploadedFile("x.ics", file(*event(":20260309T100000Z")))
    answer = signed_in(cast.charlie).post(f"/deals/{cast.deal.pk}/calendar/file/", {"file": file_})
    assert answer.status_code == 404
    assert titles(cast.deal) == []


def weekly(start: str, *more: str, uid: str = "s@x") -> tuple[str, ...]:
    head = ("BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{start}", "SUMMARY:Visit")
    return (*head, "RRULE:FREQ=WEEKLY;COUNT=3", *more, "END:VEVENT")


def one_of(original: str, start: str, *more: str, uid: str = "s@x") -> tuple[str, ...]:
    head = ("BEGIN:VEVENT", f"UID:{uid}", f"RECURRENCE-ID{original}", f"DTSTART{start}", "SUMMARY:Visit")
    return (*head, *more, "END:VEVENT")


TEN, ELEVEN = ";TZID=Europe/Paris:20260309T100000", ";TZID=Europe/Paris:20260309T110000"
NEXT = ";TZID=Europe/Paris:20260316T100000"


def visits(cast: Cast) -> list[str]:
    return [f"{one.at:%d %H}" for one in cast.deal.calendar.filter(title="Visit").order_by("at")]


@pytest.mark.parametrize(
    ("again", "method", "left"),
    [
        (weekly(ELEVEN), "REQUEST", ["09 10", "16 10", "23 10"]),
        (weekly(TEN, f"EXDATE{NEXT}"), "REQUEST", ["09 09", "23 09"]),
        (one_of(NEXT, NEXT), "CANCEL", ["09 09", "23 09"]),
        (one_of(":20260316T090000Z", NEXT), "CANCEL", ["09 09", "23 09"]),
        (one_of(NEXT, ";TZID=Europe/Paris:20260317T150000"), "REQUEST", ["09 09", "17 14", "23 09"]),
        (event(TEN, "Visit", "s@x"), "CANCEL", []),
    ],
    ids=["all moved", "one left out", "one called off", "one called off in UTC", "one moved", "all called off"],
)
def test_a_series_follows_its_file(cast: Cast, at: Any, again: tuple[str, ...], method: str, left: list[str]) -> None:
    at(NOW)
    client = signed_in(cast.alice)
    bring(client, cast.deal, file(*weekly(TEN)))
    assert visits(cast) == ["09 09", "16 09", "23 09"]
    bring(client, cast.deal, file(*again, method=method))
    assert visits(cast) == left


def test_what_is_put_off_for_years_stands_here_no_more(cast: Cast, at: Any) -> None:
    at(NOW)
    client = signed_in(cast.alice)
    bring(client, cast.deal, file(*event(TEN, "Visit")))
    bring(client, cast.deal, file(*event(":20290309T100000Z", "Visit")))
    assert visits(cast) == []


def test_another_title_may_be_another_kind(cast: Cast, at: Any) -> None:
    at(NOW)
    client = signed_in(cast.alice)
    bring(client, cast.deal, file(*event(TEN, "Demo", "d@x")))
    bring(client, cast.deal, file(*event(TEN, "Submission deadline", "d@x")))
    assert cast.deal.calendar.get(title="Submission deadline").kind == "submission"


@pytest.mark.django_db(transaction=True)
def test_two_first_uploads_at_once_are_one(monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> None:
    who, both_read = people.cast(), Barrier(2)
    moment = calendar_file._moment

    def when_both_have_read(*given: Any) -> datetime:
        # Where one waits for the other, nobody comes.
        with suppress(BrokenBarrierError):
            both_read.wait(1)
        return moment(*given)

    def bring_in(_: int) -> str:
        try:
            return calendar_file.take(who.alice, who.deal, file(*event(":20260309T100000Z")), NOW).says
        finally:
            connection.close()

    monkeypatch.setattr(calendar_file, "_moment", when_both_have_read)
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(bring_in, range(2))) == ["1 added.", "Nothing has changed."]
    assert len(titles(who.deal)) == 1
