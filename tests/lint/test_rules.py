"""Every rule of the language guard speaks of its bad examples, and stays silent on its fine ones."""

import pytest

from bowout.lint import RULES, STEPS, Rule, lint
from bowout.lint.rule import Example
from tools.lint.corpus import ABSENCES, FAULTS

BAD = [(rule, example) for rule in RULES for example in rule.bad]
FINE = [(rule, example) for rule in RULES for example in rule.fine]


def named(value: object) -> str:
    return value.name if isinstance(value, Rule) else value.text[:40] if isinstance(value, Example) else str(value)


def test_every_kind_of_fault_has_its_rule() -> None:
    assert sorted(rule.fault for rule in RULES) == sorted((*FAULTS, *ABSENCES))
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_carries_its_docs_and_its_tests(rule: Rule) -> None:
    assert all(text.strip().endswith((".", "?", "…")) for text in (rule.says, rule.why, rule.instead))
    assert len(rule.bad) >= 2
    assert len(rule.fine) >= 2
    assert rule.steps <= set(STEPS)
    assert {example.step for example in (*rule.bad, *rule.fine)} & rule.steps


@pytest.mark.parametrize(("rule", "example"), BAD, ids=named)
def test_it_speaks_of_what_is_bad(rule: Rule, example: Example) -> None:
    assert rule.fault in {finding.fault for finding in lint(example.text, example.step, example.language)}


@pytest.mark.parametrize(("rule", "example"), FINE, ids=named)
def test_it_stays_silent_on_what_is_fine(rule: Rule, example: Example) -> None:
    assert rule.fault not in {finding.fault for finding in lint(example.text, example.step, example.language)}
