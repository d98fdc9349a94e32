"""What a calendar server gives of some appointments, and what of others it cannot."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from bowout.connectors.calendar import Account, Seen, Unreachable, look

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
_WHO = '<multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">{}</multistatus>'
_IS_ONE = "<response><href>/c/</href><prop><resourcetype><c:calendar/></resourcetype></prop></response>"
GOOD = "\n".join(
    (
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:1",
        "DTSTART:20260309T090000Z",
        "SUMMARY:Visit",
        "END:VEVENT",
        "END:VCALENDAR",
    )
)


@contextmanager
def server(*responses: str) -> Iterator[str]:
    """Answers every question for what is in the calendar with these responses."""

    class Answers(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = _WHO.format(_IS_ONE if self.command == "PROPFIND" else "".join(responses)).encode()
            self.send_response(207)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_PROPFIND = do_REPORT = _answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    listening = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}/c/"
    listening.shutdown()
    listening.server_close()


def given(name: str, data: str = "", status: str = "200 OK") -> str:
    prop = f"<prop><c:calendar-data>{data}</c:calendar-data></prop>" if data else "<prop><c:calendar-data/></prop>"
    said = f"<propstat>{prop}<status>HTTP/1.1 {status}</status></propstat>"
    return f"<response><href>/c/{name}.ics</href>{said}</response>"


def seen(*responses: str) -> Seen:
    with server(*responses) as url:
        return look(Account(url, "alice", "secret"), NOW - timedelta(days=1), NOW + timedelta(days=400), "UTC")


@pytest.mark.parametrize(
    "bad",
    [given("2", status="500 Internal Server Error"), given("2", "BEGIN:VCALENDAR\nnonsense"), given("2")],
    ids=["the server fails", "a broken file", "an empty file"],
)
def test_what_cannot_be_read_is_named_and_the_others_are_there(bad: str) -> None:
    found = seen(given("1", GOOD), bad)
    assert [dated.title for dated in found.found] == ["Visit"]
    assert len(found.unread) == 1
    assert found.found[0].file not in found.unread


def test_a_file_has_the_same_name_whether_it_can_be_read_or_not() -> None:
    with server(given("1", GOOD)) as url:
        account = Account(url, "alice", "secret")
        between = (NOW - timedelta(days=1), NOW + timedelta(days=400), "UTC")
        first, again = look(account, *between), look(account, *between)
    assert first.found[0].file == again.found[0].file
    assert first.unread == frozenset()


def test_what_is_gone_is_not_unread() -> None:
    gone = "<response><href>/c/2.ics</href><status>HTTP/1.1 404 Not Found</status></response>"
    assert seen(given("1", GOOD), gone).unread == frozenset()


def test_a_part_of_a_calendar_is_none() -> None:
    cut = "<response><href>/c/</href><status>HTTP/1.1 507 Insufficient Storage</status></response>"
    with pytest.raises(Unreachable, match="only a part"):
        seen(given("1", GOOD), cut)
