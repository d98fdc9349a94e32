"""A text as its reader sees it: without signs that nobody sees, and letters that only look like ours as ours.

A soft hyphen inside a word, or an ``о`` from Moscow, changes nothing for the customer; so it changes nothing for us.
"""

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from bowout.lint.rule import Language

_UNSEEN = (
    "\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_GAPS = "\x0b\x0c\x1c-\x1f\x85\u115f\u1160\u2800\u3164\uffa0"
"""Nothing or a space, as the reader's letters have it."""
_MARKS = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_LOOKS = str.maketrans(
    "аеорсухіјѕһԁӏԛԝАВЕКМНОРСТУХІЈЅԚԜαονκιρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡ",
    "aeopcyxijshdlqwABEKMHOPCTYXIJSQWaovkipuABEZHIKMNOPTYXig",
)
_WIDE = "\uff01-\uff5e\U0001d400-\U0001d7ff"
_ODD = re.compile(f"[{_UNSEEN}{_GAPS}{_MARKS}{''.join(map(chr, _LOOKS))}{_WIDE}]")
_GONE = re.compile(f"[{_UNSEEN}{_GAPS}]")
_GAP = re.compile(f"[{_GAPS}]")
_STYLED = re.compile(f"[{_WIDE}]")
_MARK = re.compile(f"[{_MARKS}]")
_MARKED = re.compile(f"[^{_MARKS}][{_MARKS}]*")
_MOST_MARKS = 8
"""Of those on one letter that are looked at; putting very many in order takes longer than they are long."""
_LETTERS: dict[Language, str] = {"en": "", "de": "äöüÄÖÜ", "fr": "àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ"}


class Seen(Struct, frozen=True):
    """``begins`` and ``ends`` are those of its characters in the text as it came; None where they are the same."""

    text: str
    begins: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it, empty or not, stands in the text as it came."""
        if self.begins is None or self.ends is None or start == end:
            return start, end
        return self.begins[start], self.ends[end - 1]


def seen(text: str, closely: Language | None = None) -> Seen:
    """What the reader sees of the text; in linear time, and nearly always the text itself.

    Some see a gap where others see nothing, and a mark on a letter as part of it or as dirt. Read ``closely``, a gap is
    nothing, and only letters of that language have marks; else a gap is a space, and a mark belongs to its letter.
    """
    if not _ODD.search(text):
        return Seen(text)
    shown = _STYLED.sub(_plain, text).translate(_LOOKS)
    shown = shown if closely else _GAP.sub(" ", shown)
    if not (_GONE.search(shown) or _MARK.search(shown)):
        return Seen(shown)
    places = [at for at, sign in enumerate(shown) if not _GONE.match(sign)]
    return _composed(_GONE.sub("", shown), places, closely)


def has_two_readings(text: str) -> bool:
    """True when it is another text to those who look closely."""
    return _GAP.search(text) is not None or _MARK.search(text) is not None


def _composed(shown: str, places: Sequence[int], closely: Language | None) -> Seen:
    """Each letter with its marks as one sign; marks without a letter are nothing."""
    found = list(_MARKED.finditer(shown))
    return Seen(
        "".join(_letter(one.group(), closely) for one in found),
        [places[one.start()] for one in found],
        [places[one.end() - 1] + 1 for one in found],
    )


def _letter(marked: str, closely: Language | None) -> str:
    if len(marked) == 1:
        return marked
    letter = unicodedata.normalize("NFC", marked[: _MOST_MARKS + 1])[0]
    return letter if closely is None or letter in _LETTERS[closely] else marked[0]


def _plain(sign: re.Match[str]) -> str:
    """The letter without its dress, where that is one letter: every place stays."""
    plain = unicodedata.normalize("NFKC", sign.group())
    return plain if len(plain) == 1 else sign.group()
