"""A rule of the language guard: one kind of fault, as data that carries its own docs and tests (M5)."""

import re
from typing import Literal

from msgspec import Struct

from bowout.finding import Severity

Step = Literal["raise", "explain", "part", "checkback", "apology"]
Language = Literal["en", "de", "fr"]
STEPS: tuple[Step, ...] = ("raise", "explain", "part", "checkback", "apology")
LANGUAGES: tuple[Language, ...] = ("en", "de", "fr")
ANY: frozenset[Step] = frozenset(STEPS)
ASKING: frozenset[Step] = frozenset({"raise", "explain"})


class Example(Struct, frozen=True):
    """A text at a step; the rule speaks of it, or stays silent."""

    text: str
    step: Step
    language: Language = "en"


class Rule(Struct, frozen=True, kw_only=True):
    """One kind of fault."""

    name: str
    """Reads as the offence, e.g. ``accuses-the-process``."""
    fault: str
    """Slug of the kind of fault, e.g. ``accusation``."""
    says: str
    """The offence in one sentence."""
    why: str
    """Why it matters to the customer."""
    instead: str
    severity: Severity
    steps: frozenset[Step] = ANY
    """Steps at which it is a fault."""
    act: str = ""
    """For a fault of omission: what the message lacks, as the learned layer calls it."""
    phrases: re.Pattern[str] | None = None
    """Closed phrases that are this fault wherever they stand, in any language."""
    bad: tuple[Example, ...]
    fine: tuple[Example, ...]


def phrases(*parts: str) -> re.Pattern[str]:
    """Any of these, as whole words, in upper or lower case."""
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
