"""Which words of an intent the customer reads, and which of them are ours."""

import re
from collections.abc import Iterator

from bowout.core.intents import Acknowledge, AskFeedback, BookTalk, Consider, GiveTime, Letter, Message, Part, Stay

Lettered = Message | BookTalk | AskFeedback | GiveTime | Acknowledge | Stay | Part
Writing = Consider | Lettered
WRITINGS = (Consider, Message, BookTalk, AskFeedback, GiveTime, Acknowledge, Stay, Part)

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
        yield from _written(intent.letter, intent.text if isinstance(intent, Message | Acknowledge | Part) else "")
        return
    for reason in intent.reasons:
        yield f"The customer statement for {reason.kind}", reason.customer
        yield f"The condition to stay for {reason.kind}", reason.stay_if


def _written(letter: Letter | None, text: str) -> Iterator[tuple[str, str]]:
    yield "The text", text
    if letter is None:
        return
    yield "The subject", letter.subject
    # A form gives the same words twice: as what was said, and as what goes out.
    if letter.text != text:
        yield "The letter", letter.text


def own(text: str) -> str:
    """The text without the lines that quote somebody else (``> …``)."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))


def charges(pattern: re.Pattern[str], text: str) -> list[str]:
    """What the pattern finds in our own words, without what we expressly do not say."""
    ours = own(text)
    found = pattern.finditer(ours)
    return [match.group(0) for match in found if not _DISOWNED.search(ours, _begin(ours, match.start()), match.start())]


def _begin(text: str, at: int) -> int:
    """Where the sentence at that place begins: no farther back can it be disowned, so no farther back is read."""
    return max(text.rfind(mark, 0, at) for mark in ".;:!?") + 1
