"""A message as it came, read into plain values: who wrote what, in answer to what, and whether a person did."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256
from typing import Any

from msgspec import Struct

from bowout.connectors.inbox.kinds import Kind, kind_of, said_of_failure
from bowout.lint.text import own_words

_ID = re.compile(r"<[^<>\s]{1,900}>")
_TAGS = re.compile(
    r"(?si)<(?P<unread>script|style|head)\b.*?</(?P=unread)\s*>|(?P<line><br\b[^<>]*>|</(?:p|div|tr|li|h\d)>)|<[^<>]{0,2000}>"
)
_LONGEST = 50_000
"""Characters of a text that are kept; the whole message is kept beside it."""


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
    """The message in these bytes. Never raises: whatever cannot be read is left out."""
    message: EmailMessage = message_from_bytes(raw, policy=policy.default)
    kind = kind_of(message)
    text = _text(message)[:_LONGEST]
    senders = _addresses(message, "From")
    name, sender = senders[0] if senders else ("", "")
    return Incoming(
        message_id=_own_id(message, raw),
        answers=tuple(_answers(message, kind)),
        to=tuple(address.lower() for name in _REACHED for _, address in _addresses(message, name)),
        sender=sender,
        sender_name=name[:200],
        subject=_header(message, "Subject")[:300],
        sent_at=_date(message),
        text=text,
        own=own_words(text) if kind == "reply" else text,
        kind=kind,
        failure=said_of_failure(message) if kind == "bounce" else "",
        files=tuple(_files(message)),
    )


_REACHED = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")


def _own_id(message: EmailMessage, raw: bytes) -> str:
    """Its id; where it has none, one made of it, so that the same bytes are the same message."""
    found = _ID.search(_header(message, "Message-ID"))
    return found.group() if found else f"<{sha256(raw).hexdigest()}@no-id>"


def _answers(message: EmailMessage, kind: Kind) -> Iterator[str]:
    yield from _ID.findall(_header(message, "In-Reply-To"))
    yield from reversed(_ID.findall(_header(message, "References")))
    if kind in {"bounce", "auto", "away"}:
        # The report carries the message that it is about, or its head.
        for part in message.walk():
            if part is not message and part.get_content_type() in {"message/rfc822", "text/rfc822-headers"}:
                yield from _ID.findall(_head_of(part))


def _head_of(part: EmailMessage) -> str:
    try:
        inner: Any = part.get_payload()
        if isinstance(inner, list):
            return str(inner[0]["Message-ID"] or "")
        found = re.search(r"(?im)^message-id:\s*(<[^<>\s]+>)", str(part.get_content()))
        return found[1] if found else ""
    except (KeyError, LookupError, ValueError, TypeError):
        return ""


def _header(message: EmailMessage, name: str) -> str:
    """All lines of that name. A header may be anything; one that Python cannot read is none."""
    try:
        return " ".join(str(value) for value in message.get_all(name, []))
    except (ValueError, TypeError, IndexError, AttributeError, LookupError):
        return ""


def _addresses(message: EmailMessage, name: str) -> list[tuple[str, str]]:
    found = getaddresses([_header(message, name)])
    return [(" ".join(who.split()), address.strip()) for who, address in found if "@" in address]


def _date(message: EmailMessage) -> datetime | None:
    try:
        at = parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if at.tzinfo is not None else None


def _text(message: EmailMessage) -> str:
    """What it says, as plain text."""
    try:
        body = message.get_body(("plain", "html"))
        if body is None:
            return ""
        said = str(body.get_content())
    except (LookupError, ValueError, TypeError, AttributeError, KeyError):
        return ""
    said = _without_tags(said) if body.get_content_subtype() == "html" else said
    return said.replace("\r\n", "\n").replace("\0", "").strip()


def _without_tags(html: str) -> str:
    from html import unescape

    lines = unescape(_TAGS.sub(lambda tag: "\n" if tag["line"] else "", html))
    return re.sub(r"\n\s*\n\s*\n+", "\n\n", "\n".join(line.strip() for line in lines.splitlines()))


def _files(message: EmailMessage) -> Iterator[str]:
    try:
        for part in message.iter_attachments():
            yield (part.get_filename() or part.get_content_type())[:200]
    except (ValueError, TypeError, AttributeError, LookupError, KeyError):
        return
