"""A text as its writer meant it: own words apart from quoted mail, greeting and signature.

Offsets count code points of the text as it came; nothing is normalised before it is measured. Time is linear in
the length.
"""

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Part = Literal["own", "greeting", "closing", "quoted"]
LONGEST = 600
"""Characters of a sentence; a longer run is cut at a space, so that no text takes more than its length."""


class Sentence(Struct, frozen=True):
    """A stretch ``text[start:end]`` without space around it, and what it is."""

    start: int
    end: int
    text: str
    part: Part = "own"


_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,2000}|!--[^<>]{0,2000}--)>")
_IS_HTML = re.compile(r"</?(?:html|body|div|p|br|span|table|blockquote|a)\b", re.IGNORECASE)
_QUOTED_HTML = re.compile(r"<(blockquote|style|script|head)\b", re.IGNORECASE)

_REPLY_HEADER = re.compile(
    r"[ \t]*(?:"
    r"(?:on|am|le|el)\b.{4,200}(?:wrote|writes|schrieb|a écrit|écrivait|escribió)\b.{0,120}:"
    r"|.{2,120}\b(?:schrieb am|wrote on|a écrit le)\b.{0,120}:"
    r"|[-_]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|originalnachricht"
    r"|weitergeleitete nachricht"
    r"|message d['’]origine|message original|message transféré)\b.{0,80}"
    r"|[-_]{20,}"
    r")[ \t]*$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"[ \t]*\*?(?:from|von|de|sent|gesendet|envoyé|to|an|à|cc|subject|betreff|objet|date|datum)\*?\s?:", re.IGNORECASE
)
_QUOTE = re.compile(r"[ \t]*[>|]")
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|g['’]?day|greetings|hiya|morning|afternoon"
    r"|hallo|guten (?:tag|morgen|abend)|sehr geehrte\w*|liebe[rs]?|moin|servus|grüezi|grüß gott|werte[r]?|hoi"
    r"|bonjour|bonsoir|salut|cher|chère|chers|chères|madame|monsieur|coucou)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:with )?(?:kind|best|warm|warmest|kindest|many)?\s?(?:regards|wishes)|best|cheers|sincerely"
    r"|yours\b.{0,20}|thanks|many thanks"
    r"|thank you|take care|all the best|respectfully|cordially|with (?:thanks|respect)"
    r"|(?:mit )?(?:freundliche[nr]?|beste[nr]?|herzliche[nr]?|viele|liebe|schöne)\s?(?:grüße[n]?|grüsse[n]?|gruß"
    r"|gruss)\b.{0,20}"
    r"|hochachtungsvoll|mfg|vg|lg|gruß|gruss|ihr|ihre|danke"
    r"|(?:bien )?(?:cordialement|sincèrement|amicalement|respectueusement)(?: vôtre| à (?:vous|toi))?|bien à "
    r"(?:vous|toi)|à bientôt"
    r"|salutations(?: distinguées)?|merci(?: d['’]avance)?|belle journée|bonne (?:journée|soirée))"
    r"\s*[,.!–—-]*\s*$",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"\s*p\.?\s?s\b", re.IGNORECASE)
_SIGNATURE_MARK = re.compile(r"--[ ]?$")
_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)")
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
    return tuple(_sentences(_plain(text)))


def _sentences(text: str) -> Iterator[Sentence]:
    lines = _lines(text)
    parts = _parts([line for _, line in lines])
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


def _parts(lines: list[str]) -> list[Part]:
    parts: list[Part] = ["own"] * len(lines)
    header = _header(lines)
    marked = [number for number, line in enumerate(lines) if _QUOTE.match(line)]
    for number in marked:
        parts[number] = "quoted"
    if header is not None:
        below = [number for number in marked if number > header]
        # Where the old mail is marked line by line, what stands between is ours.
        quoted = [header] if below else range(header, len(lines))
        for number in quoted:
            parts[number] = "quoted"
    _greet_and_close(lines, parts)
    return parts


def _header(lines: list[str]) -> int | None:
    """The line above an earlier mail."""
    for number, line in enumerate(lines):
        if len(line) > 400:
            continue
        if _REPLY_HEADER.match(line) or (
            number + 1 < len(lines) and line[:4].lower() in {"on ", "am ", "le "} and False
        ):
            return number
        block = lines[number : number + 4]
        if _FIELD.match(line) and sum(bool(_FIELD.match(one)) for one in block if len(one) < 400) >= 3:
            return number
    return None


def _greet_and_close(lines: list[str], parts: list[Part]) -> None:
    own = [number for number, line in enumerate(lines) if parts[number] == "own" and line.strip()]
    if (
        own
        and len(lines[own[0]]) < 60
        and len(lines[own[0]].split()) < 8
        and _GREETING.match(lines[own[0]].strip())
        and len(own) > 1
        and not lines[own[0]].rstrip().endswith("?")
    ):
        parts[own[0]] = "greeting"
    for place, number in enumerate(own[1:], 1):
        line = lines[number].strip()
        signs = _SIGNATURE_MARK.match(line) or (len(line) < 60 and _CLOSING.match(line))
        if signs and _only_names([lines[later] for later in own[place + 1 :]]):
            for later in own[place:]:
                if _POSTSCRIPT.match(lines[later]):
                    break
                parts[later] = "closing"
            break


def _only_names(lines: list[str]) -> bool:
    """True for what stands below a closing: a name, a title, a number; no sentences, but for a postscript."""
    below = list(itertools.takewhile(lambda line: not _POSTSCRIPT.match(line), lines))
    return len(below) <= 7 and all(len(line) < 90 and not line.rstrip().endswith(("?", "!")) for line in below)


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


def _plain(text: str) -> str:
    """The same length, with the tags of a mail in HTML, and what it quotes, made blank."""
    if "<" not in text or not _IS_HTML.search(text):
        return text
    return _TAG.sub(lambda tag: " " * len(tag.group()), _unquoted(text))


def _unquoted(text: str) -> str:
    pieces, at, lower = [], 0, text.lower()
    # Some letters change their length when they are made small.
    lower = lower if len(lower) == len(text) else text
    for opening in _QUOTED_HTML.finditer(text):
        if opening.start() < at:
            continue
        closing = lower.find(f"</{opening.group(1).lower()}", opening.end())
        if closing < 0:
            break
        pieces += [text[at : opening.start()], " " * (closing - opening.start())]
        at = closing
    return "".join((*pieces, text[at:]))
