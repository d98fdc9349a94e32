"""The talk in the customer's calendar: one appointment, moved and called off; nothing of why."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

import msgspec
from icalendar import Calendar

from bowout.connectors.mail import Mail, compose
from bowout.core import events as e
from bowout.store import streams
from bowout.store.models import Contact, Outbox
from tests.people import NOW, PARIS, Cast
from tests.shell.browsing import Browser
from tests.shell.walking import Sit, the_stream, told

TALK = "2026-03-06T14:00"


def booked(cast: Cast, sit: Sit, **values: Any) -> Browser:
    """Alice books the talk and sends the agenda from here."""
    Contact.objects.filter(pk=cast.claire.pk).update(email="claire@lumiere.example")
    alice = told(cast, sit)
    alice.at(NOW + timedelta(hours=1))
    text = alice.step(the_stream(), "book-talk", talk_at=TALK, way="send", **values)
    assert "The talk is booked." in text
    return alice


def mails() -> list[EmailMessage]:
    """What went to the customer, as a mail program reads it."""
    rows = Outbox.objects.filter(key__startswith=str(the_stream())).order_by("pk")
    sent = [compose(msgspec.convert(row.payload, Mail), row.key, "house@north.example") for row in rows]
    return [cast(EmailMessage, message_from_bytes(one.as_bytes(), policy=policy.default)) for one in sent]


def appointment(mail: EmailMessage) -> tuple[str, Any]:
    """Method of the calendar part and the event in it."""
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    assert part.get_param("method") == calendar["METHOD"]
    (event,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), event


def test_it_works(cast: Cast, sit: Sit) -> None:
    booked(cast, sit)
    (mail,) = mails()
    method, event = appointment(mail)
    assert method == "REQUEST"
    assert event["DTSTART"].dt == datetime(2026, 3, 6, 14, tzinfo=PARIS).astimezone(UTC)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=30)
    assert event["ORGANIZER"] == f"mailto:{cast.alice.email}"
    assert event["ORGANIZER"].params["SENT-BY"] == "mailto:house@north.example"
    assert event["ATTENDEE"] == "mailto:claire@lumiere.example"
    assert str(event["SUMMARY"]) == "Conversation with Alice Adler, North"
    assert mail.get_body(("plain",)) is not None


def test_nothing_in_it_says_why(cast: Cast, sit: Sit) -> None:
    booked(cast, sit)
    _, event = appointment(mails()[0])
    written = event.to_ical().decode().lower()
    for word in ("drop", "withdraw", "reason", "walk", "fit", "retir", "deal", str(the_stream())):
        assert word not in written


def test_another_time_moves_the_same_appointment(cast: Cast, sit: Sit) -> None:
    alice = booked(cast, sit)
    alice.step(the_stream(), "book-talk", talk_at="2026-03-09T10:00", way="send")
    (_, first), (method, second) = map(appointment, mails())
    assert method == "REQUEST"
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["DTSTART"].dt == datetime(2026, 3, 9, 10, tzinfo=PARIS).astimezone(UTC)


def test_called_off_it_leaves_their_calendar_and_another_is_to_be_booked(cast: Cast, sit: Sit) -> None:
    alice = booked(cast, sit)
    text = alice.step(the_stream(), "call-off-talk", way="send")
    assert "The talk is called off." in text
    (_, first), (method, second) = map(appointment, mails())
    assert (method, str(second["STATUS"])) == ("CANCEL", "CANCELLED")
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["DTSTART"].dt == first["DTSTART"].dt
    assert streams.load(the_stream()).talk_at is None
    assert "Book the talk" in text


def test_a_talk_that_nobody_booked_cannot_be_called_off(cast: Cast, sit: Sit) -> None:
    alice = told(cast, sit)
    alice.get(f"/walk-aways/{the_stream()}/call-off-talk/")
    alice.send(f"/walk-aways/{the_stream()}/call-off-talk/", way="said", note="I told her.")
    assert alice.status == 422
    assert not [event for event in streams.log(the_stream()) if isinstance(event, e.TalkCalledOff)]


def test_who_wants_none_sends_none(cast: Cast, sit: Sit) -> None:
    booked(cast, sit, invite=[])
    (mail,) = mails()
    assert mail.get_content_type() == "text/plain"


def test_the_same_mail_is_the_same_bytes(cast: Cast, sit: Sit) -> None:
    booked(cast, sit)
    row = Outbox.objects.get(key__startswith=str(the_stream()))
    once, again = (compose(msgspec.convert(row.payload, Mail), row.key).as_bytes() for _ in range(2))
    assert once == again


def invitations() -> list[tuple[str, str, str, str]]:
    """Method, to whom, who organizes, and the words of each mail with an appointment."""
    found = []
    for mail in mails():
        if any(part.get_content_type() == "text/calendar" for part in mail.walk()):
            method, event = appointment(mail)
            body = mail.get_body(("plain",))
            assert body is not None
            found.append((method, str(event["ATTENDEE"])[7:], str(event["ORGANIZER"])[7:], body.get_content().strip()))
    return found


def test_what_they_never_had_is_not_cancelled(cast: Cast, sit: Sit) -> None:
    alice = booked(cast, sit, invite="")
    alice.step(the_stream(), "call-off-talk", way="send")
    assert invitations() == []


def test_called_off_by_phone_it_leaves_their_calendar_too(cast: Cast, sit: Sit) -> None:
    alice = booked(cast, sit)
    alice.step(the_stream(), "call-off-talk", way="said")
    method, to, by, words = invitations()[-1]
    assert (method, to, by) == ("CANCEL", "claire@lumiere.example", cast.alice.email)
    assert words == "This appointment is off."


def test_a_colleague_moves_it_in_the_name_of_who_made_it(cast: Cast, sit: Sit) -> None:
    booked(cast, sit)
    bob = sit(cast.bob).at(NOW + timedelta(hours=2))
    bob.step(the_stream(), "book-talk", talk_at="2026-03-09T10:00", way="send")
    assert [(method, by) for method, _, by, _ in invitations()] == [("REQUEST", cast.alice.email)] * 2


def test_moved_without_an_invitation_it_moves_in_their_calendar_too(cast: Cast, sit: Sit) -> None:
    alice = booked(cast, sit)
    alice.step(the_stream(), "book-talk", talk_at="2026-03-09T10:00", way="wrote")
    method, to, _, words = invitations()[-1]
    assert (method, to) == ("REQUEST", "claire@lumiere.example")
    assert words == "This appointment has another time now."
