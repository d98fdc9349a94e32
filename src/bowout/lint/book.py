"""Which rules speak, with their closed phrases ready to be looked for."""

import re
from collections.abc import Iterable
from functools import cached_property

from bowout.lint.rule import ANY, Language, Phrases, Rule, Step
from bowout.lint.rules import RULES


class Speaking:
    """The rules of one step in one language."""

    def __init__(self, rules: Iterable[Rule], step: Step | None, language: Language) -> None:
        rules = tuple(rules)
        self.said = tuple(rule for rule in rules if not rule.act)
        """Rules of what is said."""
        self.missing = tuple(rule for rule in rules if rule.act)
        """Rules of what is not there."""
        self._phrases = {rule.name: _at(rule, step).of(language) for rule in self.said}
        self._closed: dict[str, re.Pattern[str] | None] = {}
        self.phrases = _any(phrase for phrases in self._phrases.values() for phrase in phrases)
        """All closed phrases together: most sentences have none, and one search tells."""

    def closed(self, rule: Rule) -> re.Pattern[str] | None:
        """The rule's own closed phrases; made ready when they are first asked for."""
        if rule.name not in self._closed:
            self._closed[rule.name] = _any(self._phrases[rule.name])
        return self._closed[rule.name]


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
        rules = (rule for rule in self.rules if (step in rule.steps if step else rule.steps >= ANY))
        return Speaking(rules, step, language)


def _at(rule: Rule, step: Step | None) -> Phrases:
    # An apology names what was said; whether it says it again, closed phrases cannot tell.
    return rule.phrases if step != "apology" or rule.only_at("apology") else Phrases()


def _any(parts: Iterable[str]) -> re.Pattern[str] | None:
    """Any of these as whole words; None where there are none."""
    # However it is wrapped and spaced: a space stands for any number of them, where it is not counted already.
    joined = re.sub(r" (?![?*+{])", " +", "|".join(parts))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)") if joined else None


HOUSE = Book(RULES)
