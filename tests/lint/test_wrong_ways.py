"""The five wrong ways to walk away are named in each of ten wordings, in every language."""

import pytest

from bowout.lint import lint
from tools.lint.corpus import ABSENCES, CORPUS, Item, read

WAYS = read(CORPUS / "ways")


def test_there_are_ten_of_each_in_every_language() -> None:
    assert len(WAYS) == 5 * 10 * 3
    assert all(item.whole and item.faults - set(ABSENCES) for item in WAYS)


@pytest.mark.parametrize("item", WAYS, ids=lambda item: f"{item.language}: {item.text[:50]}")
def test_one_of_its_faults_is_named(item: Item) -> None:
    said = {finding.fault for finding in lint(item.text, item.step, item.language)}  # type: ignore[arg-type]
    # That it lacks an invitation, say, is not what makes it one of the wrong ways.
    assert said & item.faults - set(ABSENCES)
