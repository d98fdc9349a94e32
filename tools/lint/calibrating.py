"""From which score on we speak: of what we say, ``PRECISION`` is right in messages of authors we have not read."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from bowout.lint.rules import BY_FAULT
from tools.lint.corpus import FAULTS, Item
from tools.lint.learning import ABSENCE, LABELS, Bools, Floats

PRECISION = 0.93


@dataclass(frozen=True)
class Cuts:
    """For each label the score from which on it is said, and how quickly we grow sure above it."""

    at: Floats
    slopes: Floats


def cuts(items: Sequence[Item], best: Floats, precision: float = PRECISION) -> Cuts:
    """The cuts, from the held-out scores of whole messages."""
    curves = [_curve(items, best, lane) for lane in range(len(LABELS))]
    least = _threshold(items, best, curves, precision)
    logit = np.log(least / (1 - least))
    at, slopes = [], []
    for label, (slope, bias) in zip(LABELS, curves, strict=True):
        # An act is missed when we are sure enough that it is not there.
        wanted = logit if label in FAULTS else -logit
        at.append((wanted - bias) / slope)
        slopes.append(slope)
    return Cuts(np.array(at), np.array(slopes))


def truth(items: Sequence[Item], lane: int) -> tuple[Bools, Bools]:
    """For a label: in which messages it is judged, and in which of them it is there."""
    label = LABELS[lane]
    if label in FAULTS:
        judged = np.array([item.whole and item.step in BY_FAULT[label].steps for item in items])
        return judged, np.array([label in item.labels for item in items])
    rule = ABSENCE[label]
    judged = np.array([item.whole and item.step in rule.steps for item in items])
    return judged, np.array([rule.fault not in item.labels for item in items])


def _curve(items: Sequence[Item], best: Floats, lane: int) -> tuple[float, float]:
    """Slope and bias that turn a score into how sure we are; never flat, however few messages there are."""
    judged, there = truth(items, lane)
    x, y = best[judged, lane], there[judged]
    if y.all() or not y.any():
        return 1.0, 0.0
    model = LogisticRegression(C=10.0, random_state=0).fit(x[:, None], y)
    return max(0.3, float(model.coef_[0, 0])), float(model.intercept_[0])


def _threshold(items: Sequence[Item], best: Floats, curves: Sequence[tuple[float, float]], precision: float) -> float:
    """The least sureness at which what we say is right so often."""
    said = []
    for lane, (slope, bias) in enumerate(curves):
        judged, there = truth(items, lane)
        sure = 1 / (1 + np.exp(-(slope * best[judged, lane] + bias)))
        is_fault = LABELS[lane] in FAULTS
        pairs = zip(sure if is_fault else 1 - sure, there[judged] == is_fault, strict=True)
        said += [(float(one), bool(right)) for one, right in pairs]
    said.sort(reverse=True)
    right = np.cumsum([one for _, one in said]) / np.arange(1, len(said) + 1)
    enough = np.flatnonzero(right >= precision)
    return float(np.clip(said[enough[-1]][0], 0.2, 0.97)) if len(enough) else 0.97
