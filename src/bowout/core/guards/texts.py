"""Which words of an intent the customer reads, and which of them are ours."""

import re
from collections.abc import Iterator

from bowout.core.intents import Acknowledge, Consider, Message, Part

Writing = Consider | Message | Part | Acknowledge
WRITINGS = (Consider, Message, Part, Acknowledge)

# "not because your process is rigged" charges nobody; "not because of you, but because it is rigged" does.
_DISOWNED = re.compile(
    r"(?i)(\b(not|never|nicht|pas)|n['’]t)\s+"
    r"((because|that|mean(ing)?|(to )?(say|suggest|imply)(ing)?|weil|dass|parce que)"
    r"|(think|believe)( that)? (you|the|this))"
    r"(?!.*\b(but|sondern|mais)\b)[^.;:!?\n]*$"
)


def texts(intent: Writing) -> Iterator[tuple[str, str]]:
    """Each text that the customer may read, with what it is."""
    if not isinstance(intent, Consider):
        yield "The text", intent.text
        return
    for reason in intent.reasons:
        yield f"The customer statement for {reason.kind}", reason.customer
        yield f"The condition to stay for {reason.kind}", reason.stay_if


def own(text: str) -> str:
    """The text without the lines that quote somebody else (``> …``)."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))


def charges(pattern: re.Pattern[str], text: str) -> list[str]:
    """What the pattern finds in our own words, without what we expressly do not say."""
    ours = own(text)
    found = pattern.finditer(ours)
    return [match.group(0) for match in found if not _DISOWNED.search(ours[: match.start()])]
