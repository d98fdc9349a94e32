"""What carries a message, and the three ways in which that ends."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol


class Refused(Exception):
    """Surely not sent. ``final`` when another try would end the same way."""

    def __init__(self, says: str, final: bool = False) -> None:
        super().__init__(says)
        self.final = final


class Unclear(Exception):
    """Handed over, and no answer: nobody can say whether it was sent."""


class Carrier(Protocol):
    """Takes a message to where it leaves our hands."""

    sender: str
    """The house's own address to send from; empty when each colleague sends from theirs."""

    def carry(self, message: EmailMessage, key: str, hand_over: Callable[[], None]) -> None:
        """Send it; return once it is surely sent. Raises ``Refused`` or ``Unclear``.

        A carrier that cannot tell whether a key was sent before calls ``hand_over`` right before the point of no
        return, and stops when that raises. One that can (a second time changes nothing) does not call it.
        """


def carrier(url: str, folder: Path) -> Carrier:
    """By SMTP when there is a URL, else into the folder. Raises ``ValueError`` for a URL that is no mail server's."""
    from bowout.connectors.mail.folder import Folder
    from bowout.connectors.mail.smtp import Smtp

    return Smtp.at(url) if url else Folder(folder)
