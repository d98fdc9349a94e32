"""What one language says: texts as data, with names in braces where the facts go."""

from typing import Literal

from msgspec import Struct

Kind = Literal[
    "call",
    "voicemail",
    "ask-call",
    "tender",
    "agenda",
    "call-off",
    "talk",
    "ask",
    "more-time",
    "acknowledge",
    "callback",
    "stay",
    "part",
    "how-it-felt",
    "check-back",
    "apology",
    "apology-letter",
]


class Para(Struct, frozen=True):
    """A paragraph. It is left out when a fact that it names, or the fact ``when``, is empty."""

    text: str
    cue: str = ""
    """What it is for, in a script; empty in a letter."""
    when: str = ""


class Text(Struct, frozen=True):
    """One script or letter; a script has no subject."""

    paras: tuple[Para, ...]
    subject: str = ""


class Tongue(Struct, frozen=True, kw_only=True):
    """A language: how it dates, how it sets out the reasons, and its texts."""

    code: str
    name: str
    locale: str
    """Babel's name for how dates are written."""
    moment: str
    """Babel pattern of a day with its time, without the year."""
    clock: str
    """The place of the clock behind a moment."""
    quoted: str
    stay_if: str
    """Goes before what would make us stay."""
    texts: dict[Kind, Text]


def say(cue: str, text: str, when: str = "") -> Para:
    """A spoken paragraph."""
    return Para(text, cue, when)


def letter(subject: str, *paras: Para | str) -> Text:
    """A written text."""
    return Text(tuple(Para(para) if isinstance(para, str) else para for para in paras), subject)


def script(*paras: Para) -> Text:
    """A spoken text."""
    return Text(paras)
