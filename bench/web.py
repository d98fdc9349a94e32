"""Pages under load: one gunicorn process, 10,000 deals, 2,000 walk-aways; beside a view that does nothing."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from bench.load import CONNECTIONS, Load, free_port, load, sign_in, wait_until_up
from bench.measure import percentile, table

DEALS, FEW, MANY = 10_000, 200, 2_000
ASKED = UUID(int=3)
"""A walk-away whose question is open."""
PAGES = {"Today": "/", "Deals": "/deals/", "Walk-away": f"/walk-aways/{ASKED}/"}
THREADS, ROUNDS = 8, 3


def run() -> None:
    """Measure and print."""
    home = tempfile.mkdtemp(prefix="bowout-bench-")
    try:
        _run(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(home: str) -> None:
    for name in ("DATABASE_URL", "BOWOUT_SMTP_URL", "BOWOUT_BASE_URL"):
        os.environ.pop(name, None)
    os.environ |= {"BOWOUT_HOME": home, "DJANGO_SETTINGS_MODULE": "bowout.site.settings"}
    import django

    django.setup()
    from django.core.management import call_command

    from bench import office

    call_command("migrate", verbosity=0)
    now = datetime.now(UTC)
    rep = office.found()
    office.add_deals(rep, 0, DEALS, now)
    office.add_walk_aways(rep, 0, FEW, now)
    few = _queries()
    office.add_walk_aways(rep, FEW, MANY, now)
    many = _queries()
    table(
        f"Queries per page, with {DEALS:,} deals",
        ("", f"{FEW:,} walk-aways", f"{MANY:,} walk-aways"),
        ((name, few[name], many[name]) for name in PAGES),
    )
    with server("bench.bare:application") as (port, pid):
        limit = _best(pid, port, "/")
    rows = [("a view that does nothing (the limit)", limit)]
    with server("bowout.site.wsgi:application") as (port, pid):
        cookie = sign_in(port, office.EMAIL, office.PASSWORD)
        rows += [(name, _best(pid, port, path, cookie)) for name, path in PAGES.items()]
    table(
        f"Pages with {DEALS:,} deals and {MANY:,} walk-aways: one gunicorn process, {THREADS} threads, SQLite, "
        f"{CONNECTIONS} connections",
        ("", "requests/s", "median", "p95", "processor per answer", "÷ limit"),
        (
            (
                name,
                f"{found.per_second:,.0f}",
                f"{1000 * percentile(found.took, 0.5):.1f} ms",
                f"{1000 * percentile(found.took, 0.95):.1f} ms",
                f"{1000 * cpu:.2f} ms",
                f"{cpu / limit[1]:.0f}",
            )
            for name, (found, cpu) in rows
        ),
    )


def _best(pid: int, port: int, path: str, cookie: str = "") -> tuple[Load, float]:
    """The best of some rounds, after one to get warm, and the server's seconds of processor for an answer."""
    load(port, path, cookie, seconds=1)
    before, answers, rounds = _cpu(pid), 0, []
    for _ in range(ROUNDS):
        rounds.append(load(port, path, cookie, seconds=4))
        answers += len(rounds[-1].took)
    return max(rounds, key=lambda found: found.per_second), (_cpu(pid) - before) / answers


def _cpu(server: int) -> float:
    """Seconds of processor that the children of that process have used."""
    return sum(_used(path, server) for path in Path("/proc").glob("[0-9]*/stat")) / os.sysconf("SC_CLK_TCK")


def _used(path: Path, parent: int) -> int:
    try:
        stat = path.read_text().rpartition(")")[2].split()
    except OSError:
        # It has ended since it was listed.
        return 0
    return int(stat[11]) + int(stat[12]) if int(stat[1]) == parent else 0


def _queries() -> dict[str, int]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bowout.store.models import User

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get())
    counts = {}
    for name, path in PAGES.items():
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path)
        if response.status_code != 200:
            raise RuntimeError(f"{path} answers {response.status_code}")
        counts[name] = len(captured)
    return counts


@contextmanager
def server(application: str) -> Iterator[tuple[int, int]]:
    """Its port and its process."""
    port = free_port()
    command = (sys.executable, "-m", "gunicorn", "--workers", "1", "--worker-class", "gthread", "--threads", THREADS)
    where = ("--bind", f"127.0.0.1:{port}", "--log-level", "error", "--keep-alive", "15", application)
    process = subprocess.Popen([str(part) for part in (*command, *where)])
    try:
        wait_until_up(port)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


if __name__ == "__main__":
    run()
