"""What a message says, as plain text, and what is attached to it."""

import re
from codecs import lookup
from collections.abc import Iterator
from email.message import Message
from html import unescape

from bowout.lint.html import plain

_READ = 1_000_000
"""Bytes of a body that are read."""
_LINE_ENDS = re.compile(r"(?i)<br\b[^<>]{0,200}>|</(?:p|div|tr|li|h\d)\s{0,9}>")
_TAG = re.compile(r"<[^<>]{0,2000}>")


def text_of(message: Message) -> str:
    """What its writer wrote: of two forms of the same the plain one, unless it is blank; never what is attached."""
    return "\n\n".join(filter(None, _texts(message)))


def _texts(part: Message) -> Iterator[str]:
    inner, kind = part.get_payload(), part.get_content_type()
    if isinstance(inner, list):
        # A message that is attached is somebody else's word.
        parts = [one for one in inner if isinstance(one, Message)] if not kind.startswith("message/") else []
        if kind == "multipart/alternative":
            by_form = sorted(parts, key=lambda one: one.get_content_type() != "text/plain")
            yield next(filter(None, map(text_of, by_form)), "")
        else:
            for one in parts:
                yield from _texts(one)
    elif kind in {"text/plain", "text/html"} and not _is_file(part):
        words = _decoded(part)
        words = _without_tags(words) if kind == "text/html" else words
        yield words.replace("\r\n", "\n").replace("\0", "").strip()


def files_of(message: Message) -> tuple[str, ...]:
    """Names of what is attached."""
    return tuple((_name(part) or part.get_content_type())[:200] for part in message.walk() if _is_file(part))


def _is_file(part: Message) -> bool:
    if part.is_multipart():
        return False
    return part.get_content_disposition() == "attachment" or (
        bool(_name(part)) and part.get_content_maintype() != "text"
    )


def _name(part: Message) -> str:
    return " ".join(str(part.get_filename() or "").split())


def _decoded(part: Message) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    try:
        charset = lookup(str(part.get_content_charset("utf-8"))).name
        # It is for names of servers, and takes the square of the length.
        return raw[:_READ].decode("utf-8" if charset == "punycode" else charset, errors="replace")
    except LookupError:
        return raw[:_READ].decode("utf-8", errors="replace")


def _without_tags(html: str) -> str:
    """Each step is linear in the length, whatever was written."""
    words = unescape(_TAG.sub("", plain(_LINE_ENDS.sub("\n", html), "")))
    lines = (" ".join(line.split()) for line in words.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
