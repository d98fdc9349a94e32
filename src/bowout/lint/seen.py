"""A text as its reader sees it: without signs that nobody sees, and letters that only look like ours as ours.

A soft hyphen inside a word, or an ``о`` from Moscow, changes nothing for the customer; so it changes nothing for us.
"""

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_LOOKS = str.maketrans(
    "аеорсухіјѕһԁӏԛԝАВЕКМНОРСТУХІЈЅԚԜαονκιρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdlqwABEKMHOPCTYXIJSQWaovkipuABEZHIKMNOPTYX",
)
_WIDE = "\uff01-\uff5e\U0001d400-\U0001d7ff"
_ODD = re.compile(f"[{_UNSEEN}{''.join(map(chr, _LOOKS))}{_WIDE}]")
_GONE = re.compile(f"[{_UNSEEN}]")
_STYLED = re.compile(f"[{_WIDE}]")


class Seen(Struct, frozen=True):
    """``places`` are those of its characters in the text as it came; None where they are the same."""

    text: str
    places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it, empty or not, stands in the text as it came."""
        if self.places is None or start == end:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def seen(text: str) -> Seen:
    """What the reader sees of the text; in linear time, and nearly always the text itself."""
    if not _ODD.search(text):
        return Seen(text)
    shown = _STYLED.sub(_plain, text).translate(_LOOKS)
    if not _GONE.search(shown):
        return Seen(shown)
    places = [at for at, sign in enumerate(shown) if not _GONE.match(sign)]
    return Seen(_GONE.sub("", shown), places)


def _plain(sign: re.Match[str]) -> str:
    """The letter without its dress, where that is one letter: every place stays."""
    plain = unicodedata.normalize("NFKC", sign.group())
    return plain if len(plain) == 1 else sign.group()
