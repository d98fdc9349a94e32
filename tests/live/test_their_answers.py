"""Answers in a real mailbox: Dovecot's, killed and restarted, made anew, with a worker of its own."""

from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from bowout.connectors.inbox import Mailbox, Unreachable
from bowout.connectors.inbox.mailbox import LARGEST, Place
from tests.dovecot import Dovecot
from tests.live.installation import Installation, kill, until

SLOW = "tests.live.slow_worker"
pytestmark = pytest.mark.needs("dovecot")


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    server = Dovecot().start()
    yield server
    server.clear()


def mail(number: int, size: int = 0) -> bytes:
    found = EmailMessage()
    found["From"], found["To"] = "claire@lumiere.example", "deals@north.example"
    found["Subject"], found["Message-ID"] = f"Answer {number}", f"<{number}@lumiere.example>"
    found.set_content("You have misread us.\n" + "x" * 70 * (size > 0) + "\n")
    return found.as_bytes() + b"x" * 70 + (b"\n" + b"y" * 70) * (size // 71)


def subjects(bowout: Installation) -> list[str]:
    return [row[0] for row in bowout.query("SELECT subject FROM store_received ORDER BY id")]


def drain(bowout: Installation, many: int) -> None:
    """Read what is left, also once the lease of whoever was killed is over."""

    def read() -> bool:
        bowout.run("bowout", "worker", "--once")
        return len(subjects(bowout)) == many

    until(read, f"{many} messages are read")


def stopped_at(bowout: Installation, moment: str) -> None:
    """Kill a worker there."""
    worker = bowout.start(SLOW, moment)
    assert worker.stdout
    assert worker.stdout.readline().strip() == moment
    kill(worker)


def test_it_is_read_in_order_from_where_we_were_and_left_as_it_was(dovecot: Dovecot) -> None:
    dovecot.deliver(mail(1), mail(2))
    mailbox = Mailbox.at(dovecot.url)
    first, second = mailbox.since(Place())
    assert (b"Answer 1" in first.raw, b"Answer 2" in second.raw) == (True, True)
    assert list(mailbox.since(second.place)) == []
    dovecot.deliver(mail(3))
    (third,) = mailbox.since(second.place)
    assert b"Answer 3" in third.raw
    assert dovecot.seen() == 0


def test_a_mailbox_made_anew_is_read_from_its_beginning(dovecot: Dovecot) -> None:
    dovecot.deliver(mail(1), mail(2))
    *_, last = Mailbox.at(dovecot.url).since(Place())
    dovecot.make_anew()
    again = list(Mailbox.at(dovecot.url).since(last.place))
    assert len(again) == 2
    assert again[0].place.validity != last.place.validity


def test_of_what_is_too_large_only_the_head_is_fetched(dovecot: Dovecot) -> None:
    dovecot.deliver(mail(1, LARGEST + 1000))
    (found,) = Mailbox.at(dovecot.url).since(Place())
    assert not found.whole
    assert b"Answer 1" in found.raw
    assert len(found.raw) < 1000


@pytest.mark.parametrize(
    "url", ["imap://deals:wrong@127.0.0.1:{port}/INBOX", "imap://deals:secret@127.0.0.1:{port}/No"]
)
def test_a_wrong_password_or_folder_is_said_and_not_raised_as_anything_else(dovecot: Dovecot, url: str) -> None:
    with pytest.raises(Unreachable):
        list(Mailbox.at(url.format(port=dovecot.port)).since(Place()))


def test_a_dead_server_is_unreachable(dovecot: Dovecot) -> None:
    dovecot.stop()
    with pytest.raises(Unreachable):
        list(Mailbox.at(dovecot.url).since(Place()))


def test_the_worker_reads_it_through_restarts_of_both_and_keeps_each_answer_once(
    bowout: Installation, dovecot: Dovecot
) -> None:
    bowout.env["BOWOUT_IMAP_URL"] = dovecot.url

    def read() -> int:
        return len(subjects(bowout))

    dovecot.deliver(mail(1), mail(2))
    bowout.run("bowout", "worker", "--once")
    assert read() == 2
    dovecot.stop()
    bowout.run("bowout", "worker", "--once")
    dovecot.start()
    dovecot.deliver(mail(3))
    worker = bowout.start(SLOW, "")
    until(lambda: read() == 3, "the worker reads the third")
    kill(worker)
    dovecot.make_anew()
    dovecot.deliver(mail(4))
    drain(bowout, 4)
    assert len(list((bowout.home / "received").glob("*.eml"))) == 4


@pytest.mark.parametrize(
    "moment",
    ["before-begin", "after-begin", "before-read", "before-keep", "after-keep", "after-_take", "before-tried"],
)
def test_whoever_is_killed_while_reading_loses_nothing_and_doubles_nothing(
    bowout: Installation, dovecot: Dovecot, moment: str
) -> None:
    bowout.env["BOWOUT_IMAP_URL"] = dovecot.url
    dovecot.deliver(mail(1), mail(2))
    stopped_at(bowout, moment)
    drain(bowout, 2)
    bowout.run("bowout", "worker", "--once")
    assert subjects(bowout) == ["Answer 1", "Answer 2"]


def test_what_kills_every_worker_that_reads_it_is_laid_aside(bowout: Installation, dovecot: Dovecot) -> None:
    bowout.env["BOWOUT_IMAP_URL"] = dovecot.url
    dovecot.deliver(mail(1), mail(2))
    for _ in range(2):
        stopped_at(bowout, "before-read")
    drain(bowout, 2)
    assert subjects(bowout) == ["A message that cannot be read", "Answer 2"]
