"""What a language brings to the letter."""

from datetime import date

from babel.dates import format_date
from msgspec import Struct


class Tongue(Struct, frozen=True, kw_only=True):
    """The words of one language. A word in braces is filled in: a name, a day, or a day with what goes before it."""

    code: str
    locale: str
    """Babel's name for how dates are written."""
    first: str = ""
    """Babel pattern for the first of a month, where that is written in another way."""
    title: str
    about: str
    """With its colon, as ``reference``: French puts a space before it."""
    reference: str
    dear: str
    dear_all: str
    """Where nobody is named."""
    thanks: str
    parted: str
    bid: str
    papers: str
    """Heading."""
    fates: dict[tuple[str, bool], str]
    """By fate, and whether it is done."""
    on: str
    by: str
    until: str
    word: str
    """Heading."""
    touch: str
    """Heading."""
    again: dict[str, str]
    door: str
    wish: str
    bye: str
    page: str
    """Foot of a page; only where there is more than one."""

    def day(self, on: date) -> str:
        """In words, e.g. ``3. März 2026``; it stays on one line."""
        pattern = self.first if self.first and on.day == 1 else "long"
        return format_date(on, pattern, locale=self.locale).replace(" ", "\u00a0")

    def fate(self, fate: str, done: bool, on: date | None) -> str:
        """What becomes of the documents."""
        before = self.until if fate == "kept" else self.on if done else self.by
        return self.fates[fate, done or fate == "kept"].format(day=before.format(self.day(on)) if on else "")
