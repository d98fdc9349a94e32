"""The learned layer: packed sums are the sums, and learning from the same corpus gives the same weights."""

from math import sqrt

import pytest

from bowout.lint.features import features
from bowout.lint.model import SQUARES, TOP, Model, Weights, pack, packed

STEP, OFFSET = 0.01, 20.0


def made(rows: dict[str, tuple[list[float], float]]) -> Weights:
    return Weights(
        labels=("blame", "guilt"),
        features="\n".join(rows),
        rows=b"".join(pack(weights, square, STEP, OFFSET) for weights, square in rows.values()),
        step=STEP,
        offset=OFFSET,
        floor=9.0,
        bias=(0.5, -0.5),
        steps={"raise": (0.1, 0.2)},
        cuts=(1.0, -1.0),
        slopes=(2.0, 2.0),
    )


def test_a_sentences_score_is_the_sum_of_its_features_over_its_length() -> None:
    model = Model(made({"late": ([1.5, -2.0], 4.0), "you were": ([0.25, 3.0], 12.0), "never": ([9.0, 9.0], 1.0)}))
    length = sqrt(4 + 12 + 9)
    assert model.scores("You were late", "raise") == pytest.approx(
        [1.75 / length + 0.5 + 0.1 - 1.0, 1.0 / length - 0.5 + 0.2 + 1.0], abs=2 * STEP
    )


def test_words_that_nobody_has_seen_say_nothing() -> None:
    model = Model(made({"late": ([1.5, -2.0], 4.0)}))
    assert model.scores("Qwxz", "raise") == pytest.approx([0.5 + 0.1 - 1.0, -0.5 + 0.2 + 1.0])


def test_at_the_cut_we_are_half_sure() -> None:
    model = Model(made({"late": ([1.5, -2.0], 4.0)}))
    assert model.sure("blame", 0.0) == 0.5
    assert model.sure("blame", 1.0) > 0.85
    assert 0.0 <= model.sure("blame", -1e9) < model.sure("blame", 1e9) <= 1.0


def test_a_weight_that_does_not_fit_its_lane_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        pack([TOP * STEP], 1.0, STEP, OFFSET)
    assert len(pack([0.0, 0.0], TOP * 2 / SQUARES, STEP, OFFSET)) == 4 * 4


def test_the_same_weights_make_the_same_file() -> None:
    rows = {"late": ([1.5, -2.0], 4.0)}
    assert packed(made(rows)) == packed(made(rows))


def test_neighbours_and_pieces_of_words_are_features() -> None:
    found = features("Unfairly late!")
    assert {"unfairly", "late", "unfairly late", "<s> unfairly late", "unfairly_!", "punfair", "cnfair"} <= found
    assert "c^late" in found
