"""When the customer learns that we leave or may leave, and when that can be."""

import re

from bowout.core.intents import BookTalk, Call, Intent, Message, Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_ANNOUNCES = re.compile(
    r"(?i)\b(drop(ping)? out|withdraw\w*|step(ping)? (back|away|aside|down)|walk(ing)? away"
    r"|(pull|back|opt|bow)(ing)? out"
    r"|(not|won['’]t|can['’]t|cannot)( be)?( able to)? (bid|submit|compet|pursu|participat|proceed|continu)\w*"
    r"|not (be )?com(e|ing)\b|(we|i|can|will|are) no longer\b|declin(e|ing)|no.bid"
    r"|(decided|stop(ping)?|going) (to stop|not to|pursuing|against)"
    r"|(end|stop)(ing|ping)? (our|my) (participation|involvement|pursuit|evaluation)"
    r"|aussteigen|steigen\b[^.!?]*\baus|zurückziehen|ziehen\b[^.!?]*\bzurück|ziehen uns|nicht weiter|absage\w*"
    r"|keine? (angebot|weiteres)|angebot nicht (abgeben|einreichen)"
    r"|nous (retir\w+|désist\w+)|renon[cç]\w+|ne (pas |plus )?(donn|poursuiv|remett|particip)\w+"
    r"|ne (souhaitons|pouvons|pourrons|serons|sommes) (pas|plus))"
)


def announces(text: str) -> bool:
    """True when our own words say that we leave or may leave, rather than only ask for a call."""
    return _ANNOUNCES.search(own(text)) is not None


def own(text: str) -> str:
    """The text without the lines that quote somebody else (``> …``)."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))


def is_news(state: WalkAway, intent: Intent, setting: Setting) -> bool:
    """True when the customer may learn from this that we are leaving or may leave."""
    if isinstance(intent, Call):
        return intent.tells and state.untold and not state.mangled
    if isinstance(intent, Message):
        formal = intent.tells and setting.only_in_writing and not state.mangled
        return state.untold and (announces(intent.text) or formal)
    if isinstance(intent, BookTalk):
        return state.untold and intent.letter is not None and announces(intent.letter.text)
    return isinstance(intent, Part)


def when_open(intent: Intent, setting: Setting) -> str:
    """``now``, or when they open next."""
    office = setting.office_of(intent.contact if isinstance(intent, (Call, Message)) else "")
    opening = office.next_open(intent.at)
    return "now" if opening == intent.at else f"at {office.say(opening)}, when they open"
