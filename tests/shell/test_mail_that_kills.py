"""A mail that kills whoever reads it is tried twice and then laid aside; no kill loses a mail or doubles one."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError

from bowout.connectors.inbox import read
from bowout.connectors.inbox.mailbox import Fetched, Place
from bowout.desk.receiving import receive
from bowout.store import inbox
from bowout.store.models import MailboxPlace, Received
from tests.people import Cast
from tests.shell.answers import LATER, Pretend, reply
from tests.shell.browsing import Browser
from tests.shell.test_receiving import words

FIRST, KILLS, LAST = (f"Message-ID: <{name}@x>\r\n\r\nx".encode() for name in ("first", "kills", "last"))
UNREADABLE = "A message that cannot be read"


class Killed(BaseException):
    """Nothing of ours catches it, as nothing catches a kill."""


def look(mailbox: Pretend, folder: Path, now: datetime = LATER) -> int:
    return receive(mailbox, folder, lambda: now, uuid4().hex)


def after(kills: int) -> datetime:
    """When the leases of so many dead workers are over."""
    return LATER + kills * inbox.LEASE


def deadly(raw: bytes, tried: list[bytes]) -> Callable[[bytes], Any]:
    def reading(one: bytes) -> Any:
        tried.append(one)
        if one == raw:
            raise Killed
        return read(one)

    return reading


def subjects() -> list[str]:
    return [row.subject or row.message_id for row in Received.objects.order_by("pk")]


def test_what_kills_whoever_reads_it_is_laid_aside_when_it_was_tried_twice(
    cast: Cast, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bytes] = []
    monkeypatch.setattr("bowout.desk.receiving.read", deadly(KILLS, tried))
    mailbox.messages += [FIRST, KILLS, LAST]
    for kills in range(2):
        with pytest.raises(Killed):
            look(mailbox, tmp_path, after(kills))
    assert look(mailbox, tmp_path, after(2)) == 2
    assert tried == [FIRST, KILLS, KILLS, LAST]
    assert subjects() == ["<first@x>", UNREADABLE, "<last@x>"]
    assert (tmp_path / Received.objects.get(subject=UNREADABLE).file).read_bytes() == KILLS
    assert look(mailbox, tmp_path, after(3)) == 0


@pytest.mark.parametrize(
    "step",
    [
        "bowout.desk.receiving.read",
        "bowout.desk.receiving.write_whole",
        "bowout.desk.receiving._moves_on",
        "bowout.desk.hearing.keep",
        "bowout.store.inbox.save",
        "bowout.store.inbox.tried",
    ],
)
def test_whoever_is_killed_once_at_any_step_has_each_mail_heard_once(
    asked: Browser, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise Killed

    mailbox.messages += [reply(), reply("And one more thing.", 2)]
    with monkeypatch.context() as patch:
        patch.setattr(step, killed)
        with pytest.raises(Killed):
            look(mailbox, tmp_path)
    look(mailbox, tmp_path, after(1))
    assert words() == ["You have misread us.", "And one more thing."]
    assert Received.objects.count() == 2


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), OperationalError("database is locked")])
def test_a_full_disk_and_a_database_that_is_away_are_no_fault_of_the_mail(
    asked: Browser, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: object) -> None:
        raise error

    mailbox.messages.append(reply())
    with monkeypatch.context() as patch:
        patch.setattr("bowout.desk.receiving.write_whole", fails)
        for _ in range(4):
            try:
                assert look(mailbox, tmp_path) == 0
            except OperationalError:
                assert isinstance(error, OperationalError)
    assert look(mailbox, tmp_path) == 1
    assert words() == ["You have misread us."]


def test_where_the_disk_is_full_nothing_is_laid_aside_either(
    cast: Cast, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bowout.desk.receiving.write_whole", full)
    mailbox.messages.append(b"Content-Type: message/rfc822\r\n\r\n" * 1_000)
    assert look(mailbox, tmp_path) == 0
    assert "No space left" in MailboxPlace.objects.get().last_error


def test_a_mailbox_made_anew_has_other_mail_under_the_same_number(
    cast: Cast, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox.messages.append(KILLS)
    with monkeypatch.context() as patch:
        patch.setattr("bowout.desk.receiving.read", deadly(KILLS, []))
        for kills in range(2):
            with pytest.raises(Killed):
                look(mailbox, tmp_path, after(kills))
    mailbox.validity, mailbox.messages = 2, [LAST]
    assert look(mailbox, tmp_path, after(2)) == 1
    assert subjects() == ["<last@x>"]


def test_a_worker_that_was_overtaken_tries_no_other_mail(
    cast: Cast, mailbox: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bytes] = []
    monkeypatch.setattr("bowout.desk.receiving.read", deadly(b"", tried))

    class Slow(Pretend):
        def since(self, place: Place) -> Iterator[Fetched]:
            for fetched in super().since(place):
                yield fetched
                look(mailbox, tmp_path, after(1))

    slow = Slow()
    slow.messages = mailbox.messages = [FIRST, LAST]
    assert look(slow, tmp_path) == 1
    assert tried == [FIRST, LAST]
    assert subjects() == ["<first@x>", "<last@x>"]
