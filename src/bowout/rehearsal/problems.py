"""What is wrong with a file: where, what, and how to mend it."""

from datetime import datetime
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from msgspec import Struct

from bowout.rehearsal.lines import Path


class Problem(Struct, frozen=True, order=True):
    """One fault. ``line`` counts from 1."""

    line: int
    says: str
    mend: str

    def __str__(self) -> str:
        return f"{self.says} {self.mend}"


class BadFile(Exception):
    """The scenario cannot be played; ``problems`` are in the order of their lines."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(sorted(problems))


class Notes:
    """Collects what is wrong while a file is read, so that one run names all of it."""

    def __init__(self, lines: dict[Path, int]) -> None:
        self.lines = lines
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []
        self.zone: ZoneInfo | None = None
        """The customer's, once it is known; for what to write instead."""

    def error(self, path: Path, says: str, mend: str) -> None:
        """Something that must be mended before the scenario can be played."""
        self.errors.append(Problem(self.line(path), says, mend))

    def warn(self, path: Path, says: str, mend: str) -> None:
        """Something that is passed over."""
        self.warnings.append(Problem(self.line(path), says, mend))

    def line(self, path: Path) -> int:
        """The line of that key, or of the nearest table around it."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def with_offset(self, naive: datetime) -> str:
        """The same date-time as it should have been written."""
        return naive.replace(tzinfo=self.zone).isoformat() if self.zone else f"{naive.isoformat()}+01:00"


def nearest(word: str, known: list[str], likeness: float = 0.6) -> str:
    """The known word that was probably meant, or nothing. ``likeness`` is from 0 to 1: how like it must be."""
    plain = {name.casefold(): name for name in known}
    last = [name for name in known if name.casefold().endswith(f"_{word.casefold()}")]
    close = get_close_matches(word.casefold(), plain, n=1, cutoff=likeness)
    return plain[close[0]] if close else next(iter(last), "")


def did_you_mean(word: str, known: list[str], otherwise: str = "") -> str:
    """``Did you mean "call"?`` when something is near; else all that is known."""
    if close := nearest(word, known):
        return f'Did you mean "{close}"?'
    return otherwise or f"Write one of: {', '.join(known)}."
