"""A real SMTP server on this machine: it notes what it took, and stalls or refuses where it is told to."""

import asyncio
import ssl
import subprocess
import threading
from collections import Counter
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from random import Random
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

STAGES = ("EHLO", "MAIL", "RCPT", "DATA", "dot", "taken")
"""Where it can stall: before the answer to a command, after the final dot, and after having taken the mail."""


class MailServer:
    """Runs in a thread between ``start`` and ``stop``. ``taken`` is every mail it is responsible for."""

    def __init__(self, tls: str = "", pem: Path | None = None, password: str = "", pace: float = 0) -> None:
        self.taken: list[EmailMessage] = []
        self.envelopes: list[tuple[str, tuple[str, ...]]] = []
        self.stall = ""
        self.refuse: dict[str, str] = {}
        self.hang_up = ""
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.logins: list[tuple[str, str]] = []
        self._password, self.pace, self._chance = password, pace, Random(7)
        self._tls, self._context = tls, _context(pem) if pem else None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self.port = 0

    def start(self) -> "MailServer":
        """Listen on a free port."""
        self._thread.start()
        tls = self._context if self._tls == "always" else None
        listening = self._loop.create_server(self._connection, "127.0.0.1", self.port, ssl=tls)
        server = asyncio.run_coroutine_threadsafe(listening, self._loop).result(10)
        self.port = server.sockets[0].getsockname()[1]
        return self

    def stop(self) -> None:
        """Listen no more."""
        self.go_on.set()
        asyncio.run_coroutine_threadsafe(self._hang_up(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _hang_up(self) -> None:
        open_still = asyncio.all_tasks() - {asyncio.current_task()}
        for task in open_still:
            task.cancel()
        await asyncio.gather(*open_still, return_exceptions=True)

    def _connection(self) -> SMTP:
        return _Protocol(
            self,
            hostname="mail.example",
            tls_context=self._context if self._tls == "starttls" else None,
            authenticator=self.authenticate,
            auth_require_tls=False,
            auth_required=bool(self._password),
            loop=self._loop,
        )

    @property
    def url(self) -> str:
        """For BOWOUT_SMTP_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    def counts(self) -> Counter[str]:
        """How often each Message-ID was taken."""
        return Counter(str(message["Message-ID"]) for message in list(self.taken))

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        """Let in who has the password."""
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password.decode() == self._password, handled=False)

    async def at(self, stage: str, server: SMTP) -> str | None:
        """Be slow, stall, hang up or refuse there; the refusal, if any."""
        if self.pace:
            await asyncio.sleep(self._chance.random() * self.pace)
        if self.stall == stage:
            self.reached.set()
            await asyncio.to_thread(self.go_on.wait)
        if self.hang_up == stage:
            server.transport.abort()
        return self.refuse.get(stage)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail, once its final dot is here."""
        if refusal := await self.at("dot", server):
            return refusal
        assert isinstance(envelope.content, bytes)
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        self.envelopes.append((envelope.mail_from or "", tuple(envelope.rcpt_tos)))
        await self.at("taken", server)
        return "250 OK"


def _context(pem: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    return context


class _Protocol(SMTP):
    """Asks the server at every command what to do."""

    async def _then(self, stage: str, go: Any, arg: str) -> None:
        if refusal := await self.event_handler.at(stage, self):
            await self.push(refusal)
        else:
            await go(arg)

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802
        await self._then("EHLO", super().smtp_EHLO, hostname)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        await self._then("MAIL", super().smtp_MAIL, arg or "")

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        await self._then("RCPT", super().smtp_RCPT, arg or "")

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        await self._then("DATA", super().smtp_DATA, arg)


def certificate(folder: Path) -> Path:
    """A new certificate for localhost and its key, in one file that only a test trusts."""
    both = folder / "localhost.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "crt.pem")]
    subprocess.run([*command.split(), names, *files], check=True, capture_output=True)
    both.write_text((folder / "key.pem").read_text() + (folder / "crt.pem").read_text())
    return both
