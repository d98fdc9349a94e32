"""A message as it came, read into plain values: who wrote what, in answer to what, and whether a person did."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import MessageError
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256
from itertools import islice
from typing import Any

from msgspec import Struct

from bowout.connectors.inbox.body import files_of, text_of
from bowout.connectors.inbox.bounds import parsed
from bowout.connectors.inbox.head import decoded, said
from bowout.connectors.inbox.kinds import Kind, kind_of, said_of_failure
from bowout.lint.text import own_words

_ID = re.compile(r"<[^<>\s]{1,900}>")
_REACHED = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
_LONGEST = 50_000
"""Characters of a text that are kept; the whole message is kept beside it."""
_ADDRESSES = 20_000
_MOST = 100
"""Of whatever a mail may name many of."""
_YEARS = (1990, 2100)
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError, MessageError)
"""What Python's mail library may raise for a message that was made to break it."""


class Incoming(Struct, frozen=True, kw_only=True):
    """One message. ``text`` is all that it says, ``own`` what its writer has added to what they quote."""

    message_id: str
    answers: tuple[str, ...] = ()
    """Ids of the messages that it answers, the nearest first."""
    to: tuple[str, ...] = ()
    """Every address under which it can have reached us."""
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    own: str = ""
    kind: Kind = "reply"
    failure: str = ""
    """Why one of ours did not arrive, where this says so."""
    files: tuple[str, ...] = ()
    """Names of what is attached."""


def read(raw: bytes) -> Incoming:
    """The message in these bytes; one that cannot be read is a machine's, and says nothing.

    Raises ``TooMuch``, and nothing else, for one that would take too long.
    """
    try:
        return _read(parsed(raw), raw)
    except _BROKEN:
        return Incoming(message_id=made_id(raw), kind="auto")


def _read(message: Message, raw: bytes) -> Incoming:
    kind = kind_of(message)
    text = _storable(text_of(message)[:_LONGEST])
    senders = _addresses(message, "From")
    name, sender = senders[0] if senders else ("", "")
    found = _ID.search(said(message, "Message-ID"))
    return Incoming(
        message_id=_storable(found.group()) if found else made_id(raw),
        answers=tuple(islice(_answers(message, kind), _MOST)),
        to=tuple(address.lower() for name in _REACHED for _, address in _addresses(message, name)),
        sender=_storable(sender),
        sender_name=_storable(name)[:200],
        subject=_storable(said(message, "Subject"))[:300],
        sent_at=_date(message),
        text=text,
        own=own_words(text) if kind in {"reply", "list"} else text,
        kind=kind,
        failure=_storable(said_of_failure(message)) if kind == "bounce" else "",
        files=tuple(map(_storable, files_of(message)))[:_MOST],
    )


def _storable(text: str) -> str:
    """Without what no database takes: signs that are none, and halves of signs."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def made_id(raw: bytes) -> str:
    """An id for what has none: the same bytes are the same message."""
    return f"<{sha256(raw).hexdigest()}@no-id>"


def _answers(message: Message, kind: Kind) -> Iterator[str]:
    yield from _ID.findall(said(message, "In-Reply-To"))
    yield from reversed(_ID.findall(said(message, "References")))
    if kind in {"bounce", "auto", "away"}:
        # The report carries the message that it is about, or its head.
        for part in message.walk():
            inner: Any = part.get_payload()
            if part.get_content_type() == "message/rfc822" and isinstance(inner, list):
                # It alone: what it carries in turn has its own turn in the walk.
                yield from (one for carried in inner for one in _ID.findall(said(carried, "Message-ID")))
            elif part.get_content_type() == "text/rfc822-headers":
                yield from re.findall(r"(?im)^message-id:\s*(<[^<>\s]{1,900}>)", str(inner)[:_LONGEST])


def _addresses(message: Message, name: str) -> list[tuple[str, str]]:
    """Names and addresses, read before names are decoded: an address that stands in a name is none."""
    found: list[tuple[str, str]] = []
    for value in message.get_all(name, [])[:_MOST]:
        listed = str(value)[:_ADDRESSES]
        # Comments may be nested as deep as somebody likes, and Python reads them so; nobody needs more than one.
        found += getaddresses([listed if "((" not in listed else listed.replace("(", " ")])
    return [(decoded(who), address.strip()) for who, address in found if "@" in address]


def _date(message: Message) -> datetime | None:
    try:
        at = parsedate_to_datetime(said(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if at.tzinfo is not None and _YEARS[0] <= at.year <= _YEARS[1] else None
