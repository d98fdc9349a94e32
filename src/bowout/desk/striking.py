"""Takes a person's name and address out of what others wrote."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from msgspec import Struct

FORGOTTEN = "(forgotten)"
"""Stands where somebody was named, and for their name."""
_SHORTEST = 3
_NO_NAMES = {"April", "August", "Avril", "Herr", "Frau", "June", "Juni", "Mai", "Madame", "May", "Monsieur", "Prof"}
"""Parts of a name that are a month or a title wherever else they stand."""


class Named(Struct, frozen=True):
    """A person as texts name them."""

    name: str
    addresses: frozenset[str]
    """All that are theirs or were."""

    def struck(self, text: str) -> str:
        """The text without them; the same text where they are not in it."""
        pattern = self._pattern()
        return pattern.sub(FORGOTTEN, text) if pattern else text

    def within(self, text: str) -> bool:
        """True when the text names them."""
        pattern = self._pattern()
        return bool(pattern and pattern.search(text))

    def writes(self, address: str) -> bool:
        """True for their own address."""
        return address.strip().casefold() in {one.strip().casefold() for one in self.addresses if one.strip()}

    def _pattern(self) -> "re.Pattern[str] | None":
        ways = sorted({re.escape(way) for way in self._whole()}, key=len, reverse=True)
        parts = sorted({re.escape(part) for part in self._parts()}, key=len, reverse=True)
        every = [*(f"(?i:{way})" for way in ways), *parts]
        return re.compile(rf"(?<!\w)(?:{'|'.join(every)})(?!\w)") if every else None

    def _whole(self) -> Iterator[str]:
        for words in (*(one.strip() for one in self.addresses), " ".join(self.name.split())):
            if words and words != FORGOTTEN:
                yield from (normalize("NFC", words), normalize("NFD", words))

    def _parts(self) -> Iterator[str]:
        """First and last name, as they are written: in small letters they may be a word."""
        for part in self.name.split() if self.name != FORGOTTEN else ():
            if len(part) >= _SHORTEST and part.istitle() and part not in _NO_NAMES:
                yield from (normalize("NFC", part), normalize("NFD", part))
