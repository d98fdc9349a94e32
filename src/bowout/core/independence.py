"""The decision not to compete is our own (M6): words that sound like an arrangement with a rival.

Whoever agrees with another bidder who bids, and who steps aside, breaks the law of every country that we sell in. What
sounds like it is shown to those who lead the team, and to nobody else: a word may be innocent, and they ask.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct, to_builtins

from bowout.core.actor import Actor
from bowout.core.events import Event
from bowout.lint.text import sentences

_RIVAL = (
    r"competitors?|rivals?|(?:the )?incumbent|other (?:bidder|vendor|supplier|provider|tenderer)s?"
    r"|mitbewerber\w*|wettbewerber\w*|konkurren\w+|(?:andere[nrms]?|weitere[nrms]?) (?:bieter|anbieter|lieferant)\w*"
    r"|concurrent\w*|concurrence|autres? (?:soumissionnaire|fournisseur|candidat|prestataire)s?"
    r"|soumissionnaires?|titulaire"
)
_ARRANGED = (
    r"agreed (?:with|that)|agreement (?:with|between)|arrang(?:ed|ement) (?:with|between)|(?:a )?deal with"
    r"|understanding (?:with|between)|coordinat\w+ (?:\w+ ){0,2}with"
    r"|lined (?:it|this) up with|promised (?:us|them|each)"
    r"|in (?:return|exchange)|stay(?:s|ing)? out of|leav(?:e|es|ing) (?:it|this(?: one)?|them) to"
    r"|let (?:them|him|her|\w+) have (?:it|this)|(?:share|split|divid)\w* (?:up )?the (?:market|region|customers?|work)"
    r"|abgesprochen|absprache\w*|abgestimmt|vereinbar\w+|im gegenzug|überlass\w+|aufgeteilt|aufteil\w+"
    r"|entente|convenu\w*|accord (?:avec|entre)|d['’]accord avec|en échange|en contrepartie|se partag\w+"
    r"|laiss\w+ (?:ce|le|la|cette) \w+ à"
)
_ALONE = (
    r"cover (?:bid|price|quote)s?|bid[- ]?rigging|complementary bid|return the favou?r"
    r"|(?:the )?next one (?:is|will be) ours"
    r"|(?:our|my) turn next time|take turns|scheinangebot\w*|schutzangebot\w*"
    r"|nächste[nsr]? (?:mal )?(?:sind|kommen) wir dran"
    r"|offres? de couverture|renv\w+ l['’]ascenseur|chacun son tour|la prochaine est pour nous"
)
_DENIED = re.compile(
    r"(?i)\b(?:no|not|never|nor|neither|without|n['’]t|independent\w*|kein\w*|nicht|nie|ohne|weder|unabhängig\w*"
    r"|aucun\w*|pas|jamais|sans|ni|indépendam\w*)\W+(?:\w+\W+){0,4}$"
)
_PAIR = re.compile(rf"(?i)\b(?:{_ARRANGED})(?!\w)"), re.compile(rf"(?i)\b(?:{_RIVAL})(?!\w)")
_SINGLE = re.compile(rf"(?i)\b(?:{_ALONE})(?!\w)")
_NOT_WORDS = {"kind", "at", "by", "contact", "rule", "channel", "says"}


class Arrangement(Struct, frozen=True):
    """One sentence that sounds like it, and who wrote it when."""

    at: datetime
    by: Actor
    sentence: str


def arrangements(events: Iterable[Event]) -> tuple[Arrangement, ...]:
    """What any of us wrote that sounds like it, oldest first; what customers wrote is theirs."""
    return tuple(
        Arrangement(event.at, event.by, sentence)
        for event in events
        if event.by.role != "customer"
        for text in _texts(to_builtins(event))
        for sentence in sounds_arranged(text)
    )


def sounds_arranged(text: str) -> tuple[str, ...]:
    """Sentences of our own that name a rival and something arranged, or a trick that has a name; denied ones do not."""
    return tuple(one.text.strip() for one in sentences(text) if one.part != "quoted" and _sounds(one.text))


def _sounds(sentence: str) -> bool:
    if _said(_SINGLE, sentence):
        return True
    arranged, rival = _PAIR
    return rival.search(sentence) is not None and _said(arranged, sentence)


def _said(pattern: re.Pattern[str], sentence: str) -> bool:
    return any(not _DENIED.search(sentence[: found.start()]) for found in pattern.finditer(sentence))


def _texts(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, key)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, name)
    elif isinstance(value, str) and name not in _NOT_WORDS:
        yield value
