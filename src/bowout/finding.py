"""The one value that guards, rules of the language guard, signals and readiness gaps all return."""

from typing import Literal

from msgspec import Struct

Severity = Literal["block", "warn", "advise"]
GRAVITY: dict[Severity, int] = {"block": 0, "warn": 1, "advise": 2}


class Finding(Struct, frozen=True):
    """What is wrong, why it matters to the customer, and what to do instead (M4)."""

    rule: str
    """Name of the rule; it reads as the offence, e.g. ``parts-without-thanks``."""
    severity: Severity
    says: str
    """This case in one sentence, with its times and names."""
    why: str
    instead: str
    overridable: bool = True
    """False where no reason can make it right, e.g. an answer to a reason that nobody gave."""
    fault: str = ""
    """Kind of fault in a text, e.g. ``accusation``; empty for what is no matter of words."""
    start: int = 0
    """Where in the text it stands, in code points: ``text[start:end]``. Both 0 where there is no text."""
    end: int = 0
    words: tuple[str, ...] = ()
    """The words at fault, where a guard has read a text for them."""
    resembles: str = ""
    """The example of the rule that comes nearest."""


def gravest_first(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort by gravity; findings of equal gravity keep their order."""
    return tuple(sorted(findings, key=lambda finding: GRAVITY[finding.severity]))
