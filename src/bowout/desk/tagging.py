"""The address by which an answer finds its walk-away: ``deals+<tag>@seller.example``."""

import re
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

_TAG = re.compile(r"\+([0-9a-f]{32})\.([0-9a-f]{10})@")
_LONGEST_LOCAL = 64
"""Characters before the @ that a mail server has to take (RFC 5321)."""
_TAG_LENGTH = len(f"+{UUID(int=0).hex}.0123456789")


class TooLong(Exception):
    """With a tag, the address would be one that mail servers refuse; says what to do."""


def must_fit(address: str) -> str:
    """The same address. Raises ``TooLong`` where no tag fits to it any more."""
    local, most = address.partition("@")[0], _LONGEST_LOCAL - _TAG_LENGTH
    if len(local.encode()) > most:
        raise TooLong(
            f"BOWOUT_REPLY_ADDRESS: {local} has {len(local.encode())} characters, and {most} are the most: "
            f"Bowout adds {_TAG_LENGTH} to name the walk-away, and mail servers take {_LONGEST_LOCAL}. "
            "Give the mailbox a shorter address, or an alias such as deals@, and name that."
        )
    return address


def address_for(walk_away: UUID) -> str:
    """Where answers about that walk-away go besides the writer; empty without a mailbox of the house."""
    local, _, domain = settings.BOWOUT_REPLY_ADDRESS.partition("@")
    return f"{local}+{walk_away.hex}.{_signature(walk_away)}@{domain}" if local and domain else ""


def walk_away_in(addresses: Iterable[str]) -> UUID | None:
    """The walk-away that one of the addresses names; None for a tag that is not ours."""
    for address in addresses:
        if found := _TAG.search(address):
            key = UUID(found[1])
            if constant_time_compare(found[2], _signature(key)):
                return key
    return None


def _signature(walk_away: UUID) -> str:
    return salted_hmac("reply-address", walk_away.hex).hexdigest()[:10]
