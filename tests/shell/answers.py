"""A mailbox in memory, and what Claire answers into it."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

from bowout.connectors.inbox import Unreachable
from bowout.connectors.inbox.mailbox import Fetched, Place
from bowout.connectors.mail.message import message_id
from bowout.desk.receiving import receive
from bowout.store.models import Outbox
from tests.people import NOW
from tests.shell.walking import the_stream

LATER = NOW + timedelta(days=1)


class Pretend:
    """A mailbox in memory, read as the real one is; the real one is Dovecot's, in tests/live."""

    name = "deals@mail.example/INBOX"

    def __init__(self) -> None:
        self.messages: list[bytes] = []
        self.validity, self.dead_after = 1, 1000

    def since(self, place: Place) -> Iterator[Fetched]:
        last = place.uid if place.validity == self.validity else 0
        for uid, raw in enumerate(self.messages, 1):
            if uid > self.dead_after:
                raise Unreachable("the line went dead.")
            if uid > last:
                yield Fetched(Place(self.validity, uid), raw, True)


def question() -> Outbox:
    return Outbox.objects.get(key__startswith=str(the_stream()))


def reply(text: str = "You have misread us.", number: int = 1, **headers: str) -> bytes:
    found = EmailMessage()
    given = {
        "From": "Claire Dubois <Claire@Lumiere.example>",
        "To": "alice@north.example",
        "Subject": "Re: Your view",
        "Message-ID": f"<claire-{number}@lumiere.example>",
        "In-Reply-To": message_id(question().key, "north.example"),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in given.items():
        found[name] = value
    found.set_content(text)
    return found.as_bytes()


def take(mailbox: Any, folder: Path, *messages: bytes) -> int:
    mailbox.messages += messages
    return receive(mailbox, folder, lambda: LATER, uuid4().hex)
