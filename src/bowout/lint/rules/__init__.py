"""All rules, by the page that describes the kinds of fault."""

from bowout.lint.rule import Rule
from bowout.lint.rules import absent, after, charges, floor, pressure, putdowns, timing

RULES: tuple[Rule, ...] = (
    *timing.RULES,
    *charges.RULES,
    *putdowns.RULES,
    *pressure.RULES,
    *floor.RULES,
    *after.RULES,
    *absent.RULES,
)
BY_FAULT: dict[str, Rule] = {rule.fault: rule for rule in RULES}
BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
