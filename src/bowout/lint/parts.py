"""Which lines of a mail are the writer's own, and which are quoted, a greeting or what closes it."""

import itertools
import re
from typing import Literal

from bowout.lint.replies import header, introduces

Part = Literal["own", "greeting", "closing", "quoted"]


_QUOTE = re.compile(r"[ \t]*>")
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
_VERB = re.compile(
    # In small letters: Will is a name.
    r"\b(?:is|are|was|were|been|being|have|has|had|do|does|did|will|would|can|could|should|must|\w+n['’]t"
    r"|ist|sind|war|waren|wird|werden|wurde|wurden|haben|hat|hatte|hatten|kann|können|muss|soll"
    r"|est|sont|était|étaient|sera|avez|avons|ont|êtes|sommes|peut|doit)\b"
)
_MOST_NAMES = 7
"""Lines of a name, a title, a number below a closing."""
_SIGNATURE_MARK = re.compile(r"--[ ]?$")


def parts_of(lines: list[str]) -> list[Part]:
    """What each line is."""
    parts: list[Part] = ["own"] * len(lines)
    begins = header(lines)
    marked = [number for number, line in enumerate(lines) if _QUOTE.match(line)]
    for number in marked:
        parts[number] = "quoted"
        for above in range(max(0, number - 2), number):
            if introduces(lines[above]):
                parts[above] = "quoted"
    if begins is not None:
        below = [number for number in marked if number > begins]
        # Where the old mail is marked line by line, what stands between is ours.
        quoted = [begins] if below else range(begins, len(lines))
        for number in quoted:
            parts[number] = "quoted"
    _greet_and_close(lines, parts)
    return parts


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
        if signs and _only_names([lines[later] for later in own[place + 1 : place + _MOST_NAMES + 2]]):
            for later in own[place:]:
                if _POSTSCRIPT.match(lines[later]):
                    break
                parts[later] = "closing"
            break


def _only_names(lines: list[str]) -> bool:
    """True for what stands below a closing: a name, a title, a number; no sentences, but for a postscript."""
    below = list(itertools.takewhile(lambda line: not _POSTSCRIPT.match(line), lines))
    return len(below) <= _MOST_NAMES and not any(map(_is_sentence, below))


def _is_sentence(line: str) -> bool:
    return len(line) >= 90 or line.rstrip().endswith(("?", "!")) or _VERB.search(line) is not None
