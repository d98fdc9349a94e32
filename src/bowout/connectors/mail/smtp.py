"""Mail by SMTP, with the moment known at which it leaves our hands: the final dot."""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from bowout.connectors.mail.address import Server, parse
from bowout.connectors.mail.carrier import Refused, Unclear

_DOT = re.compile(rb"^\.", re.MULTILINE)


class Smtp:
    """One connection a mail. Until the final dot a server must forget the mail if the line goes dead; from then on
    it may have been sent. So ``hand_over`` is called between the last line and the dot.
    """

    def __init__(self, server: Server, timeout: float = 30, patience: float = 120) -> None:
        """``timeout`` seconds for every answer; ``patience`` for the one to the whole mail, as servers scan it."""
        self.server, self.timeout, self.patience = server, timeout, patience
        self.sender = server.sender

    @classmethod
    def at(cls, url: str) -> "Smtp":
        """See ``address.parse`` for the URL. Raises ``ValueError``."""
        return cls(parse(url))

    def carry(self, message: EmailMessage, key: str, hand_over: Callable[[], None]) -> None:
        """Send it. Raises ``Refused`` or ``Unclear``, and what ``hand_over`` raises."""
        with _surely_not_sent():
            session = self._open()
        try:
            with _surely_not_sent():
                _envelope(session, message)
                session.send(_content(message))
            hand_over()
            self._finish(session)
        finally:
            session.close()

    def _open(self) -> smtplib.SMTP:
        server, context = self.server, ssl.create_default_context()
        if server.tls == "always":
            session: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=self.timeout, context=context)
        else:
            session = smtplib.SMTP(server.host, server.port, timeout=self.timeout)
        try:
            if server.tls == "starttls":
                session.starttls(context=context)
            if server.user:
                session.login(server.user, server.password)
        except BaseException:
            session.close()
            raise
        return session

    def _finish(self, session: smtplib.SMTP) -> None:
        assert session.sock is not None
        session.sock.settimeout(self.patience)
        try:
            session.send(b".\r\n")
            code, says = session.getreply()
        except (smtplib.SMTPException, OSError) as error:
            raise Unclear(f"no answer after the mail was handed over: {error}") from error
        if code != 250:
            raise _refusal(code, says, final=code >= 500)
        with suppress(smtplib.SMTPException, OSError):
            session.sock.settimeout(self.timeout)
            session.quit()


def _content(message: EmailMessage) -> bytes:
    """The mail as it goes over the line, up to the final dot and without it."""
    lines = _DOT.sub(b"..", bytes(message))
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"


def _envelope(session: smtplib.SMTP, message: EmailMessage) -> None:
    """MAIL, RCPT and DATA, up to the server's word that we may send the content."""
    session.ehlo_or_helo_if_needed()
    _expect(250, session.mail(message["From"].addresses[0].addr_spec))
    for address in message["To"].addresses:
        code, says = session.rcpt(address.addr_spec)
        if code not in {250, 251}:
            raise _refusal(code, says, final=code >= 500)
    _expect(354, session.docmd("DATA"))


def _expect(wanted: int, answer: tuple[int, bytes]) -> None:
    if answer[0] != wanted:
        # It refuses us rather than the mail, and our settings can be mended.
        raise _refusal(*answer, final=False)


def _refusal(code: int, says: bytes, final: bool) -> Refused:
    return Refused(f"{code} {says.decode(errors='replace')}", final)


@contextmanager
def _surely_not_sent() -> Iterator[None]:
    """Whatever goes wrong here went wrong before the final dot."""
    try:
        yield
    except smtplib.SMTPResponseException as error:
        # A password that is refused today may be mended in our settings tomorrow: never final.
        says = error.smtp_error.decode(errors="replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
        raise Refused(f"{error.smtp_code} {says}") from error
    except UnicodeError as error:
        raise Refused("the user's name or password has letters that SMTP cannot carry") from error
    except (smtplib.SMTPException, OSError) as error:
        raise Refused(f"{type(error).__name__}: {error}") from error
