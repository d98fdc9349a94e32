"""A real Radicale with accounts and empty calendars, that can be killed and started again on the same files."""

import subprocess
import sys
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.error import HTTPError

from tests.live.installation import until
from tests.live.test_serving import free_port


@dataclass
class Radicale:
    """``users``: name to password. Nobody sees another's calendars."""

    folder: Path
    port: int
    users: dict[str, str]
    process: "subprocess.Popen[bytes] | None" = field(default=None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        passwords = self.folder / "users"
        passwords.write_text("".join(f"{name}:{word}\n" for name, word in self.users.items()), encoding="utf-8")
        options = {
            "--server-hosts": f"127.0.0.1:{self.port}",
            "--storage-filesystem-folder": str(self.folder / "data"),
            "--auth-type": "htpasswd",
            "--auth-htpasswd-filename": str(passwords),
            "--auth-htpasswd-encryption": "plain",
            "--auth-delay": "0",
            "--rights-type": "owner_only",
        }
        command = [sys.executable, "-m", "radicale", "--config", "", *(one for pair in options.items() for one in pair)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        name = next(iter(self.users))
        until(lambda: self.ask("PROPFIND", f"/{name}/", name)[0] == 207, "Radicale answers")

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)
            self.process = None

    def ask(self, method: str, path: str, user: str, body: bytes = b"") -> tuple[int, bytes]:
        """Status and body; status 0 without an answer."""
        login = b64encode(f"{user}:{self.users[user]}".encode()).decode()
        headers = {"Authorization": f"Basic {login}", "Content-Type": "text/calendar; charset=utf-8"}
        url = f"{self.url.rstrip('/')}{path}"
        request = urllib.request.Request(url, data=body or None, headers=headers, method=method)
        with suppress(OSError):
            try:
                with urllib.request.urlopen(request, timeout=5) as answer:
                    return answer.status, answer.read()
            except HTTPError as error:
                return error.code, error.read()
        return 0, b""

    def put(self, uid: str, start: datetime, *words: str, more: str = "", where: str = "office") -> None:
        """Put an event of alice's with a title and with people into one of her calendars."""
        body = event(uid, start, *words, more=more)
        assert self.ask("PUT", f"/alice/{where}/{uid}.ics", "alice", body)[0] in {201, 204}


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """One that runs, with two calendars of alice's; ended in the end."""
    found = Radicale(folder, free_port(), {"alice": "secret", "bob": "other"})
    found.start()
    try:
        for name in ("office", "private"):
            assert found.ask("MKCALENDAR", f"/alice/{name}/", "alice")[0] == 201
        yield found
    finally:
        found.kill()


def event(uid: str, start: datetime, title: str, *people: str, more: str = "") -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20260301T000000Z",
        f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
        f"DTEND:{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}",
        f"SUMMARY:{title}",
        *(f"ATTENDEE;CN=Somebody:mailto:{one}" for one in people),
        *([more] if more else []),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()
