"""Every guard carries its own docs and tests; here they are run."""

import importlib
import pkgutil
import re

import pytest

from bowout.core import guards
from bowout.core.guards import GUARDS, Example, Guard
from bowout.core.process import judge
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

NAME = re.compile(r"[a-z]+(-[a-z]+)+")
SERVES = re.compile(r"M\d+(\.\d+)?")


def told(which: str) -> list[object]:
    return [
        pytest.param(guard, example, id=f"{guard.name}: {example.says[:60]}")
        for guard in GUARDS
        for example in getattr(guard, which)
    ]


def rules(example: Example) -> set[str]:
    return {found.rule for found in judge(fold(example.past), example.intent, Setting(example.deal))}


@pytest.mark.parametrize(("guard", "example"), told("bad"))
def test_a_guard_speaks_up_in_its_bad_examples(guard: Guard, example: Example) -> None:
    assert guard.name in rules(example)


@pytest.mark.parametrize(("guard", "example"), told("fine"))
def test_a_guard_is_silent_in_its_near_misses(guard: Guard, example: Example) -> None:
    assert guard.name not in rules(example)


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_guard_has_all_that_its_reference_page_shows(guard: Guard) -> None:
    assert NAME.fullmatch(guard.name), "a name is words with hyphens"
    assert SERVES.fullmatch(guard.serves)
    for text in (guard.says, guard.why, guard.instead):
        assert text.strip().endswith((".", "…", "?")), text
    assert len(guard.bad) >= 2, "at least two bad examples"
    assert len(guard.fine) >= 2, "at least two near misses"
    stories = [example.says for example in (*guard.bad, *guard.fine)]
    assert all(stories)
    assert len(set(stories)) == len(stories)
    assert {type(example.intent) for example in guard.bad} <= set(guard.on), "a bad example that it cannot judge"


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_near_miss_is_near(guard: Guard) -> None:
    assert any(isinstance(example.intent, guard.on) for example in guard.fine), "all are about something else"


def test_no_two_guards_have_one_name() -> None:
    names = [guard.name for guard in GUARDS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("guard", "example"), told("bad"))
def test_a_finding_says_this_case_why_and_what_instead(guard: Guard, example: Example) -> None:
    found = judge(fold(example.past), example.intent, Setting(example.deal))
    for finding in found:
        assert finding.says.endswith("."), finding
        assert finding.why, finding
        assert finding.instead, finding


@pytest.mark.parametrize("module", [found.name for found in pkgutil.iter_modules(guards.__path__)])
def test_no_family_of_guards_is_left_off_the_list(module: str) -> None:
    family = getattr(importlib.import_module(f"bowout.core.guards.{module}"), "GUARDS", ())
    assert set(family) <= set(GUARDS)
