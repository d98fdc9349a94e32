"""The real ``bowout demo``: somebody tries it, ends it, and tries it again."""

import http.cookiejar
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bowout.cli.demo import HOST, PORT, PortTaken, port_for
from bowout.demo.cast import PASSWORD

pytestmark = pytest.mark.only_on("sqlite")


@dataclass
class Demo:
    process: subprocess.Popen[str]
    address: str
    customer: str
    said: str


@contextmanager
def running(home: Path) -> Iterator[Demo]:
    command = [sys.executable, "-m", "bowout", "demo", "--home", str(home), "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=home.parent) as process:
        timer = threading.Timer(60, process.kill)
        timer.start()
        try:
            said = ""
            for line in process.stdout or ():
                said += line
                if "Ctrl-C" in line:
                    break
            links = [word for word in said.split() if word.startswith("http://")]
            assert links, said
            yield Demo(process, links[0], next(link for link in links if "/c/" in link), said)
        finally:
            timer.cancel()
            process.kill()


def free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])


class Inputs(HTMLParser):
    """The fields of a page's forms: name to value, and name by kind."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and (name := given.get("name")):
            self.values.setdefault(name, given.get("value") or "")
            self.kinds.setdefault(given.get("type") or "text", name)


def browser() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def sign_in(demo: Demo, email: str) -> str:
    """The page that they see then."""
    door, page = browser(), f"{demo.address}sign-in/"
    form = Inputs(door.open(page).read().decode())
    fields = form.values | {form.kinds["email"]: email, form.kinds["password"]: PASSWORD}
    with door.open(urllib.request.Request(page, urllib.parse.urlencode(fields).encode(), {"Referer": page})) as found:
        return str(found.read().decode())


def family(pid: int) -> set[int]:
    """The process and all that it has started, and they in turn."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_is_tried_ended_and_tried_again(tmp_path: Path) -> None:
    for _ in range(2):
        with running(tmp_path / "demo") as demo:
            assert "daniel@tarnfield.example" in demo.said
            assert PASSWORD in demo.said
            assert "in shafts and basements" in browser().open(demo.customer).read().decode()
            assert "Nora" in sign_in(demo, "nora@tarnfield.example")
            processes = family(demo.process.pid)
            assert len(processes) > 3, "demo, web and its worker process, and the mail worker"
            demo.process.send_signal(signal.SIGINT)
            assert demo.process.wait(30) == 0
            assert not [pid for pid in processes if alive(pid)]
            with pytest.raises(urllib.error.URLError):
                browser().open(demo.address)


def test_it_starts_from_scratch_with_a_new_key(tmp_path: Path) -> None:
    keys = []
    for _ in range(2):
        subprocess.run(
            [sys.executable, "-m", "bowout", "demo", "--no-serve", "--home", str(tmp_path / "demo")], check=True
        )
        keys.append((tmp_path / "demo" / "secret-key").read_text())
    assert len(set(keys)) == 2


def test_it_never_touches_the_database_of_a_real_installation(tmp_path: Path) -> None:
    real = tmp_path / "real.sqlite3"
    given = {
        "DATABASE_URL": f"sqlite:///{real}",
        "BOWOUT_HOME": str(tmp_path / "home"),
        "BOWOUT_SMTP_URL": "smtp://x:1",
    }
    command = [sys.executable, "-m", "bowout", "demo", "--no-serve", "--home", str(tmp_path / "demo")]
    subprocess.run(command, check=True, env=os.environ | given)
    assert {path.name for path in tmp_path.iterdir()} == {"demo"}


def test_a_folder_with_somebodys_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bowout.sqlite3").write_text("a year of work")
    command = [sys.executable, "-m", "bowout", "demo", "--home", str(tmp_path)]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    assert found.returncode == 2
    assert "--home" in found.stderr
    assert (tmp_path / "bowout.sqlite3").read_text() == "a year of work"


def test_another_port_is_found_when_the_usual_one_is_taken_but_not_when_one_was_asked_for() -> None:
    with socket.socket() as door:
        try:
            door.bind((HOST, PORT))
            door.listen()
        except OSError:
            # Somebody else has it, which will do as well.
            pass
        assert port_for(None) not in {0, PORT}
        with pytest.raises(PortTaken, match=str(PORT)):
            port_for(PORT)
