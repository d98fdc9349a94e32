"""Whatever stands in a file, it is played or answered; nothing else comes of it."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bowout.rehearsal.as_json import json_lines
from bowout.rehearsal.as_text import text_lines
from bowout.rehearsal.paint import Paint
from bowout.rehearsal.play import play
from bowout.rehearsal.problems import BadFile, Problem
from bowout.rehearsal.scenario import read
from tests.rehearsal.expected import SCENARIOS

LINES = [path.read_text("utf-8").splitlines() for path in SCENARIOS]
VALUES = st.sampled_from(
    [
        '""',
        '"x"',
        "0",
        "-1",
        "1.5",
        "nan",
        "true",
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        '["fit"]',
        "2026-03-03",
        "2026-03-03T10:00:00",
        "2026-03-03T10:00:00Z",
        "2026-03-08T02:30:00-05:00",
        "1969-12-31T23:59:59-12:00",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
        "2199-12-31T23:59:59-12:00",
        "1970-01-01T00:00:00+14:00",
        "12:00:00",
        '"Europe/Paris"',
        '"FR"',
        '"part"',
        '"call"',
        '"Claire Martin"',
        '"reached"',
        "{ at = 2026-03-03 }",
        '[{ kind = "fit", verdict = "right" }]',
    ]
)


def change(lines: list[str], number: int, how: str, value: str) -> list[str]:
    """The lines with one of them left out, doubled, given another value, or cut."""
    line = lines[number := number % len(lines)]
    key = line.partition("=")[0]
    other = {"out": [], "twice": [line, line], "value": [f"{key}= {value}"], "cut": [line[: len(line) // 2]]}[how]
    return [*lines[:number], *other, *lines[number + 1 :]]


changes = st.tuples(st.integers(0, 400), st.sampled_from(["out", "twice", "value", "value", "cut"]), VALUES)


def answered(raw: bytes) -> tuple[Problem, ...]:
    """What must be mended; nothing when it was played to its end."""
    try:
        rehearsal = play(read(raw))
    except BadFile as error:
        return error.problems or (Problem(0, "", ""),)
    assert len(list(json_lines(rehearsal))) == len(rehearsal.acts) + 1
    assert list(text_lines(rehearsal, Paint(), 80))
    return ()


@given(st.sampled_from(LINES), st.lists(changes, max_size=4))
@settings(max_examples=300)
def test_a_file_that_was_tampered_with_is_played_or_answered(lines: list[str], done: list[Any]) -> None:
    for number, how, value in done:
        lines = change(lines, number, how, value)
    for problem in answered("\n".join(lines).encode()):
        assert 1 <= problem.line <= len(lines)
        assert problem.says
        assert problem.mend


@given(st.binary(max_size=200))
def test_any_bytes_are_played_or_answered(raw: bytes) -> None:
    assert all(problem.line >= 1 for problem in answered(raw))


def test_the_scenarios_themselves_are_played() -> None:
    for lines in LINES:
        assert play(read("\n".join(lines).encode())).acts
