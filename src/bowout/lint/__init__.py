"""The language guard: what is wrong with a text that goes to a customer, by the step it belongs to (M5).

``bowout.lint(text, step="raise")`` gives the findings; the package itself can be called.
"""

import sys
from types import ModuleType

from bowout.lint.book import HOUSE, Book
from bowout.lint.judging import lint
from bowout.lint.language import guess
from bowout.lint.rule import LANGUAGES, STEPS, Language, Rule, Step
from bowout.lint.rules import BY_FAULT, BY_NAME, RULES


class _Callable(ModuleType):
    __call__ = staticmethod(lint)


sys.modules[__name__].__class__ = _Callable

__all__ = [
    "BY_FAULT",
    "BY_NAME",
    "HOUSE",
    "LANGUAGES",
    "RULES",
    "STEPS",
    "Book",
    "Language",
    "Rule",
    "Step",
    "guess",
    "lint",
]
