"""Reads the corpus: what 20 and more people wrote, line by line, with what is wrong in it (see corpus/README.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STEPS = ("raise", "explain", "part", "checkback", "apology")
ACTS = ("reason", "invite", "thanks", "door")
FAULTS = [
    "unilateral",
    "accusation",
    "belittling",
    "blame",
    "ultimatum",
    "guilt",
    "brushoff",
    "jargon",
    "rival",
    "lastminute",
    "pitch",
    "gloat",
    "excuse",
]
ABSENCES = ("noreason", "noinvite", "nothanks", "nodoor")
CORPUS = Path(__file__).parents[2] / "corpus"


@dataclass(frozen=True)
class Item:
    """One line or one whole message. ``step`` is empty for a neutral line."""

    voice: str
    language: str
    step: str
    labels: frozenset[str]
    text: str
    whole: bool
    line: int

    @property
    def faults(self) -> frozenset[str]:
        """What is wrong in it."""
        return self.labels - set(ACTS)


class BadCorpus(ValueError):
    """A file of the corpus that cannot be read; names file and line."""


def read(*folders: Path) -> list[Item]:
    """Everything in these folders, in order of file and line."""
    return [item for folder in folders for path in sorted(folder.glob("*.txt")) for item in read_file(path)]


def read_file(path: Path) -> Iterator[Item]:
    """The items of one voice. Raises ``BadCorpus``."""
    language, step, labels, whole, block, begun = "", "", frozenset[str](), False, [], 0
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([*lines, "=="], 1):
        heading = line == "==" or line.startswith("== ")
        if whole and (heading or line.strip() == "---"):
            if text := "\n".join(block).strip():
                yield Item(path.stem, language, step, labels, text, True, begun)
            block = []
        if heading:
            if line != "==":
                step, labels, whole = _heading(line[3:], path, number)
        elif whole and line.strip() != "---":
            begun = begun if block else number
            block.append(line)
        elif line.startswith("language:"):
            language = line.partition(":")[2].strip()
        elif not line.startswith("voice:") and line.strip() and not whole:
            yield Item(path.stem, language, step, labels, line.strip(), False, number)


def _heading(text: str, path: Path, number: int) -> tuple[str, frozenset[str], bool]:
    step, _, given = text.partition("(")[0].partition(":")
    whole = step.startswith("message ")
    step = step.removeprefix("message ").strip()
    if step == "neutral":
        return "", frozenset(), whole
    labels = frozenset(word.strip() for word in given.split(",") if word.strip()) - {"clean"}
    if step not in STEPS or labels - {*FAULTS, *ACTS, *ABSENCES} or not given.strip():
        raise BadCorpus(f"{path.name}:{number}: no step with labels of the guide: {text!r}")
    return step, labels, whole
