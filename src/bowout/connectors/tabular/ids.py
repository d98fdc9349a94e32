"""The same record has the same id, whichever export it comes from."""

import re
from collections.abc import Callable
from string import ascii_uppercase

SHORT_ID = re.compile(r"[a-zA-Z0-9]{15}")
LETTERS = ascii_uppercase + "012345"


def salesforce_id(text: str) -> str:
    """Reports give 15 characters in which case matters; the last three of the 18 spell out which are capitals."""
    if not SHORT_ID.fullmatch(text):
        return text
    blocks = (text[0:5], text[5:10], text[10:15])
    return text + "".join(
        LETTERS[sum(1 << place for place, letter in enumerate(block) if letter in ascii_uppercase)] for block in blocks
    )


def zoho_id(text: str) -> str:
    """Exports write ``zcrm_`` before the number that everything else uses."""
    return text.removeprefix("zcrm_")


def guid(text: str) -> str:
    """A GUID without braces, in small letters."""
    return text.strip("{}").lower()


def plain_id(text: str) -> str:
    """An id as it is."""
    return text


IDS: dict[str, Callable[[str], str]] = {"salesforce": salesforce_id, "zoho": zoho_id, "dynamics": guid}
