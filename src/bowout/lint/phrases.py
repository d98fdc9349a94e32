"""Where a closed phrase stands in a sentence, and is meant."""

import re

_NEGATED = re.compile(
    r"(?:n['’]t|\b(?:not|no|never|without|nothing|nobody|nicht|kein\w*|nie|niemand|ohne|pas|jamais|aucune?|sans"
    r"|rien|last to (?:say|think|claim)))\b"
    # "Not because of you, but because it is rigged" charges them all the same.
    r"(?:(?!\b(?:but|sondern|mais)\b|, (?:because|weil|denn|parce|car)\b)[^.;:!?\n]){0,60}$",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s")
_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»\n]{0,200}[\"“”„«»]")
_REACH = 100
"""Characters before a phrase in which it may be denied."""


def lower(text: str) -> str:
    """In lower case with plain spaces, letter for letter: a place in it is the same place in the text."""
    low = text.lower()
    low = low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return _SPACE.sub(" ", low)


def said(phrases: re.Pattern[str] | None, low: str, even_denied: bool) -> re.Match[str] | None:
    """A closed phrase that is neither quoted nor denied."""
    matches = list(phrases.finditer(low)) if phrases else []
    quotes = [quote.span() for quote in _QUOTED.finditer(low)] if matches else []
    for match in matches:
        quoted = any(start <= match.start() < end for start, end in quotes)
        if not quoted and (even_denied or not _NEGATED.search(low, max(0, match.start() - _REACH), match.start())):
            return match
    return None
