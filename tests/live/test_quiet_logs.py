"""A customer's address is a key to their page: it stands in no log, whatever goes wrong."""

import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from uuid import UUID

import pytest
from django.core.signing import Signer

from tests.live.installation import HANGS, Installation, until
from tests.live.test_serving import free_port

KEY = "only a test signs with this"
TOKEN = Signer(key=KEY, salt="customer-link").sign(UUID(int=7).hex)
ODD = (
    f"GET /c/{TOKEN}/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    f"GET /c/{TOKEN}/ HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header: x\r\n\r\n",
    f"GET /c/{TOKEN}/ HTTP/9.9\r\n\r\n",
    f"NONSENSE /c/{TOKEN}/\r\n\r\n",
    f"POST /c/{TOKEN}/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n",
    f"POST /c/{TOKEN}/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n\r\nstep=",
    f"GET /c/{TOKEN}/?{'x' * 9000} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
)


def status(port: int, path: str) -> int:
    try:
        return int(urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=HANGS).status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def say(port: int, request: str) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=HANGS) as line:
        line.sendall(request.encode())
        line.shutdown(socket.SHUT_WR)
        while line.recv(4096):
            pass


@pytest.mark.only_on("sqlite")
def test_no_log_line_holds_a_customers_address(tmp_path: Path) -> None:
    made = Installation(tmp_path / "home")
    made.env["BOWOUT_SECRET_KEY"] = KEY
    port = free_port()
    with (tmp_path / "log").open("w") as log:
        # Never migrated: whoever looks the link up runs into an error with a traceback.
        web = subprocess.Popen(
            [sys.executable, "-m", "bowout", "web", "--port", str(port)], env=made.env, stdout=log, stderr=log
        )
        try:
            until(lambda: status(port, "/healthz") == 200, "the web answers")
            assert status(port, f"/c/{TOKEN}/") == 500
            assert status(port, f"/c/{TOKEN}/more/") == 404
            for request in ODD:
                say(port, request)
        finally:
            web.terminate()
            web.wait(HANGS)
    written = (tmp_path / "log").read_text()
    assert "Internal Server Error: /c/…/" in written
    assert TOKEN not in written
    assert TOKEN.partition(":")[2] not in written
