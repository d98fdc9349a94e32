"""The mail server's address: ``smtp://user:password@host:port?sender=house@example.com``."""

from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct

Tls = Literal["always", "starttls", "never"]
_PORTS: dict[Tls, int] = {"always": 465, "starttls": 587, "never": 25}
_HERE = {"localhost", "127.0.0.1", "::1"}


class Server(Struct, frozen=True):
    """Where mail is handed over, and as whom."""

    host: str
    port: int
    tls: Tls
    user: str = ""
    password: str = ""
    sender: str = ""


def parse(url: str) -> Server:
    """``smtps`` is TLS from the first byte; ``smtp`` must become TLS by STARTTLS, except to this machine.

    ``?tls=never`` is for a relay in your own network. ``?sender=`` is the house's address to send from. Raises
    ``ValueError``, without the password in its words.
    """
    parts = urlsplit(url)
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ValueError("a mail server is given as smtp://user:password@host:port or smtps://…")
    if unknown := sorted(options.keys() - {"tls", "sender"}):
        raise ValueError(f"a mail server's address has no option {', '.join(unknown)}: tls and sender are all")
    tls = _tls(parts.scheme, parts.hostname, options.get("tls", ""))
    return Server(
        host=parts.hostname,
        port=parts.port or _PORTS[tls],
        tls=tls,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        sender=options.get("sender", ""),
    )


def _tls(scheme: str, host: str, wish: str) -> Tls:
    if wish not in {"", "never", "starttls"}:
        raise ValueError(f"tls is never or starttls, not {wish}")
    if scheme == "smtps":
        return "always"
    if wish == "never" or (not wish and host in _HERE):
        return "never"
    return "starttls"
