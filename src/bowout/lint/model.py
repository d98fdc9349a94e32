"""The learned layer: how strongly each sentence says what, from weights that ``tools/lint/train.py`` has made.

The weights of all labels lie in one whole number a feature, a lane of 24 bits each, so that a sentence is one sum.
"""

import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp, sqrt

import msgspec

from bowout.lint.features import features
from bowout.lint.rule import Language

LANE = 24
"""Bits of a lane. A stored value has 12 of them: 4,096 features can be added up without touching the next lane."""
TOP = (1 << 12) - 1
_MASK = (1 << LANE) - 1
SQUARES = 4.0
"""A square of a feature's rarity is stored in quarters."""


class Weights(msgspec.Struct, frozen=True):
    """One language's weights as stored. A row holds a lane for each label, one for the square, one that counts."""

    labels: tuple[str, ...]
    features: str
    """Separated by line ends."""
    rows: bytes
    step: float
    """What a unit of a lane is worth."""
    offset: float
    """What is added to every weight, so that none is below zero."""
    floor: float
    """Added to a sentence's sum of squares: a few words say little, however rare they are."""
    bias: tuple[float, ...]
    steps: dict[str, tuple[float, ...]]
    """Step to what it adds to each label."""
    cuts: tuple[float, ...]
    """From which score on a sentence is found at fault, or an act is seen."""
    slopes: tuple[float, ...]
    """How the score above the cut turns into how sure we are."""


class Model:
    """Scores sentences of one language."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.labels = weights.labels
        width = (len(weights.labels) + 2) * LANE // 8
        names = weights.features.split("\n")
        rows = weights.rows
        self._known = {
            name: int.from_bytes(rows[at * width : (at + 1) * width], "little") for at, name in enumerate(names)
        }

    def scores(self, text: str, step: str) -> list[float]:
        """How strongly the sentence says each label, above or below its cut; at or above 0 it does."""
        w, known = self.weights, self._known
        total = sum([known[name] for name in features(text) if name in known])
        many = len(self.labels)
        count = total >> (LANE * (many + 1))
        length = sqrt(((total >> (LANE * many)) & _MASK) / SQUARES + w.floor)
        of_step = w.steps[step]
        return [
            (((total >> (LANE * lane)) & _MASK) * w.step - count * w.offset) / length
            + w.bias[lane]
            + of_step[lane]
            - w.cuts[lane]
            for lane in range(many)
        ]

    def sure(self, label: str, score: float) -> float:
        """How sure we are of it, 0 to 1; a half at the cut."""
        return 1 / (1 + exp(-max(-60.0, min(60.0, self.weights.slopes[self.labels.index(label)] * score))))


def pack(row: Iterable[float], square: float, step: float, offset: float) -> bytes:
    """A feature's row as it is stored. Raises ``ValueError`` for a weight that does not fit its lane."""
    lanes = [round((weight + offset) / step) for weight in row] + [min(TOP, round(square * SQUARES)), 1]
    if not all(0 <= lane <= TOP for lane in lanes):
        raise ValueError("a weight does not fit its lane")
    return b"".join(lane.to_bytes(LANE // 8, "little") for lane in lanes)


@cache
def model(language: Language) -> Model:
    """The model of that language, read once."""
    stored = (files("bowout.lint") / "weights" / f"{language}.bin").read_bytes()
    return Model(msgspec.msgpack.decode(zlib.decompress(stored), type=Weights))


def packed(weights: Weights) -> bytes:
    """The file that ``model`` reads."""
    return zlib.compress(msgspec.msgpack.encode(weights), 9)
