"""What a scenario's own header says should happen, in lines that begin with ``#>``."""

import re
from dataclasses import dataclass, field
from pathlib import Path

SCENARIOS = sorted((Path(__file__).parents[2] / "docs" / "scenarios").glob("*.toml"))
_ACT = re.compile(r"(\d+) (accepted|refused)(?:: (.+))?")


@dataclass
class Expected:
    """By hand, never made from what the code did."""

    acts: list[tuple[str, set[str]]] = field(default_factory=list)
    """``("refused", {"block tells-nobody"})`` for each act."""
    state: str = ""
    exit: int = -1
    next: list[str] = field(default_factory=list)
    """``check-back 2026-07-10T09:00``, on the customer's clock."""
    now: set[str] = field(default_factory=set)
    sides: dict[str, str] = field(default_factory=dict)
    """Which sides of a test have evidence: for, against or both."""


def expected(scenario: Path) -> Expected:
    """The expectation in a scenario's header."""
    found = Expected()
    for line in scenario.read_text("utf-8").splitlines():
        if line.startswith("#> "):
            _take(line.removeprefix("#> "), found)
    return found


def _take(line: str, found: Expected) -> None:
    if act := _ACT.fullmatch(line):
        assert int(act[1]) == len(found.acts), f"acts are numbered in order: {line}"
        found.acts.append((act[2], set(act[3].split(", ")) if act[3] else set()))
        return
    word, rest = line.split(" ", 1)
    if word == "state":
        found.state = rest
    elif word == "exit":
        found.exit = int(rest)
    elif word == "next":
        found.next += [] if rest == "nothing" else [rest]
    elif word == "now":
        found.now.add(rest)
    else:
        assert word in {"respected", "open", "consulted"}, line
        found.sides[word] = rest
