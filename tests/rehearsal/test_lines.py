"""Where a key stands in a TOML text."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.rehearsal.lines import Path, lines_of
from tests.rehearsal.expected import SCENARIOS


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a = 1", ("a",), 1),
        ("# a = 0\n\na = 1", ("a",), 3),
        ("[t]\na = 1", ("t", "a"), 2),
        ("[t]\n[u]\n[t.v]\na = 1", ("t", "v", "a"), 4),
        ("[t]\na.b = 1\na.c = 2", ("t", "a", "c"), 3),
        ("[[t]]\na = 1\n[[t]]\na = 2", ("t", 1, "a"), 4),
        ("[[t]]\n[[t.u]]\n[[t]]\n[[t.u]]\n[[t.u]]\na = 1", ("t", 1, "u", 1, "a"), 6),
        ("[[t]]\n[t.v]\na = 1\n[[t]]\n[t.v]\na = 2", ("t", 1, "v", "a"), 6),
        ("a = [\n  1,\n  # two\n  2,\n]\nb = 3", ("a", 1), 4),
        ("a = [\n  1,\n  # two\n  2,\n]\nb = 3", ("b",), 6),
        ("a = [{ b = 1 },\n { b = 2, c = 3 }]", ("a", 1, "c"), 2),
        ("a = [[1], [],\n[2]]", ("a", 2, 0), 2),
        ("a = []\nb = {}\nc = 1", ("c",), 3),
        ("a = { b = { c = 1 } }\nd = 1", ("a", "b", "c"), 1),
        ('a = """\n[x]\nb = 1\n"""\nc = 1', ("c",), 5),
        ('a = """\\"\\"\\" "" x""""\nc = 1', ("c",), 2),
        ("a = '''\n[[x]]\n''''\nc = 1", ("c",), 4),
        ('a = "# no" # "yes\nc = \'[x]\'\nd = 1', ("d",), 3),
        ('"a b" = 1\n\'c d\' = 2\n"\\u0065" = 3', ("e",), 3),
        ('[ "t u" . v ]\na = 1', ("t u", "v", "a"), 2),
        ("[[ t ]]\na = 1", ("t", 0, "a"), 2),
        ("a = 2026-03-03 10:00:00+01:00\nb = 1", ("b",), 2),
        ("a = 1\r\n\r\nb = 2\r\n", ("b",), 3),
        ("a\t=\t1 # x\n\tb = -inf", ("b",), 2),
    ],
)
def test_a_key_stands_on_its_line(text: str, path: Path, line: int) -> None:
    tomllib.loads(text)
    assert lines_of(text)[path] == line


def paths(value: Any, path: Path = ()) -> set[Path]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path}.union(*(paths(entry, (*path, key)) for key, entry in inside))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_key_of_a_scenario_is_found(path: Any) -> None:
    text = path.read_text("utf-8")
    assert set(lines_of(text)) == paths(tomllib.loads(text))


def written(value: Any) -> str:
    """A value as TOML, over several lines where that is allowed."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{key}" = {written(entry)}'.replace("\n", "") for key, entry in value.items()) + " }"
    if isinstance(value, list):
        return "[ # [\n" + ",\n".join(written(entry) for entry in value) + "\n]"
    if isinstance(value, str):
        return '"' + value + '"'
    return str(value).lower()


keys = st.text("ab.-_ []='#", min_size=1, max_size=4)
values = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.text("ab #[]{},='", max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, st.integers(), max_size=3)),
    max_leaves=8,
)


@given(st.dictionaries(keys, values, max_size=5))
def test_every_key_of_any_text_is_found(data: dict[str, Any]) -> None:
    text = "".join(f'"{key}" = {written(value)}\n' for key, value in data.items())
    assert tomllib.loads(text) == data
    found = lines_of(text)
    assert set(found) == paths(data)
    rows = text.splitlines()
    for key in data:
        assert rows[found[(key,)] - 1].startswith(f'"{key}" =')
