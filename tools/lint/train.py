"""``python -m tools.lint.train``: learns the weights of the language guard from the corpus, and says how good they are.

The same corpus gives the same weights. Needs the ``dev`` extra; the guard itself does not.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bowout.lint.model import TOP, Model, Weights, pack, packed
from bowout.lint.rule import LANGUAGES, STEPS, Language
from tools.lint.calibrating import Cuts, cuts
from tools.lint.corpus import CORPUS, Item, read
from tools.lint.learning import _STEP as STEP_WEIGHT
from tools.lint.learning import FLOOR, LABELS, Bools, Fitted, Floats, Sentences, fit, held_out, taken_apart
from tools.lint.measuring import Quality, folds, measure
from tools.lint.reporting import report

WEIGHTS = Path(__file__).parents[2] / "src/bowout/lint/weights"
QUALITY = Path(__file__).parents[2] / "docs/language-guard.md"
MANY = frozenset(path.stem for path in (CORPUS / "messages").glob("*.txt"))
UNMEASURED = (CORPUS / "ours", CORPUS / "mistakes")
"""Learned from, and never measured on."""
FEATURES = 30_000
"""Features of a language that are kept."""


def main() -> None:
    """Write the weights of all languages and the report."""
    items = read(CORPUS, CORPUS / "messages", CORPUS / "statements", CORPUS / "lines")
    given, ways = read(*UNMEASURED), read(CORPUS / "ways")
    learned = [learn(code, _in(code, items), _in(code, given), _in(code, ways)) for code in LANGUAGES]
    QUALITY.write_text(report(learned, items), encoding="utf-8")


def learn(language: Language, items: Sequence[Item], given: Sequence[Item], ways: Sequence[Item]) -> Quality:
    """Write one language's weights, and say what they are worth in words of people who were held out.

    What is ``given`` is learned from and never measured on; the wrong ways are measured on, and then learned.
    """
    data = taken_apart([*items, *given, *ways])
    known = ~data.of(_voices(ways))
    parts = [(part, fit(data, known & ~data.of(part))) for part in folds(_voices(items))]
    best = held_out(data, parts)[: len(items)]
    everything = np.ones(len(data.item), dtype=bool)
    whole = _kept(data, fit(data, everything))
    (WEIGHTS / f"{language}.bin").write_bytes(packed(_weights(fit(whole, everything), whole, cuts(items, best))))
    models = [_held_out_model(data, items, best, known, *part) for part in parts]
    quality = Quality(
        everybody=measure(language, models),
        many=measure(language, models, MANY),
        ways=measure(language, [(ways, models[0][1])]),
    )
    tally = quality.everybody.all
    print(f"{language}: {tally.precision:.2f} of what is said is right, {tally.recall:.2f} is found", flush=True)
    return quality


def _in(language: Language, items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.language == language]


def _voices(items: Sequence[Item]) -> list[str]:
    return sorted({item.voice for item in items})


def _held_out_model(
    data: Sentences, items: Sequence[Item], best: Floats, known: Bools, part: Sequence[str], fitted: Fitted
) -> tuple[list[Item], Model]:
    """A part's items, with a model and cuts that come from the other parts alone, as ``fitted`` does."""
    others = np.array([item.voice not in part for item in items])
    theirs = cuts([item for item, other in zip(items, others, strict=True) if other], best[others])
    kept = _kept(data, fitted)
    model = Model(_weights(fit(kept, known & ~kept.of(part)), kept, theirs))
    return [item for item in items if item.voice in part], model


def _kept(data: Sentences, fitted: Fitted) -> Sentences:
    """The same sentences by the features that weigh most."""
    weight = np.abs(fitted.weights * fitted.rarity[:, None]).max(axis=1)
    chosen = np.sort(np.argsort(-weight, kind="stable")[:FEATURES])
    return Sentences(data.items, data.item, data.matrix[:, chosen], [data.names[n] for n in chosen])


def _weights(fitted: Fitted, data: Sentences, cut: Cuts) -> Weights:
    rows = fitted.weights * fitted.rarity[:, None]
    offset = float(max(0.0, -rows.min()))
    step = float((rows.max() + offset) / TOP)
    squares = fitted.rarity**2
    return Weights(
        labels=LABELS,
        features="\n".join(data.names),
        rows=b"".join(pack(row, square, step, offset) for row, square in zip(rows, squares, strict=True)),
        step=step,
        offset=offset,
        floor=FLOOR,
        bias=tuple(fitted.bias.tolist()),
        steps={name: tuple((STEP_WEIGHT * fitted.of_step[at]).tolist()) for at, name in enumerate(STEPS)},
        cuts=tuple(cut.at.tolist()),
        slopes=tuple(cut.slopes.tolist()),
    )


if __name__ == "__main__":
    main()
