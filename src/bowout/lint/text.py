"""A text as its writer meant it: own words apart from quoted mail, greeting and signature.

Offsets count code points of the text as it came; nothing is normalised before it is measured. Time is linear in
the length.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from bowout.lint.html import plain
from bowout.lint.parts import Part, parts_of

LONGEST = 600
"""Characters of a sentence; a longer run is cut at a space, so that no text takes more than its length."""


class Sentence(Struct, frozen=True):
    """A stretch ``text[start:end]`` without space around it, and what it is."""

    start: int
    end: int
    text: str
    part: Part = "own"


# It begins and ends with its run, so that a long run is tried once and not from each of its signs.
_END = re.compile(r"(?<![.!?…。！？])[.!?…。！？]++[\"'”’»)\]]*+(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|inc|ltd|vs|etc|e\.g|i\.e|approx|dept|est|fig|ref|ca|bzw|usw|evtl|ggf"
    r"|inkl|zzgl|abs|str|tel|vgl|sog"
    r"|z\.\s?b|d\.\s?h|u\.\s?a|o\.\s?ä|i\.\s?d\.\s?r|mag|ing|dipl|mme|mlle|env|p\.\s?ex|art|m)|\b[a-z])\.$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_MONTH = re.compile(r"\s(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|quartal|kw\b)", re.IGNORECASE)


def sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences in order, those of others marked ``quoted``."""
    return tuple(split(plain(text)))


def own_words(text: str) -> str:
    """The lines of a mail that its writer wrote, without those that are quoted, and no space around them."""
    lines = plain(text).split("\n")
    kept = [line for line, part in zip(lines, parts_of(lines), strict=True) if part != "quoted"]
    return "\n".join(kept).strip()


def split(text: str) -> Iterator[Sentence]:
    """The same of a text that has no tags."""
    lines = _lines(text)
    parts = parts_of([line for _, line in lines])
    at = 0
    while at < len(lines):
        # Lines of one part that run on belong together: mail is wrapped where it likes.
        stop = at + 1
        while (
            stop < len(lines)
            and parts[stop] == parts[at]
            and parts[at] in {"own", "quoted"}
            and _runs_on(lines[stop - 1][1], lines[stop][1])
        ):
            stop += 1
        begin, end = lines[at][0], lines[stop - 1][0] + len(lines[stop - 1][1])
        if parts[at] in {"own", "quoted"}:
            yield from _split(text, begin, end, parts[at])
        else:
            yield from _stretch(text, begin, end, parts[at])
        at = stop


def _lines(text: str) -> list[tuple[int, str]]:
    """Lines with their offsets, without their ends."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line.rstrip("\r")))
        at += len(line) + 1
    return found


def _runs_on(line: str, following: str) -> bool:
    if not line.strip() or not following.strip() or _is_item(following):
        return False
    ended = line.rstrip()[-1:] in ".!?:…"
    return len(line) > 55 if not ended else len(line) > 70


def _is_item(line: str) -> bool:
    return bool(re.match(r"\s*(?:[-*•–—]|\(?\d{1,2}[.)])\s", line))


def _split(text: str, begin: int, end: int, part: Part) -> Iterator[Sentence]:
    start = begin
    for found in _END.finditer(text, begin, end):
        if not _goes_on(text, start, found.end(), end):
            yield from _stretch(text, start, found.end(), part)
            start = found.end()
    yield from _stretch(text, start, end, part)


def _goes_on(text: str, start: int, at: int, end: int) -> bool:
    """True when the full stop belongs to an abbreviation, or the next word is small."""
    if text[at - 1] != ".":
        return False
    before = text[max(start, at - 12) : at]
    if _ABBREVIATION.search(before) or (_ORDINAL.search(before) and _MONTH.match(text, at, end)):
        return True
    following = text[at : min(at + 3, end)].lstrip()
    return bool(following) and following[0].islower() and not text[max(start, at - 3) : at].startswith("..")


def _stretch(text: str, start: int, end: int, part: Part) -> Iterator[Sentence]:
    """What stands there without the space around it, in pieces of at most ``LONGEST``."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield Sentence(start, cut, text[start:cut], part)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield Sentence(start, end, text[start:end], part)
