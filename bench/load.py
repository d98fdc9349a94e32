"""A small client: a few connections that each ask again as soon as they are answered."""

import http.cookiejar
import socket
import threading
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass, field

HOST = "127.0.0.1"
CONNECTIONS = 4


@dataclass
class Load:
    """What came back: seconds per answer, and how long it went on."""

    took: list[float] = field(default_factory=list)
    lasted: float = 0.0

    @property
    def per_second(self) -> float:
        """Answers per second."""
        return len(self.took) / self.lasted


class Wrong(Exception):
    """The server said something else than 200."""


def load(port: int, path: str, cookie: str = "", seconds: float = 5.0) -> Load:
    """Ask for ``path`` over a few connections for so long. Raises ``Wrong``."""
    request = f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nCookie: {cookie}\r\n\r\n".encode()
    found, wrong = Load(), list[Exception]()
    start = time.perf_counter()

    def ask() -> None:
        try:
            with socket.create_connection((HOST, port), timeout=30) as door:
                while (asked := time.perf_counter()) < start + seconds:
                    _answer(door, request)
                    found.took.append(time.perf_counter() - asked)
        except (OSError, Wrong) as error:
            wrong.append(error)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    found.lasted = time.perf_counter() - start
    return found


def _answer(door: socket.socket, request: bytes) -> None:
    door.sendall(request)
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(door)
    head, _, body = got.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise Wrong(head.partition(b"\r\n")[0].decode())
    length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    left = length - len(body)
    while left > 0:
        left -= len(_more(door))


def _more(door: socket.socket) -> bytes:
    if part := door.recv(65536):
        return part
    raise Wrong("the server hung up")


def wait_until_up(port: int, seconds: float = 30) -> None:
    """Until somebody listens there."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nobody listens on {port}")


def sign_in(port: int, email: str, password: str) -> str:
    """Sign in as a browser would, and return its cookies for the next request."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = f"http://{HOST}:{port}/sign-in/"
    browser.open(page).read()
    token = next(cookie.value for cookie in jar if cookie.name == "csrftoken")
    form = {"csrfmiddlewaretoken": token, "email": email, "password": password}
    browser.open(page, urllib.parse.urlencode(form).encode()).read()
    cookies = {cookie.name: cookie.value for cookie in jar}
    if "sessionid" not in cookies:
        raise Wrong("nobody was signed in")
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])
