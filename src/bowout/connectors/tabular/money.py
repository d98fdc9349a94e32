"""Amounts as people and CRMs write them: ``$1,234``, ``1.234,56 €``, ``250k``, ``(500)``, ``CHF 1'234.50``.

A number that can only mean one thing means that. ``1,234`` and ``1.234`` can mean two: they need the column's
decimal mark. With a currency beside it, and no ``k`` or ``M``, it is one again: money is not written to three places.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bowout.connectors.tabular.currency import CODES, currency
from bowout.connectors.tabular.errors import Misread
from bowout.connectors.tabular.number import SPACES, Mark, Number, number, resolve

SCALES = {
    "k": 3, "tsd": 3, "t": 3, "m": 6, "mm": 6, "mn": 6, "mio": 6, "million": 6, "millionen": 6, "millions": 6,
    "b": 9, "bn": 9, "mrd": 9, "md": 9, "billion": 9, "milliarden": 9, "cr": 7, "crore": 7, "lakh": 5,
}  # fmt: skip

PARTS = re.compile(r"(?P<pre>\D*?)(?P<number>\d[\d.,' ]*\d|\d|(?<![^\W\d_])[.,]\d+)[.,]?(?P<post>\D*)")
WORD = re.compile(r"[$£](?:US|CA|AU|NZ|HK|GB)\b|[^\W\d_]+\$?|[^\w\s.,()/+-]")
GLUED = re.compile(r"([kKmMtTbB])([A-Z]{3})")
SCIENTIFIC = re.compile(r"[+-]?\d(\.\d+)?[eE][+-]?\d{1,2}")
ROUND_SUM = re.compile(r"(?<=\d)[.,]\s?[-–—]+")
CONVERTED = re.compile(r"(.*\d.*?)\s*\(\s*[A-Z]{3}\s[^()]*\)")


THREE_PLACES = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})


class Amount(NamedTuple):
    """A sum and its currency, as an ISO 4217 code; empty where the text names none."""

    value: Decimal
    currency: str = ""


@lru_cache(maxsize=1 << 12)
def amount(text: str, mark: Mark = "", preferred: str = "") -> Amount:
    """Read a sum. ``preferred`` is the currency a shared symbol such as $ stands for. Raises Misread."""
    whole = ROUND_SUM.sub("", text.translate(SPACES).strip())  # 500,- is five hundred, and not below zero
    if SCIENTIFIC.fullmatch(whole):
        return Amount(Decimal(format(Decimal(whole), "f")))
    if (both := CONVERTED.fullmatch(whole)) is not None:  # Salesforce adds the converted sum in parentheses
        whole = both.group(1)
    negative = whole.startswith("(") and whole.endswith(")")
    parts = PARTS.fullmatch(whole[1:-1].strip() if negative else whole)
    if parts is None:
        raise Misread(f"“{text.strip()}” is not an amount.", "Write it as a number, such as 1234.50.")
    scale, code = _scale_and_currency(WORD.findall(f"{parts['pre']} {parts['post']}"), text, preferred)
    found = number(parts["number"])
    if not mark and code and not scale and code not in THREE_PLACES:
        mark = found.groups_by
    value = resolve(found, mark, text) * 10**scale
    negative = negative or "-" in parts["pre"] or "-" in parts["post"]
    return Amount(-value if negative else value, code)


def _scale_and_currency(words: list[str], text: str, preferred: str) -> tuple[int, str]:
    """Powers of ten that the words stand for, and the currency they name."""
    scale, codes = 0, set()
    for word in words:
        glued = GLUED.fullmatch(word)
        for part in glued.groups() if glued and word not in CODES else (word,):
            if part.casefold() in SCALES:
                scale += SCALES[part.casefold()]
            else:
                codes.add(currency(part, preferred))
    if len(codes) > 1 and "USD" in codes and "$" in words:  # $ is whatever dollar the code beside it says
        codes.discard("USD")
    if len(codes) > 1:
        raise Misread(f"“{text.strip()}” names two currencies.", "Leave one of them.")
    return scale, next(iter(codes), "")


def evidence(text: str) -> Number | None:
    """What one value tells of the column's decimal mark; None for what is no amount."""
    bare: Number | None = None
    try:
        if (found := PARTS.fullmatch(text.translate(SPACES).strip().strip("()"))) is not None:
            bare = number(found["number"])
            if bare.value is None:
                return bare._replace(value=amount(text).value, proves=bare.groups_by)
    except Misread:
        pass
    return bare
