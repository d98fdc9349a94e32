"""The invitation in a real calendar server: kept, moved, called off."""

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from urllib.error import HTTPError

import pytest
from icalendar import Calendar

from bowout.connectors.mail import Invitation, Mail, compose
from tests.live.installation import until
from tests.live.test_serving import free_port

AT = datetime(2026, 3, 6, 13, tzinfo=UTC)


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an empty calendar on a Radicale of its own."""
    folder, port = tmp_path_factory.mktemp("radicale"), free_port()
    options = {
        "--server-hosts": f"127.0.0.1:{port}",
        "--storage-filesystem-folder": str(folder),
        "--auth-type": "none",
        "--rights-type": "authenticated",
    }
    command = [sys.executable, "-m", "radicale", "--config", "", *(word for pair in options.items() for word in pair)]
    with Path(folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            home = f"http://127.0.0.1:{port}/claire/talks/"
            until(lambda: asked("MKCALENDAR", home) == 201, "Radicale makes a calendar")
            yield home
        finally:
            process.terminate()
            process.wait(10)


def asked(method: str, url: str, body: bytes = b"") -> int:
    """The status of an answer; 0 without one."""
    return answer(method, url, body)[0]


def answer(method: str, url: str, body: bytes = b"") -> tuple[int, bytes]:
    headers = {"Authorization": "Basic Y2xhaXJlOng=", "Content-Type": "text/calendar; charset=utf-8"}
    request = urllib.request.Request(url, data=body or None, headers=headers, method=method)
    with suppress(OSError):
        try:
            with urllib.request.urlopen(request, timeout=5) as found:
                return found.status, found.read()
        except HTTPError as error:
            return error.code, error.read()
    return 0, b""


def invited(method: str, sequence: int, start: datetime) -> Calendar:
    """What the mail program of the one who is invited finds in our mail, and puts into the calendar."""
    invitation = Invitation(
        method="CANCEL" if method == "CANCEL" else "REQUEST",
        uid="0b5c",
        sequence=sequence,
        start=start,
        end=start + timedelta(minutes=30),
        summary="Gespräch mit Jürgen, Nord; 30 Minuten",
    )
    mail = Mail(
        at=AT - timedelta(days=3),
        to="claire@lumiere.example",
        to_name="Claire Dubois",
        sender="juergen@north.example",
        sender_name="Jürgen",
        subject="Unser Gespräch",
        text="Bis dann.",
        invitation=invitation,
    )
    message = message_from_bytes(compose(mail, "key").as_bytes(), policy=policy.default)
    (part,) = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    found = Calendar.from_ical(part.get_payload(decode=True))
    # As programs do: a method belongs to the mail, not to what is kept.
    del found["METHOD"]
    return found


def kept(url: str) -> Calendar:
    status, body = answer("GET", url)
    assert status == 200, body
    return Calendar.from_ical(body)


def test_it_is_kept_moved_and_called_off(calendar: str) -> None:
    url = f"{calendar}0b5c.ics"
    for number, (method, start) in enumerate([("REQUEST", AT), ("REQUEST", AT + timedelta(days=3)), ("CANCEL", AT)]):
        assert asked("PUT", url, invited(method, number, start).to_ical()) in {201, 204}
        (event,) = kept(url).walk("VEVENT")
        assert (event["DTSTART"].dt, event["SEQUENCE"]) == (start, number)
        assert str(event["SUMMARY"]) == "Gespräch mit Jürgen, Nord; 30 Minuten"
        assert str(event["STATUS"]) == ("CANCELLED" if method == "CANCEL" else "CONFIRMED")
