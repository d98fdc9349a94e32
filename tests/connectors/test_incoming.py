"""A message as it came: who answers what, what is their own, and whether a person wrote it."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.inbox import read

OURS = "<0123456789abcdef0123456789abcdef01234567@north.example>"


def message(text: str = "Yes, you have misread us.", **headers: str) -> EmailMessage:
    """An answer of Claire's."""
    found = EmailMessage()
    given = {
        "From": "Claire Dubois <claire@lumiere.example>",
        "To": "Alice <alice@north.example>, deals+x@north.example",
        "Subject": "Re: Your view",
        "Message-ID": "<claire-1@lumiere.example>",
        "In-Reply-To": OURS,
        "Date": "Fri, 06 Mar 2026 10:00:00 +0100",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in given.items():
        if value:
            found[name] = value
    found.set_content(text)
    return found


def test_it_works() -> None:
    found = read(message("Yes.\n\nOn Thu, 5 Mar 2026 at 10:00, Alice wrote:\n> What did we misread?").as_bytes())
    assert found.message_id == "<claire-1@lumiere.example>"
    assert found.answers == (OURS,)
    assert found.to == ("alice@north.example", "deals+x@north.example")
    assert (found.sender, found.sender_name) == ("claire@lumiere.example", "Claire Dubois")
    assert found.sent_at == datetime(2026, 3, 6, 9, tzinfo=UTC)
    assert found.own == "Yes."
    assert "misread" in found.text
    assert (found.kind, found.files) == ("reply", ())


def test_references_are_read_from_the_nearest_on() -> None:
    found = read(message(In_Reply_To="", References=f"<a@x> {OURS} <b@x>").as_bytes())
    assert found.answers == ("<b@x>", OURS, "<a@x>")


def test_without_an_id_the_same_bytes_are_the_same_message() -> None:
    one, two = (read(message(text, Message_ID="").as_bytes()).message_id for text in ("A", "B"))
    assert one == read(message("A", Message_ID="").as_bytes()).message_id != two


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"Auto_Submitted": "auto-replied"}, "away"),
        ({"Auto_Submitted": "auto-replied (vacation)"}, "away"),
        ({"Auto_Submitted": "auto-generated", "Subject": "Automatic reply: Your view"}, "away"),
        ({"Auto_Submitted": "auto-generated", "Subject": "Automatische Antwort: Ihre Sicht"}, "away"),
        ({"Auto_Submitted": "auto-generated", "Subject": "Ticket 12 was opened"}, "auto"),
        ({"Precedence": "auto_reply", "Subject": "Absence du bureau"}, "away"),
        ({"Precedence": "list"}, "list"),
        ({"List_Id": "<all.lumiere.example>"}, "list"),
        ({"List_Id": "<all.lumiere.example>", "Precedence": "bulk"}, "auto"),
        ({"X_Autoreply": "yes"}, "auto"),
        ({"From": "MAILER-DAEMON@mx.example"}, "bounce"),
        ({"Auto_Submitted": "no"}, "reply"),
        ({"Subject": "Out of office next week, so quickly:"}, "reply"),
    ],
)
def test_a_machine_is_told_from_a_person(headers: dict[str, str], kind: str) -> None:
    assert read(message(**headers).as_bytes()).kind == kind


REPORT = b"""From: Mail Delivery System <mailer-daemon@mx.example>
To: alice@north.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn-1@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; claire@lumiere.example
Action: %s
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <claire@lumiere.example>: no such
 user here
--b
Content-Type: %s

Message-ID: <0123456789abcdef0123456789abcdef01234567@north.example>
Subject: Your view

What did we misread?
--b--
"""


@pytest.mark.parametrize("carried", [b"message/rfc822", b"text/rfc822-headers"])
def test_what_came_back_says_which_and_why(carried: bytes) -> None:
    found = read(REPORT % (b"failed", carried))
    assert found.kind == "bounce"
    assert OURS in found.answers
    assert found.failure == "smtp; 550 5.1.1 <claire@lumiere.example>: no such user here"


def test_what_is_only_late_has_not_come_back() -> None:
    assert read(REPORT % (b"delayed", b"message/rfc822")).kind == "auto"


def test_yes_or_no_to_an_invitation_is_no_answer_to_the_reasons() -> None:
    found = message("Accepted.")
    found.add_alternative("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", subtype="calendar", params={"method": "REPLY"})
    assert read(found.as_bytes()).kind == "calendar"


def test_html_alone_is_read_as_text_and_attachments_are_only_named() -> None:
    found = message()
    html = "<style>p {}</style><p>You have <b>mis</b>read us &amp; more.</p><script>alert(1)</script>"
    found.set_content(html, subtype="html")
    found.add_attachment(b"MZ", maintype="application", subtype="x-msdownload", filename="reasons.exe")
    read_ = read(found.as_bytes())
    assert read_.text == "You have misread us & more."
    assert read_.files == ("reasons.exe",)


@given(st.binary(max_size=300))
def test_whatever_comes_is_read(raw: bytes) -> None:
    assert read(raw).message_id


@given(
    st.sampled_from(["From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "Content-Type", "Auto-Submitted"]),
    st.binary(max_size=60),
)
def test_whatever_stands_in_a_header_is_read(name: str, value: bytes) -> None:
    raw = name.encode() + b": " + value.replace(b"\n", b" ") + b"\n" + message().as_bytes()
    assert read(raw).message_id


HEAD = b"From: a@b.example\nMessage-ID: <x@y>\n"
HTML = HEAD + b"Content-Type: text/html\n\n<p>"


@pytest.mark.parametrize(
    "raw",
    [
        HTML + b"<script " * 100_000,
        HTML + b"<" * 500_000,
        HTML + b"<blockquote>" * 60_000,
        b"From: " + b"(" * 60_000 + b"\n" + HEAD + b"\nhi",
        b"References: " + b"<a" * 100_000 + b"\n" + HEAD + b"\nhi",
        b"Subject: " + b"=?" * 50_000 + b"\n" + HEAD + b"\nhi",
        HEAD + b"\n" + b"> x\n" * 100_000,
    ],
    ids=["scripts", "tags", "quotes", "comments", "ids", "words", "lines"],
)
def test_what_was_made_to_hold_us_up_is_read_and_done_with(raw: bytes) -> None:
    assert len(read(raw).text) <= 50_000


def raw(*lines: str) -> bytes:
    return "\r\n".join(("Message-ID: <1@x>", "From: Claire <claire@lumiere.example>", *lines)).encode()


@pytest.mark.parametrize(
    ("header", "sender", "name"),
    [
        (
            "=?utf-8?q?claire=40lumiere=2Eexample=2C?= <evil@evil.example>",
            "evil@evil.example",
            "claire@lumiere.example,",
        ),
        ("=?utf-8?q?claire=40lumiere=2Eexample?= <evil@evil.example>", "evil@evil.example", "claire@lumiere.example"),
        ("=?iso-8859-1?q?Lef=E8vre=2C_Andr=E9?= <a@x.example>", "a@x.example", "Lefèvre, André"),
        ("=?utf-8?q?Claire_=28Paris=29?= <c@x.example>", "c@x.example", "Claire (Paris)"),
    ],
)
def test_an_address_that_stands_in_a_name_is_none(header: str, sender: str, name: str) -> None:
    found = read(message(From="").as_bytes().replace(b"To: ", f"From: {header}\nTo: ".encode(), 1))
    assert (found.sender, found.sender_name) == (sender, name)


def test_every_header_of_one_name_counts_and_no_list_is_too_long() -> None:
    many = ", ".join(f"Colleague {number} <colleague.{number}@lumiere.example>" for number in range(150))
    found = read(
        raw(f"To: {many}, deals+t@s.example", "Delivered-To: a@s.example", "Delivered-To: b@s.example", "", "x")
    )
    assert {"deals+t@s.example", "a@s.example", "b@s.example"} <= set(found.to)


def mixed(*parts: tuple[str, str], kind: str = "mixed") -> bytes:
    body = "".join(f"--b\r\nContent-Type: {kind_of_part}\r\n\r\n{words}\r\n" for kind_of_part, words in parts)
    return raw(f'Content-Type: multipart/{kind}; boundary="b"', "", f"{body}--b--")


@pytest.mark.parametrize(
    ("parts", "kind", "text"),
    [
        ((("text/plain", " "), ("text/html", "<p>You misread us.</p>")), "alternative", "You misread us."),
        ((("text/html", "<p>In form.</p>"), ("text/plain", "Plain.")), "alternative", "Plain."),
        ((("text/plain", "CAUTION: external"), ("text/plain", "You misread us.")), "mixed", "You misread us."),
        (
            (("text/html", "<p>See below.</p>"), ("message/rfc822", "Subject: x\r\n\r\nLet them go.")),
            "mixed",
            "See below.",
        ),
    ],
    ids=["blank beside HTML", "plain before HTML", "two parts", "an attached message"],
)
def test_what_they_wrote_is_read_and_nothing_else(parts: tuple[tuple[str, str], ...], kind: str, text: str) -> None:
    found = read(mixed(*parts, kind=kind))
    assert text in found.text
    assert "Let them go" not in found.text


def test_a_receipt_that_it_was_read_is_no_answer() -> None:
    receipt = "multipart/report; report-type=disposition-notification"
    assert (
        read(mixed(("text/plain", "Your message was displayed.")).replace(b"multipart/mixed", receipt.encode())).kind
        == "auto"
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Type: text/plain; charset=utf-7", "", "+2AA-"),
        ("Subject: =?utf-7?q?+2AA-?=", "", "x"),
        ("Subject: =?utf-8?q?a=00b?=", "", "x"),
        ("Date: Fri, 31 Dec 9999 23:59:59 -1200", "", "x"),
        ("Content-Type: application/pdf", "Content-Disposition: attachment; filename*=utf-8''a%00b.pdf", "", "x"),
        ("References: " + " ".join(f"<{number}@x>" for number in range(1000)), "", "x"),
    ],
)
def test_nothing_is_read_that_no_database_takes(lines: tuple[str, ...]) -> None:
    found = read(raw(*lines))
    for text in (found.text, found.own, found.subject, found.sender_name, found.message_id, *found.files):
        assert "\0" not in text
        text.encode()
    assert found.sent_at is None or found.sent_at.year < 2101
    assert len(found.answers) <= 100
