"""SMTP against a real server: what is sure, what is refused, what is unclear."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from bowout.connectors.mail import Refused, Unclear, compose
from bowout.connectors.mail.address import parse
from bowout.connectors.mail.smtp import Smtp
from tests.connectors.test_mail_message import MAIL
from tests.mailserver import MailServer, certificate

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

MESSAGE = compose(MAIL, "k")


class Handed:
    """Notes how much the server had taken when the mail was handed over."""

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self.taken_before: list[int] = []

    def __call__(self) -> None:
        self.taken_before.append(len(self.server.taken))


@pytest.fixture
def server() -> Iterator[MailServer]:
    running = MailServer().start()
    yield running
    running.stop()


def carry(server: MailServer, url: str = "") -> Handed:
    handed = Handed(server)
    Smtp(parse(url or server.url), timeout=5, patience=5).carry(MESSAGE, "k", handed)
    return handed


def text_of(server: MailServer) -> str:
    """The first mail's text, without the carriage returns of the line."""
    return str(server.taken[0].get_content()).replace("\r\n", "\n")


def test_it_works(server: MailServer) -> None:
    handed = carry(server)
    (mail,) = server.taken
    assert mail["Message-ID"] == MESSAGE["Message-ID"]
    assert text_of(server) == MAIL.text
    assert server.envelopes == [("alice@north.example", ("claire@atelier.example",))]
    assert handed.taken_before == [0]


def test_a_house_sender_is_also_who_the_server_hears_of(server: MailServer) -> None:
    smtp = Smtp(parse(f"{server.url}?sender=post@house.example"))
    smtp.carry(compose(MAIL, "k", smtp.sender), "k", lambda: None)
    assert server.envelopes[0][0] == "post@house.example"


def test_whoever_may_not_hand_over_sends_nothing(server: MailServer) -> None:
    def lost() -> None:
        raise LookupError("somebody else has the row")

    with pytest.raises(LookupError):
        Smtp.at(server.url).carry(MESSAGE, "k", lost)
    carry(server)
    assert len(server.taken) == 1


@pytest.mark.parametrize("stage", ["EHLO", "MAIL", "RCPT", "DATA"])
def test_a_line_that_goes_dead_before_the_dot_is_tried_again(server: MailServer, stage: str) -> None:
    server.hang_up = stage
    handed = Handed(server)
    with pytest.raises(Refused) as refused:
        Smtp.at(server.url).carry(MESSAGE, "k", handed)
    assert not refused.value.final
    assert handed.taken_before == []


@pytest.mark.parametrize(("stage", "taken"), [("dot", 1), ("taken", 1)])
def test_a_line_that_goes_dead_after_the_dot_is_unclear(server: MailServer, stage: str, taken: int) -> None:
    server.hang_up = stage
    with pytest.raises(Unclear):
        carry(server)
    assert len(server.taken) <= taken


def test_a_server_that_does_not_answer_the_dot_is_unclear(server: MailServer) -> None:
    server.stall = "dot"
    with pytest.raises(Unclear):
        Smtp(parse(server.url), timeout=5, patience=0.2).carry(MESSAGE, "k", lambda: None)


@pytest.mark.parametrize(
    ("stage", "says", "final"),
    [
        ("MAIL", "451 Greylisted", False),
        ("MAIL", "530 Say who you are", False),
        ("RCPT", "450 Mailbox busy", False),
        ("RCPT", "550 No such mailbox", True),
        ("DATA", "451 Later", False),
        ("dot", "452 Disk full", False),
        ("dot", "554 Looks like spam", True),
    ],
)
def test_a_refusal_is_final_where_another_try_would_end_the_same_way(
    server: MailServer, stage: str, says: str, final: bool
) -> None:
    server.refuse[stage] = says
    with pytest.raises(Refused, match=says) as refused:
        carry(server)
    assert refused.value.final is final
    assert not server.taken


def test_nobody_at_home_is_tried_again() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(Refused) as refused:
            Smtp.at(f"smtp://127.0.0.1:{closed.getsockname()[1]}").carry(MESSAGE, "k", lambda: None)
    assert not refused.value.final


def test_dots_and_long_lines_survive(server: MailServer) -> None:
    text = "\n.\n..\n.end\n" + "x" * 3000 + "\n"
    Smtp.at(server.url).carry(compose(replace(MAIL, text=text), "k"), "k", lambda: None)
    assert text_of(server) == text


@pytest.mark.needs("openssl")
@pytest.mark.parametrize(("tls", "scheme", "option"), [("always", "smtps", ""), ("starttls", "smtp", "?tls=starttls")])
def test_a_password_goes_over_tls_and_only_to_a_server_that_we_trust(
    tls: str, scheme: str, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem = certificate(tmp_path)
    server = MailServer(tls, pem, password="s:cret/1").start()
    try:
        url = f"{scheme}://alice:s%3Acret%2F1@localhost:{server.port}{option}"
        with pytest.raises(Refused, match="CERTIFICATE_VERIFY_FAILED"):
            carry(server, url)
        assert not server.logins
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        carry(server, url)
        assert server.logins == [("alice", "s:cret/1")]
        with pytest.raises(Refused, match="535") as refused:
            carry(server, url.replace("cret", "cre"))
        assert not refused.value.final
        assert len(server.taken) == 1
    finally:
        server.stop()


def test_a_password_that_smtp_cannot_carry_is_named() -> None:
    guarded = MailServer(password="geheim").start()
    with pytest.raises(Refused, match="password"):
        carry(guarded, f"smtp://alice:geh%C3%A4im@127.0.0.1:{guarded.port}")
    guarded.stop()


def test_a_server_without_tls_gets_nothing_when_tls_was_asked_for(server: MailServer) -> None:
    with pytest.raises(Refused):
        carry(server, f"{server.url}?tls=starttls")
    assert not server.envelopes


@pytest.mark.parametrize(
    ("url", "tls", "port"),
    [
        ("smtp://mail.example", "starttls", 587),
        ("smtp://mail.example:25?tls=never", "never", 25),
        ("smtps://mail.example", "always", 465),
        ("smtp://127.0.0.1", "never", 25),
        ("smtp://localhost?tls=starttls", "starttls", 587),
    ],
)
def test_only_this_machine_is_spoken_to_in_the_clear_unasked(url: str, tls: str, port: int) -> None:
    server = parse(url)
    assert (server.tls, server.port) == (tls, port)


@pytest.mark.parametrize(
    "url", ["mail.example", "http://x", "smtp://", "smtp://u:hush@x?tlz=never", "smtp://u:hush@x?tls=no"]
)
def test_a_bad_address_is_named_without_its_password(url: str) -> None:
    with pytest.raises(ValueError, match=r"mail server|tls") as error:
        parse(url)
    assert "hush" not in str(error.value)
