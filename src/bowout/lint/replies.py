"""Where an earlier mail begins in a mail: only where a mail program has said so, for else the words are our own."""

import re

_LONGEST = 400
"""Characters of a line that may be such a header."""
_WROTE = re.compile(
    r"[ \t]*(?:"
    r"(?:on|am|le|el)\b.{4,200}(?:wrote|writes|schrieb|a écrit|écrivait|escribió)\b.{0,120}:"
    r"|.{2,120}\b(?:schrieb am|wrote on|a écrit le)\b.{0,120}:"
    r")[ \t]*$",
    re.IGNORECASE,
)
_DATED = re.compile(r"@|\b\d{1,2}(?:[:.]| ?h ?)\d\d\b|\b(?:19|20)\d\d\b")
"""An address, a time or a year: a program gives one of these, and whoever tells what they wrote seldom does."""
_BY_US = re.compile(r"\b(?:(?:i|we) (?:wrote|writes?)|schrieb(?:en)? (?:ich|wir))\b", re.IGNORECASE)
_MOST_WORDS, _FEW_WORDS = 30, 8
_FORWARDED = re.compile(
    r"[ \t]*[-_]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|originalnachricht"
    r"|weitergeleitete nachricht|message d['’]origine|message original|message transféré)\b.{0,80}[ \t]*$",
    re.IGNORECASE,
)
_FIELDS = {
    "from": re.compile(r"[ \t]*\*?(?:from|von|de)\*?\s?:", re.IGNORECASE),
    "sent": re.compile(r"[ \t]*\*?(?:sent|gesendet|envoyé|date|datum)\*?\s?:", re.IGNORECASE),
    "to": re.compile(r"[ \t]*\*?(?:to|an|à|subject|betreff|objet)\*?\s?:", re.IGNORECASE),
}
_BLOCK = 6
"""Lines in which the fields of a forwarded mail stand."""
_LINE = re.compile(r"[ \t]*(?:[-_]{5,}|begin forwarded message:)[ \t]*$", re.IGNORECASE)


def header(lines: list[str]) -> int | None:
    """The line with which an earlier mail begins; None where there is none."""
    for number, line in enumerate(lines):
        if _FORWARDED.match(line[:_LONGEST]) or (introduces(line, _MOST_WORDS) and _DATED.search(line)):
            return number
        if _is_block(lines[number : number + _BLOCK]):
            return _above(lines, number)
    return None


def introduces(line: str, most_words: int = _FEW_WORDS) -> bool:
    """True for "On Monday, Claire wrote:", but not for what one of us wrote."""
    if len(line) > _LONGEST or not line.rstrip().endswith(":"):
        return False
    return len(line.split()) <= most_words and _WROTE.match(line) is not None and not _BY_US.search(line)


def _is_block(lines: list[str]) -> bool:
    """True where the first line is a field of a forwarded mail, and who wrote it, when, and to whom follow."""
    heads = [line[:40] for line in lines]
    found = [any(map(field.match, heads)) for field in _FIELDS.values()] if _field(heads[0]) else [False]
    return all(found)


def _field(head: str) -> bool:
    return any(field.match(head) for field in _FIELDS.values())


def _above(lines: list[str], number: int) -> int:
    """The line that a program draws above the fields, where there is one."""
    drawn = number - 1
    while drawn > 0 and not lines[drawn].strip():
        drawn -= 1
    return drawn if drawn >= 0 and _LINE.match(lines[drawn]) else number
