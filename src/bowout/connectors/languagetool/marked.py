"""A text among markup, and where a place in it stands in what was sent, in UTF-16 units as editors count."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from msgspec import Struct


class Run(Struct, frozen=True):
    """A stretch: where it begins in the text and in what was sent, and how long it is there."""

    start: int
    """In code points of the text."""
    sent_start: int
    sent_length: int
    """Both in UTF-16 units of what was sent."""
    markup: bool = False


class Marked(Struct, frozen=True):
    """What is to be read, and the runs that it is made of."""

    text: str
    runs: tuple[Run, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offset and length, as sent, of ``text[start:end]``."""
        offset = self._sent(start, after=False)
        return offset, self._sent(end, after=True) - offset

    def _sent(self, at: int, after: bool) -> int:
        # What ends where a run begins ends with the run before.
        found = bisect_right(self.runs, at - after, key=lambda run: run.start) - 1
        run = self.runs[max(0, found)]
        if run.markup:
            return run.sent_start + (run.sent_length if after else 0)
        return run.sent_start + units(self.text[run.start : at])


def units(text: str) -> int:
    """Length in UTF-16 units; a lone surrogate is one."""
    return len(text) + sum(character > "\uffff" for character in text)


def unmarked(text: str) -> Marked:
    """Plain text."""
    return Marked(text, (Run(0, 0, units(text)),))


def marked(parts: Iterable[Mapping[str, str]]) -> Marked:
    """Parts with ``text``, or with ``markup`` that reads as ``interpretAs``."""
    texts, runs, at, sent = [], [], 0, 0
    for part in parts:
        markup = "markup" in part
        shown, read = (part["markup"], part.get("interpretAs", "")) if markup else (part["text"], part["text"])
        if read:
            runs.append(Run(at, sent, units(shown), markup))
            texts.append(read)
            at += len(read)
        sent += units(shown)
    return Marked("".join(texts), tuple(runs) or (Run(0, 0, 0),))
