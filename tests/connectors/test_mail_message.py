"""A mail as bytes: the same for the same key, and nothing slips into its head."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from msgspec.structs import replace

from bowout.connectors.mail import BadAddress, Mail, compose

AT = datetime(2026, 3, 3, 9, tzinfo=UTC)
MAIL = Mail(
    at=AT,
    to="claire@atelier.example",
    to_name="Claire Dubois",
    sender="alice@north.example",
    sender_name="Alice Ädler",
    subject="Unsere Gründe",
    text="Bonjour,\n\nça va ?\n.\nEnd\n",
    language="fr",
)


def read(mail: Mail, key: str = "k", sender: str = "") -> EmailMessage:
    """The message as it arrives."""
    return message_from_bytes(bytes(compose(mail, key, sender)), policy=policy.default)  # type: ignore[return-value]


def test_it_arrives_as_it_was_written() -> None:
    message = read(MAIL)
    assert message["From"] == "Alice Ädler <alice@north.example>"
    assert message["To"] == "Claire Dubois <claire@atelier.example>"
    assert message["Subject"] == "Unsere Gründe"
    assert message["Date"].datetime == AT
    assert message["Content-Language"] == "fr"
    assert message["Reply-To"] is None
    assert message["Auto-Submitted"] is None
    assert message.get_content().replace("\r\n", "\n") == MAIL.text


def test_the_same_key_makes_the_same_bytes_and_another_key_another_id() -> None:
    assert bytes(compose(MAIL, "k")) == bytes(compose(MAIL, "k"))
    assert read(MAIL, "k")["Message-ID"] != read(MAIL, "l")["Message-ID"]


def test_the_id_says_nothing_of_the_key() -> None:
    assert "wired" not in read(MAIL, "wired-17")["Message-ID"]
    assert read(MAIL)["Message-ID"].endswith("@north.example>")


def test_a_house_address_sends_for_everybody_and_answers_go_to_the_colleague() -> None:
    message = read(MAIL, sender="post@house.example")
    assert message["From"] == "Alice Ädler <post@house.example>"
    assert message["Reply-To"] == "Alice Ädler <alice@north.example>"


def test_what_no_person_wrote_says_so() -> None:
    assert read(replace(MAIL, automatic=True))["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("field", ["subject", "to_name", "sender_name"])
def test_a_line_break_in_a_name_starts_no_new_header(field: str) -> None:
    message = read(replace(MAIL, **{field: "Claire\r\nBcc: everybody@x.example"}))
    assert message["Bcc"] is None
    assert len(message["To"].addresses) == 1


@pytest.mark.parametrize(
    "address",
    [
        "",
        "claire",
        "claire@",
        "@x.example",
        "a@x.example, b@x.example",
        "a@x.example\nBcc: b@x.example",
        "é@x.example",
        f"a@{'ü' * 70}.example",
    ],
)
def test_what_is_no_address_is_never_sent(address: str) -> None:
    for field in ("to", "sender"):
        with pytest.raises(BadAddress):
            compose(replace(MAIL, **{field: address}), "k")


def test_a_domain_beyond_ascii_is_written_as_mail_servers_know_it() -> None:
    assert "claire@xn--mller-kva.example" in bytes(compose(replace(MAIL, to="claire@müller.example"), "k")).decode()


def test_no_line_is_too_long_for_a_mail_server() -> None:
    long = replace(MAIL, text="word " * 900, subject="Grüße " * 60)
    assert max(map(len, bytes(compose(long, "k")).split(b"\r\n"))) <= 998


ENCODED = "Claire =?utf-8?q?=0d=0aReply-To:_thief@evil.example=0d=0a=0d=0aBody?= Dubois"


@pytest.mark.parametrize("field", ["subject", "to_name", "sender_name", "language"])
@pytest.mark.parametrize("value", [ENCODED, "a\x85Reply-To: thief@evil.example", "a\x0b\x0c\x1cb\x7f", "a\0b"])
def test_nothing_in_a_name_or_a_subject_starts_a_header_or_the_body(field: str, value: str) -> None:
    raw = bytes(compose(replace(MAIL, **{field: value}), "k", "house@north.example"))
    assert b"\r\nReply-To: thief" not in raw
    found = read(replace(MAIL, **{field: value}), sender="house@north.example")
    assert [one.addr_spec for one in found["Reply-To"].addresses] == ["alice@north.example"]
    assert found.get_content().replace("\r\n", "\n") == MAIL.text
    assert all(sign >= " " for words in found.values() for sign in str(words))
