"""Somebody's calendars on a CalDAV server (RFC 4791): which there are, and what is in them between two moments."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from time import monotonic
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import httpx
from msgspec import Struct
from msgspec.structs import replace

from bowout.connectors.calendar.dated import Dated, Unreadable, read

LARGEST = 10 * 1024 * 1024
"""Bytes of one answer."""
PATIENCE = 60.0
"""Seconds for everything that is asked in one look."""
_WAIT = httpx.Timeout(10.0)
_HOPS = 5
_DAV, _CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_ASK_WHO = (
    '<propfind xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><resourcetype/><current-user-principal/>'
    "<c:calendar-home-set/><c:supported-calendar-component-set/></prop></propfind>"
)
_ASK_WHAT = (
    '<c:calendar-query xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><c:calendar-data/></prop>'
    '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
    '<c:time-range start="{:%Y%m%dT%H%M%SZ}" end="{:%Y%m%dT%H%M%SZ}"/>'
    "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
)


class Unreachable(Exception):
    """The server does not answer, or not as a calendar server does; says it in words for whoever connected it."""


class Account(Struct, frozen=True):
    """Where somebody's calendars are, and how one gets in. ``url`` is the server's, theirs there, or one calendar's."""

    url: str
    login: str
    password: str


class Seen(Struct, frozen=True):
    """What is in somebody's calendars, soonest first; ``unread`` are the files of which nobody could say this time."""

    found: tuple[Dated, ...] = ()
    unread: frozenset[str] = frozenset()


def look(account: Account, since: datetime, until: datetime, zone: str) -> Seen:
    """All that is in their calendars between two moments. Raises ``Unreachable``.

    A time without a zone is one in ``zone``. What cannot be read of one appointment leaves the others alone.
    """
    found, unread = list[Dated](), set[str]()
    with httpx.Client(auth=(account.login, account.password), timeout=_WAIT) as client:
        asking = _Asking(client, monotonic() + PATIENCE)
        try:
            for url in _calendars(asking, account.url):
                for file, raw in _events(asking, url, since, until):
                    asking.go_on()
                    if entries := _read(raw, since, until, zone):
                        found += [replace(one, file=file) for one in entries]
                    else:
                        unread.add(file)
        except httpx.TimeoutException as error:
            raise Unreachable("The server takes too long.") from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise Unreachable("The server does not answer at this address.") from error
    return Seen(tuple(sorted(found, key=lambda dated: dated.moment)), frozenset(unread))


class _Asking:
    """Sends one request after another until its time is over."""

    def __init__(self, client: httpx.Client, deadline: float) -> None:
        self.client, self.deadline = client, deadline

    def __call__(self, method: str, url: str, body: str, depth: int) -> tuple[str, ElementTree.Element]:
        """Where the answer came from in the end, and what it says."""
        for _ in range(_HOPS):
            headers = {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
            with self.client.stream(method, url, content=body.encode(), headers=headers) as answer:
                if answer.has_redirect_location:
                    url = _followed(url, answer.headers["Location"])
                    continue
                return url, _xml(self._body(answer))
        raise Unreachable("The server sends us round in circles.")

    def _body(self, answer: httpx.Response) -> bytes:
        if answer.status_code in {401, 403}:
            raise Unreachable("The server does not let us in: check the user name and the password.")
        if answer.status_code != 207:
            raise Unreachable(f"There is no calendar at this address (the server says {answer.status_code}).")
        body = bytearray()
        for chunk in answer.iter_bytes():
            body += chunk
            if len(body) > LARGEST:
                raise Unreachable("The server's answer is longer than any calendar.")
            self.go_on()
        return bytes(body)

    def go_on(self) -> None:
        """Raises ``Unreachable`` when the time is over."""
        if monotonic() > self.deadline:
            raise Unreachable("The server takes too long.")


def _followed(url: str, to: str) -> str:
    """The address that the server names; the password goes nowhere without encryption that it did not go before."""
    named = urljoin(url, to)
    if _house(named) != _house(url):
        raise Unreachable("The server sends us to somebody else's.")
    if urlsplit(named).scheme != "https" and urlsplit(named)[:2] != urlsplit(url)[:2]:
        raise Unreachable("The server sends us to an address without encryption.")
    return named


def _house(url: str) -> list[str]:
    """Whose server it is, as far as its name says."""
    return (urlsplit(url).hostname or "").split(".")[-2:]


def _xml(body: bytes) -> ElementTree.Element:
    # An answer needs no types of its own, and with them a short one can grow without end; nor in letters of two bytes.
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body or b"\0" in body:
        raise Unreachable("The server's answer is not one of a calendar.")
    try:
        return ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise Unreachable("The server's answer is not one of a calendar.") from error


def _calendars(ask: _Asking, url: str) -> list[str]:
    """Addresses of all calendars with appointments: the one given, or those of whom it belongs to."""
    at, answer = ask("PROPFIND", url, _ASK_WHO, 0)
    if answer.find(f".//{_DAV}resourcetype/{_CAL}calendar") is not None:
        return [at]
    home = _href(answer, f"{_CAL}calendar-home-set")
    if home is None and (principal := _href(answer, f"{_DAV}current-user-principal")):
        at, answer = ask("PROPFIND", _followed(at, principal), _ASK_WHO, 0)
        home = _href(answer, f"{_CAL}calendar-home-set")
    at, answer = ask("PROPFIND", _followed(at, home) if home else at, _ASK_WHO, 1)
    found = [_followed(at, href) for response in answer if (href := _calendar(response))]
    if not found:
        raise Unreachable("There is no calendar at this address.")
    return found


def _href(answer: ElementTree.Element, name: str) -> str | None:
    return answer.findtext(f".//{name}/{_DAV}href")


def _calendar(response: ElementTree.Element) -> str | None:
    """The address, where it is that of a calendar with appointments."""
    if response.find(f".//{_DAV}resourcetype/{_CAL}calendar") is None:
        return None
    kinds = {kind.get("name") for kind in response.iter(f"{_CAL}comp")}
    return response.findtext(f"{_DAV}href") if not kinds or "VEVENT" in kinds else None


def _events(ask: _Asking, url: str, since: datetime, until: datetime) -> Iterator[tuple[str, str]]:
    """Each file's hashed name and what is in it; nothing where the server could not give it."""
    question = _ASK_WHAT.format(since.astimezone(UTC), until.astimezone(UTC))
    at, answer = ask("REPORT", url, question, 1)
    for response in answer.iter(f"{_DAV}response"):
        status = response.findtext(f"{_DAV}status", "")
        if " 507 " in status:
            raise Unreachable("The server gives us only a part of the calendar.")
        if " 404 " not in status:
            name = urljoin(at, response.findtext(f"{_DAV}href", ""))
            yield sha256(name.encode()).hexdigest()[:40], response.findtext(f".//{_CAL}calendar-data", "")


def _read(raw: str, *between: Any) -> tuple[Dated, ...]:
    try:
        return read(raw.encode(), *between) if raw else ()
    except Unreadable:
        return ()
