"""A mailbox read by IMAP, without changing anything in it: what is new since a place, oldest first."""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct

LARGEST = 25 * 1024 * 1024
"""Bytes of a message; of a larger one only the head is fetched."""


class Unreachable(Exception):
    """The server did not answer, or not as one that we can read; try again later."""


class Place(Struct, frozen=True):
    """How far a mailbox was read. Numbers of another ``validity`` mean other messages."""

    validity: int = 0
    uid: int = 0


class Fetched(Struct, frozen=True):
    """One message and its place. ``whole`` is False for one that is too large: then there is only its head."""

    place: Place
    raw: bytes
    whole: bool


class Mailbox(Struct, frozen=True):
    """Where it is, and how we get in."""

    host: str
    port: int
    tls: bool
    user: str
    password: str
    folder: str = "INBOX"
    timeout: float = 30

    @classmethod
    def at(cls, url: str) -> "Mailbox":
        """``imaps://user:password@host[:port][/folder]``; ``imap://`` without TLS. Raises ``ValueError``."""
        parts = urlsplit(url)
        if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username:
            raise ValueError("Write it as imaps://user:password@host/INBOX, with signs such as @ as %40.")
        tls = parts.scheme == "imaps"
        return cls(
            host=parts.hostname,
            port=parts.port or (993 if tls else 143),
            tls=tls,
            user=unquote(parts.username),
            password=unquote(parts.password or ""),
            folder=unquote(parts.path.lstrip("/")) or "INBOX",
        )

    @property
    def name(self) -> str:
        """What tells it from others, without its password."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"

    def since(self, place: Place) -> Iterator[Fetched]:
        """What came after that place, oldest first; all of it when the mailbox was made anew since.

        Nothing is marked as read. Raises ``Unreachable``, also after some were given.
        """
        with self._session() as session:
            validity = self._open(session)
            last = place.uid if place.validity == validity else 0
            for uid in _uids(session, last):
                if fetched := self._fetch(session, Place(validity, uid)):
                    yield fetched

    @contextmanager
    def _session(self) -> Iterator[imaplib.IMAP4]:
        session: imaplib.IMAP4 | None = None
        try:
            if self.tls:
                session = imaplib.IMAP4_SSL(
                    self.host, self.port, ssl_context=ssl.create_default_context(), timeout=self.timeout
                )
            else:
                session = imaplib.IMAP4(self.host, self.port, timeout=self.timeout)
            session.login(self.user, self.password)
            yield session
        except (imaplib.IMAP4.error, OSError, UnicodeError) as error:
            raise Unreachable(f"{type(error).__name__}: {error}") from error
        finally:
            if session is not None:
                with suppress(imaplib.IMAP4.error, OSError):
                    session.logout()

    def _open(self, session: imaplib.IMAP4) -> int:
        quoted = '"' + self.folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
        _expect(session.select(quoted, readonly=True))
        _, found = session.response("UIDVALIDITY")
        if not found or found[0] is None:
            raise Unreachable("the server gives its messages no lasting numbers")
        return int(found[0])

    def _fetch(self, session: imaplib.IMAP4, place: Place) -> Fetched | None:
        """None for what somebody has deleted since it was listed."""
        size = _size(_expect(session.uid("FETCH", str(place.uid), "(RFC822.SIZE)")))
        whole = size <= LARGEST
        part = "BODY.PEEK[]" if whole else "BODY.PEEK[HEADER]"
        answer = _expect(session.uid("FETCH", str(place.uid), f"({part})"))
        raw = next((bytes(one[1]) for one in answer if isinstance(one, tuple)), None)
        return None if raw is None else Fetched(place, raw, whole)


def _uids(session: imaplib.IMAP4, last: int) -> list[int]:
    answer = _expect(session.uid("SEARCH", f"UID {last + 1}:*"))
    found = [int(number) for line in answer if line for number in bytes(line).split()]
    # The last message answers to any number above it, too.
    return sorted(uid for uid in found if uid > last)


def _size(answer: list[Any]) -> int:
    told = b" ".join(one[0] if isinstance(one, tuple) else one for one in answer if one)
    found = re.search(rb"RFC822\.SIZE (\d+)", told)
    return int(found[1]) if found else 0


def _expect(answer: tuple[str, list[Any]]) -> list[Any]:
    kind, told = answer
    if kind != "OK":
        raise Unreachable(f"{kind} {told}")
    return told
