"""Learns from the corpus what sentences say: lines are labelled one by one, of a message only the whole is.

A message that has a fault has it in one sentence at least: the likeliest is taken for it, and the model fitted again.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from bowout.lint.features import features
from bowout.lint.rule import STEPS
from bowout.lint.rules import BY_FAULT, RULES
from bowout.lint.text import sentences
from tools.lint.corpus import ACTS, FAULTS, Item

LABELS = (*FAULTS, *ACTS)
ABSENCE = {rule.act: rule for rule in RULES if rule.act}
FLOOR = 1500.0
_STEP = 0.3
"""How much a step weighs beside the words."""
_ROUNDS = 1

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Sentences:
    """The corpus sentence by sentence: which item each is of, and its features by number."""

    items: Sequence[Item]
    item: NDArray[np.int64]
    matrix: csr_matrix
    names: Sequence[str]

    @property
    def whole(self) -> Bools:
        """True for sentences of whole messages."""
        return np.array([self.items[n].whole for n in self.item])

    @property
    def steps(self) -> Sequence[str]:
        """The step of each; empty for neutral lines."""
        return [self.items[n].step for n in self.item]

    def of(self, voices: Sequence[str]) -> Bools:
        """True for sentences that one of these voices wrote."""
        return np.isin([self.items[n].voice for n in self.item], list(voices))


@dataclass(frozen=True)
class Fitted:
    """Weights of the features (rows) for the labels (columns), of the steps, and biases."""

    rarity: Floats
    weights: Floats
    of_step: Floats
    bias: Floats

    def scores(self, data: Sentences, rows: Bools) -> Floats:
        """A score for each of those sentences and each label."""
        return _normal(data.matrix[rows], self.rarity) @ self.weights + _steps(data, rows) @ self.of_step + self.bias


def taken_apart(items: Sequence[Item], names: Sequence[str] | None = None, rarest: int = 3) -> Sentences:
    """The items' own sentences with their features; all that stand in ``rarest`` sentences, or those of ``names``."""
    rows = [(number, text) for number, item in enumerate(items) for text in _own(item)]
    counter = CountVectorizer(analyzer=features, binary=True, min_df=rarest if names is None else 1, vocabulary=names)
    texts = [text for _, text in rows]
    matrix = counter.fit_transform(texts) if names is None else counter.transform(texts)
    return Sentences(items, np.array([n for n, _ in rows]), matrix.astype(float), counter.get_feature_names_out())


def _own(item: Item) -> list[str]:
    if not item.whole:
        return [item.text]
    return [sentence.text for sentence in sentences(item.text) if sentence.part == "own"] or ["."]


def fit(data: Sentences, rows: Bools) -> Fitted:
    """Weights from those sentences."""
    matrix = data.matrix[rows]
    df = np.asarray((matrix > 0).sum(axis=0)).ravel()
    rarity = np.where(df > 1, np.log((1 + matrix.shape[0]) / (1 + df)) + 1, 0.0)
    x = hstack([_normal(matrix, rarity), _steps(data, rows)]).tocsr()
    with ThreadPoolExecutor() as pool:
        fitted = list(pool.map(lambda label: _fit_label(data, rows, x, label), LABELS))
    weights = np.stack([weight for weight, _ in fitted], axis=1)
    return Fitted(rarity, weights[: len(rarity)], weights[len(rarity) :], np.array([bias for _, bias in fitted]))


def _fit_label(data: Sentences, rows: Bools, x: csr_matrix, label: str) -> tuple[Floats, float]:
    surely, never, somewhere = _evidence(data, label)
    surely, never, somewhere, item = surely[rows], never[rows], somewhere[rows], data.item[rows]
    held = surely
    for turn in range(_ROUNDS + 1):
        used = held | never
        strength = 100 if label in FAULTS else 10
        model = LogisticRegression(C=strength, solver="liblinear", random_state=0, tol=1e-3).fit(x[used], held[used])
        if turn < _ROUNDS and somewhere.any():
            held = surely | _likeliest(x @ model.coef_[0], item, somewhere)
    return model.coef_[0], float(model.intercept_[0])


def _likeliest(scores: Floats, item: NDArray[np.int64], among: Bools) -> Bools:
    """For each item the sentence with the highest score."""
    order = np.lexsort((scores, item))
    order = order[among[order]]
    last = np.append(item[order][1:] != item[order][:-1], True)
    found = np.zeros(len(scores), dtype=bool)
    found[order[last]] = True
    return found


def _evidence(data: Sentences, label: str) -> tuple[Bools, Bools, Bools]:
    """Sentences that say it, that do not, and of which one in each message does."""
    has = np.array([label in data.items[n].labels for n in data.item])
    whole, steps = data.whole, np.array(data.steps)
    if label in FAULTS:
        judged = np.isin(steps, ["", *BY_FAULT[label].steps])
        return judged & has & ~whole, judged & ~has, judged & has & whole
    rule = ABSENCE[label]
    asked = whole & np.isin(steps, list(rule.steps))
    lacking = np.array([rule.fault in data.items[n].labels for n in data.item])
    # A faulty line may well give a reason, too, that nobody has named.
    clean = np.array([not data.items[n].faults for n in data.item])
    return has & ~whole, (clean & ~whole & ~has) | (asked & lacking), asked & ~lacking


def _normal(matrix: csr_matrix, rarity: Floats) -> csr_matrix:
    weighed = matrix @ diags(rarity)
    length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel() + FLOOR)
    return diags(1 / length) @ weighed


def _steps(data: Sentences, rows: Bools) -> csr_matrix:
    steps = [step for step, wanted in zip(data.steps, rows, strict=True) if wanted]
    return csr_matrix([[_STEP * (step == one) for one in STEPS] for step in steps])


def held_out(data: Sentences, fitted: Sequence[tuple[Sequence[str], Fitted]]) -> Floats:
    """For each item and label the highest score of its sentences, by the one that has not seen its voice.

    ``fitted``: voices, and what was learned from all others.
    """
    best = np.full((len(data.items), len(LABELS)), -np.inf)
    for voices, others in fitted:
        theirs = data.of(voices)
        np.maximum.at(best, data.item[theirs], others.scores(data, theirs))
    return best
