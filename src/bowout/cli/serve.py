"""``bowout serve``: web and worker together on one machine."""

import os
import signal
import subprocess
import sys
import threading
from argparse import Namespace

from bowout.cli.commands import Subparsers
from bowout.cli.parent import FOLLOWS
from bowout.cli.where import NoAddress, add_where, settle_base_url

Child = subprocess.Popen[bytes]
GRACE = 30
"""Seconds that a child gets to finish what it is doing."""


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "serve",
        help="web and worker together on one machine",
        description="Brings the database up to date, then serves the pages and sends mail until Ctrl-C.",
    )
    add_where(parser)
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """0 when it was told to end; else what the child that died ended with."""
    try:
        settle_base_url(args)
    except NoAddress as error:
        print(error, file=sys.stderr)
        return 2
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    if code := subprocess.run(_bowout("migrate"), check=False).returncode:
        return _exit_code(code)
    children = {"web": _start("web", "--host", args.host, "--port", str(args.port)), "worker": _start("worker")}
    try:
        return _watch(children, stop)
    finally:
        _end(list(children.values()))


def _watch(children: dict[str, Child], stop: threading.Event) -> int:
    while not stop.wait(0.2):
        for name, child in children.items():
            if child.poll() is not None:
                print(f"The {name} has ended, so everything ends.", file=sys.stderr)
                return _exit_code(child.returncode) or 1
    return 0


def _start(*command: str) -> Child:
    # Ctrl-C is for us alone. The pipe ends when we do, however that happens: the child's word to end as well.
    return subprocess.Popen(
        _bowout(*command),
        stdin=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, FOLLOWS: "yes"},
    )


def _bowout(*command: str) -> list[str]:
    return [sys.executable, "-m", "bowout", *command]


def _end(children: list[Child]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _exit_code(code: int) -> int:
    """As a shell tells it: 128 and the signal for a child that was killed."""
    return code if code >= 0 else 128 - code
