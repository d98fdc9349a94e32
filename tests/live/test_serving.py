"""``bowout serve``: web and worker live and die together."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from bowout.connectors.mail.message import message_id
from tests.live.installation import HANGS, Installation, Process, kill, until
from tests.mailserver import MailServer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    with suppress(OSError):
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).read() == b"ok\n"
    return False


def serve(bowout: Installation, port: int) -> Process:
    """Running, and ready."""
    process = bowout.start("bowout", "serve", "--port", str(port))
    until(lambda: answers(port), "the web answers")
    return process


def children(process: Process) -> dict[str, int]:
    """Its own children by the command they run."""
    found = {}
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            if (folder / "stat").read_text().rpartition(")")[2].split()[1] == str(process.pid):
                found[(folder / "cmdline").read_text().split("\0")[3]] = int(folder.name)
    return found


def alive(pid: int) -> bool:
    with suppress(OSError):
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def gone(pids: dict[str, int]) -> bool:
    return not any(map(alive, pids.values()))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_ends_both_and_says_that_all_is_well(bowout: Installation, how: signal.Signals) -> None:
    process = serve(bowout, free_port())
    both = children(process)
    assert set(both) == {"web", "worker"}
    process.send_signal(how)
    assert process.wait(HANGS) == 0
    assert gone(both)


@pytest.mark.parametrize("name", ["web", "worker"])
def test_when_one_dies_the_other_is_ended_and_the_exit_code_says_so(bowout: Installation, name: str) -> None:
    process = serve(bowout, free_port())
    both = children(process)
    kill_pid(both[name])
    assert process.wait(HANGS) == 128 + signal.SIGKILL
    assert gone(both)


def test_killed_and_started_again_it_loses_nothing_and_sends_nothing_twice(
    by_smtp: Installation, server: MailServer
) -> None:
    port, keys = free_port(), [f"k{number}" for number in range(30)]
    server.pace = 0.02
    process = serve(by_smtp, port)
    both = children(process)
    by_smtp.post(*keys)
    until(lambda: server.taken, "the first mail")
    kill(process)
    # The children were not killed: they finish what they have in hand, so nothing is in doubt.
    until(lambda: gone(both), "the children have followed")
    assert set(by_smtp.states().values()) <= {"waiting", "sent"}
    again = serve(by_smtp, port)
    until(lambda: set(by_smtp.states().values()) == {"sent"}, "everything sent")
    assert [server.counts()[message_id(key, "north.example")] for key in keys] == [1] * len(keys)
    again.terminate()
    assert again.wait(HANGS) == 0


@pytest.mark.parametrize("moved", ["+120d", "2031-03-03T10:00+01:00"])
def test_mail_leaves_on_the_clock_that_the_pages_go_by(by_smtp: Installation, server: MailServer, moved: str) -> None:
    by_smtp.env |= {"BOWOUT_DEBUG_CLOCK": "1", "BOWOUT_NOW": moved}
    by_smtp.post("ahead")
    by_smtp.run("bowout", "worker", "--once")
    assert by_smtp.states() == {"ahead": "sent"}
    assert server.counts() == {message_id("ahead", "north.example"): 1}


def test_a_worker_told_to_end_finishes_what_it_is_sending(by_smtp: Installation, server: MailServer) -> None:
    by_smtp.post("k", "next")
    server.stall = "dot"
    worker = by_smtp.start("bowout", "worker")
    assert server.reached.wait(HANGS)
    worker.terminate()
    server.stall = ""
    server.go_on.set()
    assert worker.wait(HANGS) == 0
    assert by_smtp.states() == {"k": "sent", "next": "waiting"}


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("command", ["serve", "web"])
def test_it_does_not_open_to_the_network_without_an_address_that_people_type(tmp_path: Path, command: str) -> None:
    made = Installation(tmp_path)
    ended = subprocess.run(
        [sys.executable, "-m", "bowout", command, "--host", "0.0.0.0"],
        env=made.env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "BOWOUT_BASE_URL" in ended.stderr


def kill_pid(pid: int) -> None:

    os.kill(pid, signal.SIGKILL)
