"""The learned layer: how strongly each sentence says what, from weights that ``tools/lint/train.py`` has made.

The weights of all labels lie in one whole number a feature, a lane of 32 bits each, so that a sentence is one sum.
"""

import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, sqrt
from struct import Struct

import msgspec

from bowout.lint.features import grams, pieces, words
from bowout.lint.rule import Language

LANE = 4
"""Bytes of a lane. A value has 12 bits: a million features can be added up without touching the next lane."""
TOP = (1 << 12) - 1
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
        self.lanes = {label: lane for lane, label in enumerate(weights.labels)}
        self._width = (len(weights.labels) + 2) * LANE
        self._lanes = Struct(f"<{len(weights.labels) + 2}I")
        rows, width = weights.rows, self._width
        self._known = {
            name: int.from_bytes(rows[at * width : (at + 1) * width], "little")
            for at, name in enumerate(weights.features.split("\n"))
        }
        # Most words come again and again.
        self._pieces = lru_cache(maxsize=50_000)(self._known_pieces)

    def scores(self, text: str, step: str) -> list[float]:
        """How strongly the sentence says each label, above or below its cut; at or above 0 it does."""
        w, known = self.weights, words(text)
        found = grams(known).union(*map(self._pieces, known))
        total = sum(filter(None, map(self._known.get, found)))
        *sums, squares, count = self._lanes.unpack(total.to_bytes(self._width, "little"))
        length = sqrt(squares / SQUARES + w.floor)
        of_step, offset = w.steps[step], count * w.offset
        return [
            (lane * w.step - offset) / length + bias + at_step - cut
            for lane, bias, at_step, cut in zip(sums, w.bias, of_step, w.cuts, strict=True)
        ]

    def _known_pieces(self, word: str) -> frozenset[str]:
        return frozenset(self._known.keys() & pieces(word))

    def sure(self, label: str, score: float) -> float:
        """How sure we are of it, 0 to 1; a half at the cut."""
        return 1 / (1 + exp(-max(-60.0, min(60.0, self.weights.slopes[self.lanes[label]] * score))))


def pack(row: Iterable[float], square: float, step: float, offset: float) -> bytes:
    """A feature's row as it is stored. Raises ``ValueError`` for a weight that does not fit its lane."""
    lanes = [round((weight + offset) / step) for weight in row] + [min(TOP, round(square * SQUARES)), 1]
    if not all(0 <= lane <= TOP for lane in lanes):
        raise ValueError("a weight does not fit its lane")
    return b"".join(lane.to_bytes(LANE, "little") for lane in lanes)


@cache
def model(language: Language) -> Model:
    """The model of that language, read once."""
    stored = (files("bowout.lint") / "weights" / f"{language}.bin").read_bytes()
    return Model(msgspec.msgpack.decode(zlib.decompress(stored), type=Weights))


def packed(weights: Weights) -> bytes:
    """The file that ``model`` reads."""
    return zlib.compress(msgspec.msgpack.encode(weights), 9)
