"""How good it is in words of people it has not read: messages, lines, false alarms."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import cast

from bowout.lint.judging import judged
from bowout.lint.model import Model
from bowout.lint.rule import Language, Step
from tools.lint.corpus import ABSENCES, FAULTS, Item

Z = 1.96


@dataclass
class Tally:
    """What was said rightly, wrongly, and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what we say, how much is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what is there, how much we say."""
        return self.right / max(1, self.right + self.missed)


@dataclass
class Measured:
    """One language's figures."""

    language: str
    voices: int = 0
    messages: int = 0
    clean: int = 0
    alarmed: int = 0
    """Clean messages with a finding."""
    neutral: int = 0
    neutral_alarms: int = 0
    faults: dict[str, Tally] = field(default_factory=dict)
    named: int = 0
    """Faulty messages of which something that they say, not only what they lack, was named rightly."""
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def all(self) -> Tally:
        """Over all kinds of fault."""
        tallies = self.faults.values()
        return Tally(sum(t.right for t in tallies), sum(t.wrong for t in tallies), sum(t.missed for t in tallies))


@dataclass
class Quality:
    """What one language's guard is worth: in everybody's messages, in those of many writers, in the wrong ways."""

    everybody: Measured
    many: Measured
    ways: Measured


def measure(
    language: Language, parts: Sequence[tuple[Sequence[Item], Model]], only: frozenset[str] = frozenset()
) -> Measured:
    """Each part is judged by a model that has not seen its voices; ``only`` these voices when any is named."""
    found = Measured(language, faults={fault: Tally() for fault in (*FAULTS, *ABSENCES)})
    parts = [([item for item in items if not only or item.voice in only], model) for items, model in parts]
    for items, model in parts:
        found.voices += len({item.voice for item in items})
        for item in items:
            if item.whole:
                _message(found, item, _said(item, language, model))
            elif not item.step:
                found.neutral += 1
                found.neutral_alarms += any(fault not in ABSENCES for fault in _said(item, language, model))
    return found


def _said(item: Item, language: Language, model: Model) -> set[str]:
    step = cast(Step, item.step or "explain")
    return {finding.fault for finding in judged(item.text, step, language, model)}


def _message(found: Measured, item: Item, said: set[str]) -> None:
    there = set(item.faults)
    found.messages += 1
    found.clean += not there
    found.alarmed += bool(said) and not there
    found.named += bool(said & there - set(ABSENCES))
    for fault, tally in found.faults.items():
        tally.right += fault in said and fault in there
        tally.wrong += fault in said and fault not in there
        tally.missed += fault not in said and fault in there
    for fault in sorted(there - said):
        found.misses.append((fault, item.voice, " ".join(item.text.split())[:160]))


def interval(hits: int, of: int) -> str:
    """``0.75 (0.68 to 0.81)``: a share with its Wilson interval."""
    if not of:
        return "none"
    share, centre = hits / of, (hits / of + Z * Z / (2 * of)) / (1 + Z * Z / of)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of)) / (1 + Z * Z / of)
    return f"{share:.2f} ({centre - half:.2f} to {centre + half:.2f})"


def counted(items: Sequence[Item]) -> Counter[str]:
    """How many lines, messages and neutral lines there are."""
    return Counter("message" if item.whole else "line" if item.step else "neutral" for item in items)


def folds(voices: Sequence[str], many: int = 5) -> Iterator[Sequence[str]]:
    """The voices in so many parts."""
    return (voices[at::many] for at in range(min(many, len(voices))))
