"""A mail as plain values, and the message made of it: the same bytes for the same mail."""

from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from unicodedata import category

from msgspec import Struct

from bowout.connectors.mail.invitation import Invitation, calendar


class BadAddress(ValueError):
    """Not an e-mail address: no try at sending will ever succeed."""


class Mail(Struct, frozen=True, kw_only=True):
    """One plain-text mail to one person, written at ``at`` (aware).

    ``sender`` is the address of the colleague who writes; answers go to them. ``automatic`` marks what no person
    wrote, so that no out-of-office reply comes back.
    """

    at: datetime
    to: str
    subject: str
    text: str
    to_name: str = ""
    sender: str = ""
    sender_name: str = ""
    language: str = ""
    automatic: bool = False
    answers_to: str = ""
    """Where answers go besides their writer."""
    invitation: Invitation | None = None
    """An appointment that goes with it."""


def compose(mail: Mail, key: str, sender: str = "") -> EmailMessage:
    """The message, ready for any carrier.

    Message-ID comes from the idempotency ``key``: a mailbox that gets the same mail twice can tell. A house
    ``sender`` takes the place of the colleague's address, which then is where answers go. Raises ``BadAddress``.
    """
    message = EmailMessage(policy=SMTP)
    visible = sender or mail.sender
    message["From"] = _address(visible, mail.sender_name)
    message["To"] = _address(mail.to, mail.to_name)
    if answers := _answers_to(mail, visible):
        message["Reply-To"] = answers
    message["Subject"] = _one_line(mail.subject)
    message["Date"] = mail.at
    message["Message-ID"] = message_id(key, message["From"].addresses[0].domain)
    if mail.automatic:
        message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text, cte="quoted-printable")
    if mail.invitation:
        _invite(message, mail, mail.invitation)
        # Made of the key, like the id: the same mail is the same bytes.
        message.set_boundary(f"=_{sha256(key.encode()).hexdigest()[40:]}")
    if mail.language:
        message["Content-Language"] = _one_line(mail.language)
    return message


def _answers_to(mail: Mail, visible: str) -> list[Address]:
    """The writer and the house; nothing where the visible sender says it all."""
    house = [_address(mail.answers_to, "")] if mail.answers_to else []
    elsewhere = mail.sender and (house or mail.sender != visible)
    return [*([_address(mail.sender, mail.sender_name)] if elsewhere else []), *house]


def _invite(message: EmailMessage, mail: Mail, invitation: Invitation) -> None:
    """As another form of the same mail: programs with a calendar show the appointment, all others the text."""
    visible = message["From"].addresses[0].addr_spec
    organizer = invitation.organizer or (mail.sender or visible, mail.sender_name)
    organizer = (organizer[0], _one_line(organizer[1]))
    told = calendar(
        invitation,
        stamp=mail.at,
        organizer=organizer,
        attendee=(mail.to.strip(), _one_line(mail.to_name)),
        sent_by=visible if visible != organizer[0] else "",
    )
    parameters = {"method": invitation.method, "name": "invite.ics"}
    message.add_alternative(told, maintype="text", subtype="calendar", cte="base64", params=parameters)
    for part in message.iter_parts():
        if part.get_content_subtype() == "calendar":
            part.set_param("charset", "utf-8")


def message_id(key: str, domain: str) -> str:
    """The same id for the same key, for ever; it says nothing of what the key is about."""
    return f"<{sha256(key.encode()).hexdigest()[:40]}@{domain}>"


def _address(address: str, name: str) -> Address:
    try:
        found = Address(display_name=_one_line(name), addr_spec=address.strip())
    except (HeaderParseError, ValueError, IndexError) as error:
        raise BadAddress(f"not an e-mail address: {address!r}") from error
    # The domain's letters are ASCII on the wire; an account name beyond ASCII needs a server that few have.
    if not (found.username and found.domain and found.username.isascii()):
        raise BadAddress(f"not an e-mail address: {address!r}")
    if found.domain.isascii():
        return found
    try:
        return Address(found.display_name, found.username, found.domain.encode("idna").decode())
    except UnicodeError as error:
        raise BadAddress(f"no such domain can be: {address!r}") from error


def _one_line(text: str) -> str:
    """Without line breaks and other controls, also those that an encoded word would bring: Python decodes it."""
    plain = "".join(" " if category(sign) == "Cc" else sign for sign in text)
    return " ".join(plain.split()).replace("=?", "=\u2060?")
