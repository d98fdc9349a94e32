"""A rep's calendar on a real Radicale: what is in it comes onto the deals, whatever happens to the server meanwhile."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from bowout.connectors.calendar import Account, Unreachable, dav, look
from tests.people import NOW
from tests.radicale import Radicale, radicale

LOOK = (NOW - timedelta(days=1), NOW + timedelta(days=400), "Europe/Paris")
AT = datetime(2026, 3, 9, 9, tzinfo=UTC)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    with radicale(tmp_path) as found:
        yield found


def seen(server: Radicale, path: str = "", password: str = "secret") -> list[tuple[str, datetime | None]]:
    found = look(Account(f"{server.url}{path}", "alice", password), *LOOK)
    assert not found.unread
    return [(dated.title, dated.at) for dated in found.found]


@pytest.mark.parametrize("path", ["", "alice/", "alice/office/"])
def test_it_is_found_from_the_server_the_account_or_the_calendar(server: Radicale, path: str) -> None:
    server.put("1", AT, "Visit", "claire@lumiere.example")
    server.put("2", AT + timedelta(days=1), "Dentist", where="private")
    everything = [("Visit", AT), ("Dentist", AT + timedelta(days=1))]
    assert seen(server, path) == (everything[:1] if "office" in path else everything)


def test_what_is_long_past_or_far_off_is_not_asked_for(server: Radicale) -> None:
    server.put("1", NOW - timedelta(days=30), "Old")
    server.put("2", NOW + timedelta(days=900), "Far")
    server.put("3", AT - timedelta(days=364), "Every week", more="RRULE:FREQ=WEEKLY;COUNT=53")
    assert [title for title, _ in seen(server)] == ["Every week", "Every week"]


def test_who_may_not_come_in_is_told_so(server: Radicale) -> None:
    with pytest.raises(Unreachable, match="user name and the password"):
        seen(server, password="wrong")
    with pytest.raises(Unreachable, match="no calendar at this address"):
        seen(server, "alice/nothing/")


def test_a_server_that_never_ends_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dav, "PATIENCE", 1.0)
    listener = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 207 Multi-Status\r\nTransfer-Encoding: chunked\r\n\r\n")
            while not over.wait(0.2):
                try:
                    connection.sendall(b"1\r\n \r\n")
                except OSError:
                    return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    began = monotonic()
    with pytest.raises(Unreachable, match="takes too long"):
        look(Account(f"http://127.0.0.1:{listener.getsockname()[1]}/", "alice", "secret"), *LOOK)
    over.set()
    listener.close()
    assert monotonic() - began < 30


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n", "somebody else's"),
        (b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", "in circles"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "no calendar at this address"),
        (b"HTTP/1.1 207 OK\r\nContent-Length: 5\r\n\r\n<a><b", "not one of a calendar"),
        (
            b'HTTP/1.1 207 OK\r\nContent-Length: 40\r\n\r\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a> ',
            "not one of a calendar",
        ),
        (b"HTTP/1.1 207 OK\r\nContent-Length: 8\r\n\r\n" + "<a/>".encode("utf-16-le"), "not one of a calendar"),
        (b"garbage\r\n\r\n", "does not answer"),
    ],
)
def test_what_is_no_calendar_server_is_named(answer: bytes, says: str) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                connection.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()
    with pytest.raises(Unreachable, match=says):
        look(Account(f"http://127.0.0.1:{listener.getsockname()[1]}/", "alice", "secret"), *LOOK)
    listener.close()
