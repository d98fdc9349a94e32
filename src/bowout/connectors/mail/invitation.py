"""A talk as a calendar invitation that any mail program understands (iTIP, RFC 5546; by mail, RFC 6047)."""

from datetime import UTC, datetime
from typing import Literal

from icalendar import Calendar, Event, vCalAddress, vText
from msgspec import Struct


class Invitation(Struct, frozen=True, kw_only=True):
    """One state of one appointment. All that share a ``uid`` are the same one; the highest ``sequence`` counts."""

    method: Literal["REQUEST", "CANCEL"]
    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    description: str = ""
    organizer: tuple[str, str] | None = None
    """Address and name of who has invited them first: nobody else can move it or call it off. None: who writes."""


def calendar(
    invitation: Invitation, stamp: datetime, organizer: tuple[str, str], attendee: tuple[str, str], sent_by: str = ""
) -> bytes:
    """The iCalendar object. Organizer and attendee are (address, name); ``sent_by`` is the house's own address.

    Times are in UTC: every program shows them on its own clock, and none needs a table of ours.
    """
    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", invitation.start.astimezone(UTC))
    event.add("dtend", invitation.end.astimezone(UTC))
    event.add("summary", invitation.summary)
    if invitation.description:
        event.add("description", invitation.description)
    event.add("status", "CANCELLED" if invitation.method == "CANCEL" else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("organizer", _person(*organizer, **({"SENT-BY": f"mailto:{sent_by}"} if sent_by else {})))
    asked = {} if invitation.method == "CANCEL" else {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    event.add("attendee", _person(*attendee, ROLE="REQ-PARTICIPANT", **asked))
    found = Calendar()
    found.add("prodid", "-//Bowout//EN")
    found.add("version", "2.0")
    found.add("method", invitation.method)
    found.add_component(event)
    return bytes(found.to_ical())


def _person(address: str, name: str, **parameters: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{address}")
    for key, value in {**({"CN": name} if name else {}), **parameters}.items():
        person.params[key] = vText(value)
    return person
