"""Why we may walk (M1), what we know of the deal (M3.8), and what the customer answers (M3.4)."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct

from bowout.core.words import Words

ReasonKind = Literal["fit", "budget", "wired", "capacity"]
Verdict = Literal["right", "misread", "can-change"]
CORRECTIONS: frozenset[Verdict] = frozenset({"misread", "can-change"})


class Evidence(Struct, frozen=True):
    """A dated observation and where it comes from: a CRM signal, a note, a document."""

    on: date
    source: str
    text: Words


class Reason(Struct, frozen=True):
    """One reason to walk. Only ``customer`` and ``stay_if`` ever leave the team."""

    kind: ReasonKind
    internal: Words
    customer: Words
    stay_if: Words = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def for_them(self) -> tuple[str, str, str]:
        """What of it the customer hears."""
        return self.kind, self.customer, self.stay_if


def kinds(reasons: Iterable[Reason]) -> str:
    """Their kinds in a sentence."""
    return ", ".join(reason.kind for reason in reasons)


class Known(Struct, frozen=True):
    """A line of evidence for each of the four things to know before raising; empty means not known."""

    cycle: Words = ""
    players: Words = ""
    needs: Words = ""
    potential: Words = ""

    def gaps(self) -> tuple[str, ...]:
        """Names of the things that nobody has recorded."""
        return tuple(name for name in self.__struct_fields__ if not getattr(self, name).strip())


class Answer(Struct, frozen=True):
    """The customer's view of one reason."""

    kind: ReasonKind
    verdict: Verdict
    words: Words = ""
