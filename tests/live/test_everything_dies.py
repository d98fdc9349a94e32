"""One worker between three real servers that die and come back, and it dies, too: nothing is lost, nothing doubled."""

import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.dovecot import Dovecot
from tests.live.installation import Installation, kill, until
from tests.live.test_their_answers import dovecot, mail
from tests.mailserver import MailServer
from tests.radicale import radicale

pytestmark = pytest.mark.needs("dovecot")
__all__ = ["dovecot"]
SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=9)


def many(bowout: Installation, table: str) -> int:
    return int(bowout.query(f"SELECT COUNT(*) FROM store_{table}")[0][0])


def seen_at(bowout: Installation) -> object:
    return bowout.query("SELECT checked_at, last_error FROM store_owncalendar")[0]


def test_mail_out_mail_in_and_calendar_through_the_death_of_each(
    by_smtp: Installation, server: MailServer, dovecot: Dovecot, tmp_path: Path
) -> None:
    bowout = by_smtp
    bowout.env["BOWOUT_IMAP_URL"] = dovecot.url
    with radicale(tmp_path) as calendars:
        calendars.put("1", SOON, "Visit", "claire@atelier.example")
        bowout.run("tests.live.calendar_seed", calendars.url)
        bowout.post("a", "b")
        dovecot.deliver(mail(1))
        worker = bowout.start("bowout", "worker")
        until(lambda: server.counts().total() == 2, "two mails are out")
        until(lambda: many(bowout, "received") == 1, "one is in")
        until(lambda: many(bowout, "calendarentry") == 1, "the visit is on the deal")

        # All three die; what was waiting waits.
        dovecot.stop()
        calendars.kill()
        server.refuse["MAIL"] = "451 4.3.0 Try again later"
        bowout.post("c")
        bowout.run("tests.live.calendar_seed", calendars.url)
        until(lambda: "does not answer" in str(seen_at(bowout)), "the calendar is missed")
        kill(worker)
        assert (many(bowout, "received"), many(bowout, "calendarentry"), server.counts().total()) == (1, 1, 2)

        # They come back, and so does the worker: once more, and twice.
        del server.refuse["MAIL"]
        dovecot.start()
        calendars.start()
        dovecot.deliver(mail(2))
        calendars.put("1", SOON + timedelta(days=1), "Visit", "claire@atelier.example")
        bowout.run("tests.live.calendar_seed", calendars.url)
        bowout.query("UPDATE store_outbox SET not_before = '2000-01-01 00:00:00+00:00' RETURNING id")
        for _ in range(2):
            bowout.run("bowout", "worker", "--once")
    assert set(bowout.states().values()) == {"sent"}
    assert set(server.counts().values()) == {1}
    assert server.counts().total() == 3
    assert many(bowout, "received") == 2
    ((at,),) = bowout.query("SELECT at FROM store_calendarentry")
    assert str(at)[:10] == f"{SOON + timedelta(days=1):%Y-%m-%d}"


def test_a_calendar_that_never_answers_holds_up_no_mail(by_smtp: Installation, server: MailServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as hole:
        by_smtp.run("tests.live.calendar_seed", f"http://127.0.0.1:{hole.getsockname()[1]}/")
        by_smtp.start("bowout", "worker")
        hole.settimeout(60)
        held, _ = hole.accept()
        by_smtp.post("a")
        until(lambda: server.counts().total() == 1, "the mail leaves meanwhile")
        held.close()
