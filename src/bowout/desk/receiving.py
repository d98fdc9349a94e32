"""A round of reading the mailbox: each message is kept and taken once, whatever is in it and whoever is killed."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.db import Error, IntegrityError, InterfaceError, OperationalError, transaction
from msgspec.structs import replace

from bowout.connectors.inbox import Mailbox, Unreachable, read
from bowout.connectors.inbox.incoming import made_id
from bowout.connectors.inbox.mailbox import Fetched, Place
from bowout.connectors.mail.folder import erase, write_whole
from bowout.desk import hearing
from bowout.store import inbox
from bowout.store.models import MailboxPlace

log = logging.getLogger("bowout.inbox")
Clock = Callable[[], datetime]
_AWAY = (OperationalError, InterfaceError)


def receive(
    mailbox: Mailbox, folder: Path, clock: Clock, token: str, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Read what is new, unless another worker does; returns how many messages. ``token`` must be new for every call.

    How it went stands in the mailbox's row; nothing is raised but that the database is away.
    """
    place, many, says = inbox.claim(mailbox.name, clock(), token), 0, ""
    if place is None:
        return 0
    try:
        for fetched in mailbox.since(Place(place.validity, place.uid)):
            times = inbox.begin(mailbox.name, token, f"{fetched.place.validity}/{fetched.place.uid}", clock())
            if times is None:
                break
            many += _taken(mailbox, fetched, times, folder, clock())
            if stopped():
                break
    except Unreachable as error:
        says = str(error)
    except _AWAY:
        # Where it answers again at once, no message is held to have killed us.
        with suppress(Error):
            inbox.tried(mailbox.name, token, clock(), "the database did not answer.")
        raise
    inbox.tried(mailbox.name, token, clock(), says)
    return many


def _taken(mailbox: Mailbox, fetched: Fetched, times: int, folder: Path, now: datetime) -> bool:
    """Take one message, whatever is in it: one that cannot be taken is laid aside, and the next has its turn."""
    try:
        if times > inbox.TRIES:
            log.error("message %s of %s came to no end and is laid aside", fetched.place.uid, mailbox.name)
            return _lay_aside(mailbox, fetched, folder, now)
        return _take_or_lay_aside(mailbox, fetched, folder, now)
    except OSError as error:
        raise Unreachable(f"the message cannot be kept here ({error.strerror or error}).") from error


def _take_or_lay_aside(mailbox: Mailbox, fetched: Fetched, folder: Path, now: datetime) -> bool:
    try:
        return _take(mailbox, fetched, folder, now)
    except (OSError, *_AWAY):
        # It is the disk or the database, and not the message that is wrong.
        raise
    except Exception:
        log.exception("message %s of %s cannot be read and is laid aside", fetched.place.uid, mailbox.name)
        return _lay_aside(mailbox, fetched, folder, now)


def _lay_aside(mailbox: Mailbox, fetched: Fetched, folder: Path, now: datetime) -> bool:
    file = _kept(folder, fetched.raw)
    with transaction.atomic():
        if not _moves_on(mailbox, fetched):
            return False
        with suppress(IntegrityError), transaction.atomic():
            inbox.lay_aside(made_id(fetched.raw), file, fetched.whole, now)
    return True


def _moves_on(mailbox: Mailbox, fetched: Fetched) -> bool:
    """Note in the caller's transaction that this message is taken; False when another worker was quicker."""
    place = inbox.locked_place(mailbox.name)
    if _is_behind(place, fetched.place):
        return False
    place.validity, place.uid = fetched.place.validity, fetched.place.uid
    place.save(update_fields=["validity", "uid"])
    return True


def _take(mailbox: Mailbox, fetched: Fetched, folder: Path, now: datetime) -> bool:
    """Keep one message and what follows from it, with the place: all of it, or nothing. False: known already."""
    incoming = read(fetched.raw)
    file = _kept(folder, fetched.raw)
    with transaction.atomic():
        if not _moves_on(mailbox, fetched):
            return False
        if files := inbox.known_files(incoming.message_id[:1000]):
            # Another message that goes by the same id is read, too.
            incoming = replace(incoming, message_id=made_id(fetched.raw))
            again = inbox.known_files(incoming.message_id)
            if inbox.gone(file) in files | again:
                # It was forgotten, and lies in the mailbox still. Before the commit: whoever is killed does it again.
                erase(folder / file)
                return False
            if file in files or again:
                return False
        # Another mailbox may bring the same message at the same moment.
        with suppress(IntegrityError), transaction.atomic():
            hearing.keep(incoming, fetched.whole, file, now)
    return True


def _is_behind(place: MailboxPlace, fetched: Place) -> bool:
    """True when another worker has taken it meanwhile."""
    return place.validity == fetched.validity and place.uid >= fetched.uid


def _kept(folder: Path, raw: bytes) -> str:
    """The name of the file in which these bytes lie, and no others ever will; whole, or not there at all."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{sha256(raw).hexdigest()}.eml"
    if not (folder / name).exists():
        write_whole(folder / name, raw)
    return name
