"""A message that was made to hold us up is read in bounds, or said to be too much before it can."""

from collections.abc import Callable
from email import message as library
from email.message import EmailMessage

import pytest

from bowout.connectors.inbox import TooMuch, read
from bowout.connectors.inbox import head as heads
from bowout.connectors.inbox.bounds import DEEP, FIELDS, LINES, OF_A_PART, PARTS, parsed
from bowout.connectors.inbox.head import LONGEST

HEAD = b"From: Claire <claire@lumiere.example>\r\nMessage-ID: <1@x>\r\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
QUOTES = b'; a="' + b'\\";' * 200_000


def nested(deep: int) -> bytes:
    kinds = (b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(1, deep))
    return HEAD + b"Content-Type: multipart/mixed; boundary=b1\r\n\r\n" + b"".join(kinds) + b"--b%d\r\n\r\nhi" % deep


def carried(deep: int) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\r\n\r\nMessage-ID: <c@x>\r\n" * deep + b"\r\nhi"


def wide(parts: int) -> bytes:
    return MIXED + b"--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n" * parts + b"--b--"


def report(receivers: int) -> bytes:
    kind = b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
    part = b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
    return HEAD + kind + part + b"Action: failed\r\nStatus: 5.1.1\r\n\r\n" * receivers + b"--b--"


@pytest.mark.parametrize(
    "raw",
    [
        nested(DEEP + 1),
        carried(DEEP + 1),
        carried(20_000),
        wide(PARTS + 1),
        report(PARTS),
        HEAD + b"To: a@x.example\r\n" * FIELDS + b"\r\nhi",
        MIXED + b"--b\r\n" + b"X: y\r\n" * (FIELDS + 1) + b"\r\nhi\r\n--b--",
        HEAD + b"\r\n" + b"\n" * LINES,
        HEAD + b"\r\n" + b"\r" * LINES,
    ],
    ids=[
        "parts in parts",
        "mails in mails",
        "more",
        "parts",
        "receivers",
        "fields",
        "a part's",
        "lines",
        "other lines",
    ],
)
def test_what_is_too_much_is_said_to_be(raw: bytes) -> None:
    with pytest.raises(TooMuch):
        read(raw)


@pytest.mark.parametrize(
    "raw",
    [
        nested(DEEP),
        carried(DEEP),
        wide(PARTS),
        report(PARTS - 10),
        HEAD + b"To: a@x.example\r\n" * (FIELDS - 10) + b"\r\nhi",
        HEAD + b"\r\n" + b"hi\r\n" * (LINES - 10),
    ],
    ids=["parts in parts", "mails in mails", "parts", "receivers", "fields", "lines"],
)
def test_what_is_just_not_too_much_is_read(raw: bytes) -> None:
    assert read(raw).message_id == "<1@x>"


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + b"Content-Type: text/plain" + QUOTES + b"\r\n\r\nhi",
        HEAD + b"Content-Disposition: attachment" + QUOTES + b"\r\n\r\nhi",
        MIXED + b"--b\r\nContent-Type: text/plain" + QUOTES + b"\r\n\r\nhi\r\n--b--",
        HEAD + b"Content-Type: message/rfc822\r\n\r\nContent-Type: text/plain" + QUOTES + b"\r\n\r\nhi",
    ],
    ids=["kind", "disposition", "of a part", "of a mail in a mail"],
)
def test_no_list_of_parameters_that_is_taken_apart_is_long(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the square of the length: half a minute for 600,000 signs."""
    taken_apart: list[int] = []
    parameters: Callable[[str], list[str]] = getattr(library, "_parseparam")  # noqa: B009

    def counted(value: str) -> list[str]:
        taken_apart.append(len(value))
        return parameters(value[:OF_A_PART])

    monkeypatch.setattr(library, "_parseparam", counted)
    assert read(raw).message_id == "<1@x>"
    assert max(taken_apart) <= OF_A_PART + 1


@pytest.mark.parametrize(
    "raw",
    [
        HEAD + (b"Subject: " + b"=?utf-8?q?a" * 2_000 + b"\r\n") * 500 + b"\r\nhi",
        carried(DEEP)
        .replace(b"<c@x>", b"=?utf-8?q?a" * 2_000)
        .replace(b"\r\n\r\n", b"\r\nPrecedence: bulk\r\n\r\n", 1),
        report(900).replace(b"5.1.1", b"=?utf-8?q?a" * 500).replace(b"failed", b"=?utf-8?q?a" * 500),
    ],
    ids=["subjects", "mails in mails", "receivers"],
)
def test_few_words_are_decoded(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """That takes the square of the length, too."""
    squares: list[int] = []

    def counted(value: str) -> str:
        squares.append(len(value) ** 2)
        return value

    monkeypatch.setattr(heads, "decoded", counted)
    assert read(raw).message_id == "<1@x>"
    assert sum(squares) <= 10 * LONGEST**2


def test_what_a_report_is_about_is_found_however_deep_it_lies() -> None:
    raw = b"Precedence: bulk\r\n" + carried(DEEP).replace(b"<c@x>", b"<0@x>").replace(b"<0@x>", b"<theirs@x>", 1)
    assert read(raw).answers == ("<theirs@x>", *("<0@x>",) * (DEEP - 1))


def test_a_name_for_servers_is_no_script_of_a_text() -> None:
    """Letters of it are put in one by one, each time moving all others."""
    for name in (b"punycode", b"PUNYCODE-"):
        assert read(HEAD + b"Content-Type: text/plain; charset=" + name + b"\r\n\r\nabc-kva").text == "abc-kva"


def test_an_ordinary_message_with_long_heads_is_read_whole() -> None:
    references = " ".join(f"<{number:032x}@mail.lumiere.example>" for number in range(250))
    found = EmailMessage()
    found["DKIM-Signature"] = "v=1; b=" + "A" * 30_000
    for number in range(40):
        found[f"X-Antispam-{number}"] = "x" * 5_000
        found.add_header("Received", f"from mx{number}.example by mx.example; " + "x" * 2_000)
    found["References"], found["Subject"] = references, "Re: Your view"
    found["To"] = ", ".join(f"Colleague {number} <colleague.{number}@lumiere.example>" for number in range(300))
    found.set_content("You have misread us.")
    name = "選定の理由について" * 14 + ".pdf"
    found.add_attachment(b"x", maintype="application", subtype="pdf", filename=name)
    read_ = read(HEAD + found.as_bytes())
    assert read_.text == "You have misread us."
    assert (read_.subject, len(read_.to), len(read_.answers), read_.files) == ("Re: Your view", 300, 100, (name,))


def test_of_a_field_that_is_too_long_the_beginning_is_read() -> None:
    raw = HEAD + b"Subject: " + b"x" * 100_000 + b"\r\nSubject: y\r\nDate: Fri, 06 Mar 2026 10:00:00 +0100\r\n\r\nhi"
    assert len(parsed(raw)["Subject"]) == LONGEST
    assert read(raw).subject == "x" * 300
    assert read(raw).sent_at is not None
