"""What we say among ourselves stays there (M1.2)."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import FIT, REP, VOICEMAIL, at, consider, example
from bowout.core.guards.texts import WRITINGS, Writing, charges, texts
from bowout.core.intents import Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_INTERNAL = re.compile(
    r"(?i)\b(column fodder|rigged|wired (for|to)|sham|fixed in advance|(un|dis)qualified|disqualify"
    r"|(it|this|that|you|they|deal|opportunity|project)( (is|are|was)(n['’]t| not)|['’]re not|['’]s not) qualified"
    r"|qualified (deal|lead|opportunit\w+|prospect)s?|(our|my|sales) (pipeline|quota|forecast|commission)"
    r"|closed[- ](lost|won)|meddp?icc?|bant|icp|win rate|deal desk|battle ?card|sandbag\w*|tyre[- ]kick\w*"
    r"|tire[- ]kick\w*|low priority|not worth (our|my|the|it|pursuing)|waste of (our )?time|time[- ]waster"
    r"|stalking horse|economic buyer|upsell|compelling event"
    r"|abgekartet\w*|zählkandidat\w*|alibi[- ]?angebot\w*|zeitverschwendung|unqualifiziert\w*"
    r"|truqué\w*|pipé\w*|perte de temps|lièvre|non qualifié\w*)\b"
)


def internal_words(text: str) -> list[str]:
    """Words of ours in a text that the customer must not read, in order. The language guard (M5) knows many more."""
    return charges(_INTERNAL, text)


def _internal(state: WalkAway, intent: Writing, setting: Setting) -> Iterator[Hit]:
    for place, text in texts(intent):
        if found := internal_words(text):
            quoted = ", ".join(f"“{word}”" for word in dict.fromkeys(found))
            yield Hit(f"{place} says {quoted}.")


internal_words_for_the_customer = Guard(
    name="internal-words-for-the-customer",
    serves="M1.2",
    says="Puts words of the sales floor, or a charge, before the customer.",
    severity="block",
    against="respected",
    why="They read how we talk about them when they are not in the room.",
    instead="Say what you see and what it means for us: we do not think that we are well placed, because …",
    on=WRITINGS,
    judge=_internal,
    bad=(
        example("calls it rigged", (), consider(replace(FIT, customer="We think the process is rigged."))),
        example(
            "thanks them for the pipeline",
            VOICEMAIL,
            Part(at=at(5), by=REP, thanks=True, text="Thanks, we move you out of our pipeline."),
        ),
    ),
    fine=(
        example("owned words", (), consider(FIT)),
        example(
            "the internal statement may be blunt",
            (),
            consider(replace(FIT, internal="Wired for the incumbent; we are column fodder.")),
        ),
        example(
            "a charge that is disowned",
            (),
            consider(replace(FIT, customer="Not because the process is rigged: our maps need a connection.")),
        ),
    ),
)

GUARDS = (internal_words_for_the_customer,)
