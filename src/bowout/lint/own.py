"""A team's own rules in TOML: words to avoid, and rules of ours that it switches off (M5).

A rule that cannot be used is named with its line and left out; the others stand.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from bowout.lint.book import HOUSE, Book
from bowout.lint.own_rule import Wrong, rule_of
from bowout.lint.rule import Rule
from bowout.lint.rules import BY_NAME, RULES

_HEADING = re.compile(r"\s*\[{1,2}[^\[\]\"',]+\]{1,2}\s*(#.*)?$")
_OFF = re.compile(r"\s*\[off\]\s*(#.*)?$")
_WIDEST = 5_000
"""Characters of a line."""
_STRAY = "{name} is neither [[rule]] nor [off]. Write one of these two above it."


class Problem(Struct, frozen=True):
    """Why something is left out."""

    line: int
    says: str


class Own(Struct, frozen=True):
    """What a team has written: its rules, those of ours that it does without and why, and what could not be used."""

    rules: tuple[Rule, ...] = ()
    off: Mapping[str, str] = {}
    problems: tuple[Problem, ...] = ()

    def book(self) -> Book:
        """All rules that speak for this team."""
        return Book((*(rule for rule in RULES if rule.name not in self.off), *self.rules))


def read(text: str) -> Own:
    """The rules in a TOML text. Never raises."""
    rules: dict[str, Rule] = {}
    off: dict[str, str] = {}
    problems: list[Problem] = []
    for line, part, told in (one for begun in _parts(text) for one in _tables(*begun)):
        if isinstance(told, Problem):
            problems.append(told)
            continue
        for name, why in _table(told.get("off")).items():
            _take_off(off, name, why, problems, line, part)
        for written in _list(told.get("rule")):
            try:
                rule = rule_of(written)
                if rule.name in rules:
                    raise Wrong(f"another rule is called {rule.name} already. Give it its own name.", "name")
                rules[rule.name] = rule
            except Wrong as error:
                problems.append(Problem(line + _line_of(part, error.field), str(error)))
        problems += [Problem(line + _line_of(part, name), _STRAY.format(name=name)) for name in _strays(told)]
    return Own(tuple(rules.values()), off, tuple(sorted(problems, key=lambda problem: problem.line)))


@lru_cache(maxsize=256)
def book_of(text: str) -> Book:
    """All rules that speak for the team that wrote this."""
    return read(text).book() if text.strip() else HOUSE


def _tables(line: int, part: str) -> Iterator[tuple[int, str, dict[str, Any] | Problem]]:
    """What stands in a part, or why it cannot be read; of a broken [off], every entry for itself."""
    try:
        if any(len(one) > _WIDEST for one in part.split("\n")):
            raise ValueError("a line too long")
        yield line, part, tomllib.loads(part)
    except tomllib.TOMLDecodeError as error:
        entries = _entries(line, part)
        if len(entries) > 1:
            for entry in entries:
                yield from _tables(*entry)
        else:
            yield line, part, _syntax(line, error)
    except (ValueError, RecursionError):
        yield line, part, Problem(line, "this cannot be read: it is too long or too deep. Write it shorter.")


def _entries(line: int, part: str) -> list[tuple[int, str]]:
    """The entries of an [off], each under a heading of its own, as if that stood one line above it."""
    lines = part.split("\n")
    heading = next((at for at, one in enumerate(lines) if _OFF.match(one)), len(lines))
    starts = [at for at in range(heading + 1, len(lines)) if lines[at].strip()]
    return [(line + at - 1, f"[off]\n{lines[at]}\n") for at in starts]


def _table(told: object) -> dict[str, Any]:
    return told if isinstance(told, dict) else {}


def _list(told: object) -> list[Any]:
    return told if isinstance(told, list) else []


def _strays(told: dict[str, Any]) -> list[str]:
    """What stands under no heading of ours, or under one of ours that is none."""
    return sorted(name for name, value in told.items() if (name, type(value)) not in {("off", dict), ("rule", list)})


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The text cut before each heading, with the line at which a part begins: one that is broken breaks no other."""
    begun, part = 1, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if _HEADING.match(line) and part:
            yield begun, "\n".join(part)
            begun, part = number, []
        part.append(line)
    yield begun, "\n".join(part)


def _take_off(off: dict[str, str], name: str, why: object, problems: list[Problem], line: int, part: str) -> None:
    at = line + _line_of(part, name)
    if name not in BY_NAME:
        problems.append(Problem(at, f"no rule of ours is called {name}. `bowout explain` lists them."))
    elif not isinstance(why, str) or not why.strip():
        problems.append(Problem(at, f'say why {name} is off: {name} = "because …".'))
    else:
        off[name] = why.strip()


def _line_of(part: str, field: str) -> int:
    """Lines from the heading to where the field stands."""
    if field:
        for at, line in enumerate(part.split("\n")):
            if re.match(rf"\s*[\"']?{re.escape(field)}[\"']?\s*=", line):
                return at
    return next((at for at, line in enumerate(part.split("\n")) if _HEADING.match(line)), 0)


def _syntax(line: int, error: tomllib.TOMLDecodeError) -> Problem:
    says = str(error)
    found = re.search(r"\(at line (\d+), column \d+\)", says)
    at = line + int(found[1]) - 1 if found else line
    reason = re.sub(r"\s*\(at .*\)$", "", says)
    return Problem(at, f"this is no TOML: {reason[:1].lower()}{reason[1:]}.")
