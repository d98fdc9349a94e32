"""The language guard: what is wrong with a text that goes to a customer, by the step it belongs to (M5)."""

from bowout.lint.judging import lint
from bowout.lint.language import guess
from bowout.lint.rule import LANGUAGES, STEPS, Language, Rule, Step
from bowout.lint.rules import BY_FAULT, BY_NAME, RULES

__all__ = ["BY_FAULT", "BY_NAME", "LANGUAGES", "RULES", "STEPS", "Language", "Rule", "Step", "guess", "lint"]
