"""``bowout demo``: an invented sales team with forty deals, made anew at every start."""

import os
import socket
import sys
import threading
import time
from argparse import Namespace
from pathlib import Path

from bowout.cli import serve
from bowout.cli.commands import Subparsers, port
from bowout.cli.ready import ready

HOST, PORT = "127.0.0.1", 8765
# A demo must never touch the database, the mail server or the key of a real installation.
_REAL = (
    "DATABASE_URL",
    "BOWOUT_SMTP_URL",
    "BOWOUT_IMAP_URL",
    "BOWOUT_REPLY_ADDRESS",
    "BOWOUT_SECRET_KEY",
    "BOWOUT_BASE_URL",
)


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "demo",
        help="look at an invented sales team with forty deals",
        description="Makes an invented sales team in a folder of its own, from scratch at every start, and serves it "
        "until Ctrl-C. Your own data and your mail server are not touched.",
    )
    parser.add_argument("--port", type=port, help=f"listen on this port ({PORT}, or a free one when that is taken)")
    parser.add_argument("--home", type=Path, default=Path(".demo"), help="the demo's folder (.demo)")
    parser.add_argument("--no-serve", action="store_true", help="only make it")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """0 when it was ended by Ctrl-C, 2 when the folder or the port cannot be had."""
    from bowout.demo.home import InUse, NotOurs, fresh

    try:
        number = port_for(args.port)
        with fresh(args.home):
            return _run(args.home, number, args.no_serve)
    except (InUse, NotOurs, PortTaken) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def _run(home: Path, number: int, only_make: bool) -> int:
    for name in _REAL:
        os.environ.pop(name, None)
    address = f"http://{HOST}:{number}"
    os.environ |= {"BOWOUT_HOME": str(home.absolute()), "BOWOUT_BASE_URL": address}
    ready()
    from django.core.management import call_command

    from bowout.connectors.mail import carrier
    from bowout.demo.making import make
    from bowout.demo.signs import signs
    from bowout.web.clock import now

    call_command("migrate", interactive=False, verbosity=0)
    made = make(now(), carrier("", home.absolute() / "mail"))
    if only_make:
        print(f"Made in {home}. To serve it: BOWOUT_HOME={home} bowout serve")
        return 0
    threading.Thread(target=_say_when_up, args=(number, signs(made, address, home)), daemon=True).start()
    return serve.run(Namespace(host=HOST, port=number))


def _say_when_up(number: int, text: str) -> None:
    while True:
        try:
            socket.create_connection((HOST, number), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            print(text, flush=True)
            return


class PortTaken(Exception):
    """Somebody listens on the port that was asked for."""


def port_for(wanted: int | None) -> int:
    """The port that was asked for, or the usual one, or a free one when nobody asked. Raises ``PortTaken``."""
    for number in (wanted,) if wanted else (PORT, 0):
        with socket.socket() as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((HOST, number))
            except OSError:
                continue
            return int(door.getsockname()[1])
    raise PortTaken(f"Port {wanted} is taken. Leave --port out, and a free one is found.")
