"""``bowout worker``: write the morning mails, send the outbox, read mail and calendars, take files in, forget."""

import logging
import signal
import threading
from argparse import Namespace
from collections.abc import Callable
from uuid import uuid4

from bowout.cli.commands import Subparsers, seconds
from bowout.cli.parent import follow_parent
from bowout.cli.ready import ready

AWAY = 5.0
"""Seconds before a database that did not answer is asked again."""
LOOK = 30.0
"""Seconds between two looks into the mailbox."""
VISIT = 10.0
"""Seconds before it is asked again whose calendar is due."""
log = logging.getLogger("bowout.worker")


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "worker",
        help="remind people, send mail, and bring in long files",
        description="Writes everybody's morning mail, asks customers once how it was for them, sends mail by "
        "BOWOUT_SMTP_URL, or into BOWOUT_HOME/mail without one, and brings in long files that were uploaded. "
        "Any number may run at once.",
    )
    parser.add_argument("--poll", type=seconds, default=1.0, metavar="SECONDS", help="wait so long when idle (1)")
    parser.add_argument("--once", action="store_true", help="do what is due now, then end")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Work until SIGTERM or Ctrl-C; what is being sent then is finished first."""
    ready()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    follow_parent()
    send, bring_in, look = _sender(), _importer(stop), _reader(stop)
    visit = _visitor()
    if args.once:
        look()
        while not stop.is_set() and visit():
            pass
        while not stop.is_set() and (_turn() or _remind() or _ask() or send() or _forget() or bring_in()):
            pass
        return 0
    # Mail must wait neither for a long file nor for a mailbox or a calendar that does not answer.
    threads = [
        _endless("imports", bring_in, stop, args.poll),
        _endless("inbox", look, stop, LOOK),
        _endless("calendars", visit, stop, VISIT),
    ]
    while not stop.is_set():
        stop.wait(_round(lambda: _turn() or _remind() or _ask() or send() or _forget(), args.poll))
    for thread in threads:
        thread.join()
    return 0


def _endless(name: str, work: Callable[[], bool], stop: threading.Event, poll: float) -> threading.Thread:
    def go_on() -> None:
        while not stop.is_set():
            stop.wait(_round(work, poll))

    thread = threading.Thread(target=go_on, name=name)
    thread.start()
    return thread


def _turn() -> bool:
    from bowout.desk.projecting import turn
    from bowout.web import clock

    return turn(clock.now())


def _remind() -> bool:
    from bowout.desk.digest import write_next
    from bowout.web import clock

    return write_next(clock.now())


def _ask() -> bool:
    from bowout.desk.felt_reminding import ask_next
    from bowout.web import clock

    return ask_next(clock.now())


def _forget() -> bool:
    from django.conf import settings

    from bowout.desk.forgetting import forget_next
    from bowout.web import clock

    return forget_next(settings.BOWOUT_RECEIVED, settings.BOWOUT_HOME / "mail", clock.now())


def _reader(stop: threading.Event) -> Callable[[], bool]:
    """Looks into the house's mailbox, where it has one."""
    from django.conf import settings

    from bowout.connectors.inbox import Mailbox
    from bowout.desk.receiving import receive
    from bowout.web import clock

    if not settings.BOWOUT_IMAP_URL:
        return lambda: False
    try:
        mailbox = Mailbox.at(settings.BOWOUT_IMAP_URL)
    except ValueError as error:
        raise SystemExit(f"BOWOUT_IMAP_URL: {error}") from error
    return lambda: receive(mailbox, settings.BOWOUT_RECEIVED, clock.now, uuid4().hex, stop.is_set) > 0


def _visitor() -> Callable[[], bool]:
    """Looks into the members' calendars, one after another."""
    from bowout.connectors.calendar import look
    from bowout.desk.own_calendar import look_next
    from bowout.web import clock

    return lambda: look_next(look, clock.now)


def _importer(stop: threading.Event) -> Callable[[], bool]:
    from django.conf import settings

    from bowout.desk.importing.working import import_next
    from bowout.web import clock

    def bring_in() -> bool:
        return import_next(settings.BOWOUT_IMPORTS, clock.now, uuid4().hex, stop.is_set)

    return bring_in


def _sender() -> Callable[[], bool]:
    from django.conf import settings

    from bowout.connectors.mail import carrier
    from bowout.desk.sending import send_next
    from bowout.web import clock

    carries = carrier(settings.BOWOUT_SMTP_URL, settings.BOWOUT_HOME / "mail")
    _make_commits_last()

    def send() -> bool:
        return send_next(carries, clock.now, uuid4().hex) is not None

    return send


def _round(work: Callable[[], bool], poll: float) -> float:
    """Do one thing; returns how many seconds to wait before the next. A database that is away is waited for."""
    from django.db import Error, close_old_connections

    close_old_connections()
    try:
        return 0 if work() else poll
    except Error as error:
        log.warning("the database does not answer, trying again: %s", error)
        return max(poll, AWAY)
    except Exception:
        # Whatever it is, the rest of the work goes on: a worker that stands still and says nothing is worse.
        log.exception("something went wrong, trying again")
        return max(poll, AWAY)


def _make_commits_last() -> None:
    """On SQLite, let no commit of this process be lost when the machine's power goes.

    What is committed here is that a mail may have left: forgotten, it would be sent twice.
    """
    from django.db.backends.signals import connection_created

    def pragma(connection: object, **_: object) -> None:
        if connection.vendor == "sqlite":  # type: ignore[attr-defined]
            with connection.cursor() as cursor:  # type: ignore[attr-defined]
                cursor.execute("PRAGMA synchronous=FULL")

    connection_created.connect(pragma, weak=False)
