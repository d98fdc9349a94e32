"""Yes and no, percents, and the words for a deal that is open, won or lost, in English, German and French."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from bowout.connectors.tabular.errors import Misread
from bowout.connectors.tabular.money import amount
from bowout.connectors.tabular.number import Mark

Status = Literal["open", "won", "lost"]

YES = frozenset(["true", "t", "yes", "y", "1", "ja", "j", "oui", "o", "wahr", "vrai", "x", "✓", "on"])
NO = frozenset(["false", "f", "no", "n", "0", "nein", "non", "falsch", "faux", "off"])

WON = re.compile(r"\b(closed ?won|won|gewonnen|gagnée?s?)\b", re.IGNORECASE)
LOST = re.compile(
    r"\b(closed ?lost|lost|verloren|perdue?s?|disqualified|disqualifiziert|abandoned|cancell?ed|storniert|annulée?)\b",
    re.IGNORECASE,
)
OPEN = re.compile(r"open|offen|ouverte?|in progress|in bearbeitung|en cours|active|aktiv|on hold", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]+")


def flag(text: str) -> bool:
    """TRUE, yes, ja, oui, 1 and their opposites. Raises Misread."""
    word = text.strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Misread(f"“{text.strip()}” is neither yes nor no.", "Write TRUE or FALSE.")


def percent(text: str, mark: Mark = "") -> Decimal:
    """``10``, ``10%`` and ``10 %`` are ten. Raises Misread outside 0 to 100."""
    value = amount(text.replace("%", "").strip(), mark).value
    if not 0 <= value <= 100:
        raise Misread(f"“{text.strip()}” is not between 0 and 100 percent.", "Write a number from 0 to 100.")
    return value


def fraction(text: str, mark: Mark = "") -> Decimal:
    """``0.4`` is forty percent; ``40%`` is too. Raises Misread."""
    if "%" in text:
        return percent(text, mark)
    value = amount(text, mark or ".").value  # 0.125 is no thousand
    if not 0 <= value <= 1:
        raise Misread(
            f"“{text.strip()}” is not between 0 and 1.", "Write a share such as 0.4, or a percent such as 40%."
        )
    return value * 100


@lru_cache(maxsize=1 << 12)
def status(words: str) -> Status | None:
    """What a status or a stage says of the deal; None where it says neither won nor lost nor open."""
    spoken = " ".join(WORDS.findall(words.replace("'", "").replace("’", "")))  # “Won't decide” is not won
    won, lost = WON.search(spoken), LOST.search(spoken)
    if won and lost:  # “Won/Lost” names a stage, not an outcome
        return None
    if won or lost:
        return "won" if won else "lost"
    return "open" if OPEN.fullmatch(spoken) else None
