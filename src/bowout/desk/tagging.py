"""The address by which an answer finds its walk-away: ``deals+<tag>@seller.example``."""

import re
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

_TAG = re.compile(r"\+([0-9a-f]{32})\.([0-9a-f]{10})@")


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
