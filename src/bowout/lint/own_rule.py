"""A rule as a team writes it, made into one of the language guard's, or refused with the mend (M5)."""

import re
from typing import get_args

import msgspec
from msgspec import Struct

from bowout.finding import Severity
from bowout.lint.book import Book
from bowout.lint.judging import lint
from bowout.lint.rule import STEPS, Example, Phrases, Rule

_NAME = re.compile(r"our(-[a-z0-9]{1,30}){1,6}")
_PHRASE_WORD = re.compile(r"[^*]+\*?")
_LONGEST = 200
"""Characters of a phrase."""
_MEND = "Mend the phrases or the example."


class _Written(Struct, forbid_unknown_fields=True):
    """A ``[[rule]]`` as people write it."""

    name: str
    phrases: tuple[str, ...]
    why: str
    instead: str
    bad: tuple[str, ...]
    fine: tuple[str, ...]
    says: str = "Says something that your team does not say."
    severity: str = "warn"
    steps: tuple[str, ...] = STEPS


class Wrong(ValueError):
    """Names the field that is wrong, if it is one, and the mend."""

    def __init__(self, says: str, field: str = "") -> None:
        super().__init__(says)
        self.field = field


def rule_of(written: object) -> Rule:
    """The rule in a ``[[rule]]``. Raises ``Wrong``."""
    try:
        told = msgspec.convert(written, _Written)
    except msgspec.ValidationError as error:
        raise Wrong(*_field_named(str(error))) from error
    if not _NAME.fullmatch(told.name):
        raise Wrong(f"{told.name!r} cannot be its name. Begin with our-, then a few small words with hyphens.", "name")
    if told.severity not in get_args(Severity):
        raise Wrong(f"severity is {told.severity!r}. Write block, warn or advise.", "severity")
    if not told.steps or set(told.steps) - set(STEPS):
        raise Wrong(f"steps are {', '.join(told.steps) or 'none'}. Write some of {', '.join(STEPS)}.", "steps")
    for field in ("why", "instead"):
        if not getattr(told, field).strip():
            raise Wrong(f"{field} is empty. Whoever is stopped wants to know.", field)
    for field in ("phrases", "bad", "fine"):
        if not any(one.strip() for one in getattr(told, field)):
            raise Wrong(f"{field} is empty. Give one at least.", field)
    return _tried(_made(told))


def _made(told: _Written) -> Rule:
    steps = [step for step in STEPS if step in told.steps]
    first = steps[0]
    return Rule(
        name=told.name,
        fault=f"own:{told.name}",
        says=told.says,
        why=told.why,
        instead=told.instead,
        severity=msgspec.convert(told.severity, Severity),
        even_denied=True,
        steps=frozenset(steps),
        phrases=Phrases(anywhere=tuple(_pattern(phrase) for phrase in told.phrases if phrase.strip())),
        bad=tuple(Example(text, first) for text in told.bad),
        fine=tuple(Example(text, first) for text in told.fine),
    )


def _pattern(phrase: str) -> str:
    """Words as they stand, ``*`` for any ending; any space between them, either apostrophe."""
    if len(phrase) > _LONGEST:
        raise Wrong(f"a phrase has {len(phrase)} characters, and {_LONGEST} are the most. Shorten it.", "phrases")
    if not all(_PHRASE_WORD.fullmatch(word) for word in phrase.split()):
        raise Wrong(f"* stands only at the end of a word, once: not so in {phrase!r}.", "phrases")
    words = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.lower().split()]
    return re.sub("['’]", "['’]", r"\s+".join(words))


def _tried(rule: Rule) -> Rule:
    """The rule, if it does what its examples say."""
    book = Book((rule,))
    for example in rule.bad:
        if not lint(example.text, example.step, "en", book):
            raise Wrong(f"it does not speak of its bad example {example.text!r}. {_MEND}", "bad")
    for example in rule.fine:
        if lint(example.text, example.step, "en", book):
            raise Wrong(f"it speaks of its fine example {example.text!r}. {_MEND}", "fine")
    return rule


def _field_named(says: str) -> tuple[str, str]:
    """What msgspec says of a rule, as people say it, and the field that it is about."""
    if found := re.search(r"missing required field `(\w+)`", says):
        return f"{found[1]} is missing. A rule has name, phrases, why, instead, bad and fine.", ""
    if found := re.search(r"unknown field `(\w+)`", says):
        known = ", ".join(_Written.__struct_fields__)
        return f"{found[1]} is no field of a rule. There are: {known}.", found[1]
    field = match[1] if (match := re.search(r"`\$\.(\w+)", says)) else ""
    wanted = "a list of texts" if field in {"phrases", "bad", "fine", "steps"} else "a text"
    return f"{field or 'it'} must be {wanted}.", field
