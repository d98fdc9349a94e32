"""What we call the parts of a walk-away on its pages. ``{% load walkaway %}``."""

from datetime import datetime
from typing import Any

from django import template

from bowout.desk.logbook import Line
from bowout.web.forms.raising_words import BY_KIND

register = template.Library()

_VERDICTS = {"right": "They agree", "misread": "We misread it", "can-change": "They can change it"}
_TESTS = {
    "respected": ("Respected", "Were they treated with respect?"),
    "open": ("Open", "Would they still buy from us, from this person and from the company?"),
    "consulted": ("Consulted", "Or did it feel as if we had decided alone?"),
}


@register.filter
def kind_name(kind: str) -> str:
    """``Wired`` for ``wired``."""
    return BY_KIND[kind].name if kind in BY_KIND else kind


@register.filter
def verdict_word(verdict: str) -> str:
    """``We misread it`` for ``misread``."""
    return _VERDICTS.get(verdict, verdict)


@register.filter
def test_name(name: str) -> str:
    """A test's name."""
    return _TESTS[name][0]


@register.filter
def test_asks(name: str) -> str:
    """What a test asks."""
    return _TESTS[name][1]


@register.filter
def of_test(grades: dict[str, Any], name: str) -> Any:
    """The grades that speak to a test."""
    return grades[name]


@register.filter
def latest_at(lines: list[Line]) -> datetime:
    """When the last of these acts was."""
    return max(line.at for line in lines)
