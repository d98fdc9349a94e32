"""Which rules speak, with their closed phrases ready to be looked for."""

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from bowout.lint.rule import ANY, Language, Phrases, Rule, Step
from bowout.lint.rules import RULES


class Speaking(Struct, frozen=True):
    """The rules of one step in one language."""

    said: tuple[tuple[Rule, re.Pattern[str] | None], ...]
    """Rules of what is said, each with its closed phrases."""
    missing: tuple[Rule, ...]
    """Rules of what is not there."""
    phrases: re.Pattern[str] | None
    """All closed phrases together: most mails have none, and one search tells."""


class Book:
    """A set of rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._speaking: dict[tuple[Step | None, Language], Speaking] = {}

    @cached_property
    def by_name(self) -> dict[str, Rule]:
        """Each rule by its name."""
        return {rule.name: rule for rule in self.rules}

    def at(self, step: Step | None, language: Language) -> Speaking:
        """Those that speak at that step, in that language; without a step those that speak at every one."""
        if (step, language) not in self._speaking:
            self._speaking[step, language] = self._of(step, language)
        return self._speaking[step, language]

    def _of(self, step: Step | None, language: Language) -> Speaking:
        rules = [rule for rule in self.rules if (step in rule.steps if step else rule.steps >= ANY)]
        said = [rule for rule in rules if not rule.act]
        phrases = {rule.name: _at(rule, step).of(language) for rule in said}
        return Speaking(
            said=tuple((rule, _any(phrases[rule.name])) for rule in said),
            missing=tuple(rule for rule in rules if rule.act),
            phrases=_any(part for parts in phrases.values() for part in parts),
        )


def _at(rule: Rule, step: Step | None) -> Phrases:
    # An apology names what was said; whether it says it again, closed phrases cannot tell.
    return rule.phrases if step != "apology" or rule.only_at("apology") else Phrases()


def _any(parts: Iterable[str]) -> re.Pattern[str] | None:
    """Any of these as whole words; None where there are none."""
    # However it is wrapped and spaced: a space stands for any number of them, where it is not counted already.
    joined = re.sub(r" (?![?*+{])", " +", "|".join(parts))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else None


HOUSE = Book(RULES)
