"""A Bowout of its own: a home, a database, and processes that a test starts and kills."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

Process = subprocess.Popen[str]
HANGS = 150
"""Seconds after which something that should have happened will not happen any more."""


class Installation:
    """``url`` names an empty database; an empty one is SQLite in the home."""

    def __init__(self, home: Path, url: str = "") -> None:
        self.home, self.url = home, url
        self.env = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("BOWOUT_", "DATABASE_URL", "DJANGO_", "PYTEST_"))
        }
        self.env |= {"BOWOUT_HOME": str(home)} | ({"DATABASE_URL": url} if url else {})
        self.started: list[Process] = []

    def run(self, *command: str) -> str:
        """Run a module to its end and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", *command], env=self.env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *command: str) -> Process:
        """Start a module in the background."""
        process = subprocess.Popen(
            [sys.executable, "-m", *command], env=self.env, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.started.append(process)
        return process

    def post(self, *keys: str) -> None:
        """Put mails with these keys into the outbox."""
        self.run("tests.live.seed", *keys)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Look into the database while others write to it."""
        if self.url:
            with psycopg.connect(self.url, autocommit=True) as postgresql:
                return postgresql.execute(sql).fetchall()
        lite = sqlite3.connect(self.home / "bowout.sqlite3", timeout=20, isolation_level=None)
        try:
            return lite.execute(sql).fetchall()
        finally:
            lite.close()

    def states(self) -> dict[str, str]:
        """State of every row in the outbox, by key."""
        return dict(self.query("SELECT key, state FROM store_outbox"))

    def claims(self) -> list[tuple[Any, ...]]:
        """What changes with every claim and with every end of one."""
        return self.query("SELECT key, state, attempts FROM store_outbox ORDER BY key")

    def end(self) -> None:
        """Kill whatever a test has left running."""
        for process in self.started:
            kill(process)
            if process.stdout:
                process.stdout.close()


def kill(process: Process) -> None:
    """``kill -9``, and wait until it is gone."""
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    process.wait(HANGS)


def until(happened: Callable[[], Any], what: str) -> Any:
    """Wait until that is true, and return it."""
    deadline = time.monotonic() + HANGS
    while not (found := happened()):
        assert time.monotonic() < deadline, f"has not happened: {what}"
        time.sleep(0.02)
    return found
