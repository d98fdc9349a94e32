"""What a header says, in letters that people read."""

from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

LONGEST = 20_000
"""Characters of a header that are read; a longer one was made to hold somebody up."""


def said(message: Message, name: str) -> str:
    """All headers of that name, one after the other; what cannot be decoded stands as it came."""
    return " ".join(decoded(str(value)[:LONGEST]) for value in message.get_all(name, []))[:LONGEST]


def decoded(value: str) -> str:
    """The value in plain letters, in one line."""
    try:
        plain = str(make_header(decode_header(value)))
    except (HeaderParseError, ValueError, LookupError):
        plain = value
    return " ".join(plain.split())
