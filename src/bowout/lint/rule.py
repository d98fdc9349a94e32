"""A rule of the language guard: one kind of fault, as data that carries its own docs and tests (M5)."""

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


class Phrases(Struct, frozen=True):
    """Regular expressions in lower case, by the language that they are in; those ``anywhere`` go for all."""

    anywhere: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()

    def of(self, language: Language) -> tuple[str, ...]:
        """Those to look for in that language."""
        own: tuple[str, ...] = getattr(self, language)
        return (*self.anywhere, *own)


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
    phrases: Phrases = Phrases()
    """Closed phrases that are this fault wherever they stand."""
    even_denied: bool = False
    """A word that they should not read at all: no less when we say that it is not so."""
    bad: tuple[Example, ...]
    fine: tuple[Example, ...]

    def only_at(self, step: Step) -> bool:
        """True for a fault of that step alone."""
        return self.steps == {step}
