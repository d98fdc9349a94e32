"""The corpus can be read, and says what its README says."""

from collections import Counter
from pathlib import Path

import pytest

from tools.lint.corpus import ABSENCES, ACTS, CORPUS, FAULTS, BadCorpus, Item, read, read_file

VOICES = sorted(CORPUS.glob("*.txt"))


def test_a_file_is_read_into_lines_and_whole_messages(tmp_path: Path) -> None:
    path = tmp_path / "en99.txt"
    path.write_text(
        "voice: somebody\nlanguage: en\n== raise: blame, guilt\nYou never called.\n\n== neutral\nThe van is late.\n"
        "== message part: clean\nHi,\n\nthank you.\n---\nBye, and thanks.\n",
        encoding="utf-8",
    )
    assert list(read_file(path)) == [
        Item("en99", "en", "raise", frozenset({"blame", "guilt"}), "You never called.", False, 4),
        Item("en99", "en", "", frozenset(), "The van is late.", False, 7),
        Item("en99", "en", "part", frozenset(), "Hi,\n\nthank you.", True, 9),
        Item("en99", "en", "part", frozenset(), "Bye, and thanks.", True, 13),
    ]


@pytest.mark.parametrize("heading", ["== raise: rude", "== rise: blame", "== raise", "== raise:"])
def test_a_heading_outside_the_guide_is_named_with_its_line(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "en99.txt"
    path.write_text(f"language: en\n{heading}\nYou never called.\n", encoding="utf-8")
    with pytest.raises(BadCorpus, match=r"en99\.txt:2: "):
        list(read_file(path))


@pytest.mark.parametrize("path", VOICES, ids=lambda path: path.stem)
def test_a_voice_has_every_fault_every_act_and_what_is_neutral(path: Path) -> None:
    items = list(read_file(path))
    lines = Counter(label for item in items if not item.whole for label in item.labels)
    assert [label for label in (*FAULTS, *ACTS) if lines[label] < 10] == []
    assert sum(item.whole for item in items) >= 35
    assert sum(not item.step for item in items) >= 150
    assert {item.language for item in items} == {path.stem[:2]}


@pytest.mark.parametrize("path", sorted((CORPUS / "messages").glob("*.txt")), ids=lambda path: path.stem)
def test_a_file_of_messages_has_every_kind_of_fault_and_as_many_clean_ones(path: Path) -> None:
    items = list(read_file(path))
    assert all(item.whole for item in items)
    faults = Counter(label for item in items for label in item.faults)
    assert [fault for fault in (*FAULTS, *ABSENCES) if faults[fault] < 3] == []
    assert 0.4 < sum(not item.labels for item in items) / len(items) < 0.6


@pytest.mark.parametrize("path", sorted((CORPUS / "statements").glob("*.txt")), ids=lambda path: path.stem)
def test_most_statements_are_fine(path: Path) -> None:
    items = list(read_file(path))
    assert {(item.step, item.whole) for item in items} == {("explain", False)}
    assert 0.6 < sum(not item.faults for item in items) / len(items) < 0.9


@pytest.mark.parametrize("path", sorted((CORPUS / "lines").glob("*.txt")), ids=lambda path: path.stem)
def test_lines_by_many_have_as_many_of_each_of_the_seven_kinds_that_are_hardest_to_hear(path: Path) -> None:
    items = list(read_file(path))
    assert not any(item.whole for item in items)
    faults = Counter(label for item in items for label in item.faults)
    hardest = ("rival", "accusation", "belittling", "brushoff", "gloat", "blame", "guilt")
    assert [fault for fault in hardest if faults[fault] < 25] == []
    assert sum(not item.faults for item in items) / len(items) > 0.15


def test_what_bowout_itself_writes_is_fine() -> None:
    ours = read(CORPUS / "ours")
    assert {item.language for item in ours} == {"en", "de", "fr"}
    assert all(not item.faults for item in ours)


def test_no_line_about_walking_away_stands_in_the_corpus_twice() -> None:
    # Two people may well both write "Kindly confirm receipt." on an ordinary day.
    seen = Counter(
        item.text if item.step else (item.voice, item.text)
        for item in read(CORPUS, CORPUS / "messages", CORPUS / "lines")
    )
    assert [text for text, times in seen.items() if times > 1] == []


def test_what_is_missing_is_said_of_whole_messages_only() -> None:
    assert [
        item
        for item in read(CORPUS, CORPUS / "messages", CORPUS / "lines")
        if item.labels & set(ABSENCES) and not item.whole
    ] == []
