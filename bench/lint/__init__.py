"""The language guard beside four linters of prose, on the same mails, each in one process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from bench.measure import Spent, best, percentile, table
from bench.web import server
from bowout.lint import Step, lint
from tools.lint.corpus import CORPUS, read

MAILS, WORDS, ASKED = 2_000, 150, 500
HERE = Path(__file__).parent
HOME = HERE.parents[1] / ".venv" / "bench-lint"
"""Where the peers are installed."""
PROSELINT = "proselint==0.16.0"
NODE_PEERS = ("write-good", "alex", "textlint")


def run() -> None:
    """Measure and print."""
    _install()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "mails.jsonl"
        mails = list(_mails())
        rows = [{"id": number, "step": step, "text": text} for number, (step, text) in enumerate(mails)]
        file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        took = {name: best(lambda command=command: _whole(command), 3) for name, command in _readers(file).items()}
    words = sum(len(text.split()) for _, text in mails) / len(mails)
    fastest = min(spent.cpu for name, spent in took.items() if name != "bowout lint")
    table(
        f"{len(mails):,} mails of {words:.0f} words, whole process",
        ("", "mails/s", "processor time ÷ fastest peer"),
        ((name, f"{len(mails) / spent.cpu:,.0f}", f"{spent.cpu / fastest:.2f}") for name, spent in took.items()),
    )
    table("One mail", ("", "milliseconds"), [*_single(mails), *_by_http(mails)])


def _readers(file: Path) -> dict[str, list[str]]:
    node = {name: ["node", str(HERE / "peer.mjs"), name, str(file), str(HOME)] for name in NODE_PEERS}
    return {
        "bowout lint": [sys.executable, "-m", "bowout", "lint", "--jsonl", str(file)],
        "proselint": [str(HOME / "python/bin/python"), str(HERE / "proselint_peer.py"), str(file)],
        **node,
    }


def _whole(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)} failed: {done.stderr[-500:]}")


def _mails() -> Iterator[tuple[Step, str]]:
    """Messages of the corpus, put together until they are as long as a mail; no two are the same."""
    messages = [item for item in read(CORPUS / "messages") if item.language == "en"]
    for start in range(MAILS):
        text, at = "", start % len(messages)
        while len(text.split()) < WORDS:
            text += f"\n\n{messages[at].text}" if text else messages[at].text
            # Another stride each time round, so that what follows what changes.
            at = (at + 1 + start // len(messages)) % len(messages)
        yield messages[start % len(messages)].step, text


def _single(mails: list[tuple[Step, str]]) -> Iterator[tuple[str, str]]:
    times = []
    for step, text in mails:
        began = time.perf_counter()
        lint(text, step)
        times.append(1000 * (time.perf_counter() - began))
    yield "in process, median", f"{percentile(times, 0.5):.2f}"
    yield "in process, 95th percentile", f"{percentile(times, 0.95):.2f}"
    with TemporaryDirectory() as folder:
        file = Path(folder) / "mail.txt"
        file.write_text(mails[0][1], encoding="utf-8")
        cold: Spent = best(lambda: _whole([sys.executable, "-m", "bowout", "lint", str(file)]), 10)
    yield "a process for one mail, best of ten", f"{1000 * cold.wall:.0f}"


def _by_http(mails: list[tuple[Step, str]]) -> Iterator[tuple[str, str]]:
    """As an editor asks: one connection, one mail after another."""
    with TemporaryDirectory(prefix="bowout-bench-") as home:
        environment = {**os.environ, "BOWOUT_HOME": home}
        subprocess.run([sys.executable, "-m", "bowout", "migrate"], env=environment, check=True, capture_output=True)
        os.environ["BOWOUT_HOME"] = home
        with server("bowout.site.wsgi:application") as (port, _):
            connection, times = HTTPConnection("127.0.0.1", port, timeout=30), []
            for _, text in mails[:ASKED]:
                body = urlencode({"text": text, "language": "en-US"})
                began = time.perf_counter()
                connection.request("POST", "/v2/check", body, {"Content-Type": "application/x-www-form-urlencoded"})
                connection.getresponse().read()
                times.append(1000 * (time.perf_counter() - began))
    yield f"/v2/check, median of {len(times)}", f"{percentile(times, 0.5):.1f}"
    yield f"/v2/check, 95th percentile of {len(times)}", f"{percentile(times, 0.95):.1f}"


def _install() -> None:
    """The peers at their pinned versions, once."""
    HOME.mkdir(parents=True, exist_ok=True)
    pinned = (HERE / "package.json").read_text()
    if not (HOME / "node_modules").is_dir() or (HOME / "package.json").read_text() != pinned:
        (HOME / "package.json").write_text(pinned)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=HOME, check=True)
    if not (HOME / "python").is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(HOME / "python")], check=True)
        subprocess.run([str(HOME / "python/bin/pip"), "install", "-q", PROSELINT], check=True)
