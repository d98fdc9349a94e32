"""Reference of the rules, made from the values of the guards and of the language guard."""

from collections.abc import Sequence
from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from bowout.core.guards import GUARDS, Example, Guard
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from bowout.finding import Finding
from bowout.lint import RULES, STEPS, Book, Rule, lint
from bowout.lint.rule import Example as Words
from bowout.web.labels import RULE_GROUP, STEP, WORDS_STEP
from bowout.web.seller import SellerRequest, seller

_ALL: tuple[Guard | Rule, ...] = (*GUARDS, *RULES)
_BY_NAME = {rule.name: rule for rule in _ALL}


class Group(NamedTuple):
    """Rules that speak at the same time."""

    title: str
    rules: Sequence[Guard | Rule]


class Told(NamedTuple):
    """An example, and what the rule says to it; nothing to a near miss."""

    says: str
    findings: list[Finding]


@seller
def listing(request: SellerRequest) -> HttpResponse:
    """All rules by when they speak."""
    groups = [Group(title, [guard for guard in GUARDS if group_of(guard) == name]) for name, (title, _) in _groups()]
    groups.append(Group("In every text that they read", RULES))
    return render(request, "web/rules.html", {"groups": groups, "many": len(_BY_NAME)})


@seller
def rule(request: SellerRequest, name: str) -> HttpResponse:
    """One rule: what, why, instead, and the examples that are its tests, too."""
    found = _BY_NAME.get(name)
    if found is None:
        raise Http404
    shown = _words(found) if isinstance(found, Rule) else _guard(found)
    return render(request, "web/rule.html", {"rule": found, **shown})


def _guard(guard: Guard) -> dict[str, object]:
    return {
        "overridable": guard.overridable,
        "speaks": _speaks(guard),
        "bad": [_told(guard, example) for example in guard.bad],
        "fine": [_told(guard, example) for example in guard.fine],
    }


def _words(rule: Rule) -> dict[str, object]:
    return {
        "overridable": True,
        "speaks": [WORDS_STEP[step] for step in STEPS if step in rule.steps] if rule.steps < set(STEPS) else [],
        "bad": [_judged(rule, example) for example in rule.bad],
        "fine": [_judged(rule, example) for example in rule.fine],
    }


def group_of(guard: Guard) -> str:
    """When the rule speaks first, as a key of ``labels.RULE_GROUP``."""
    steps = {intent.__name__ for intent in guard.on}
    if steps >= STEP.keys():
        return "always"
    return next(name for name, (_, mine) in _groups() if steps & set(mine))


def _speaks(guard: Guard) -> list[str]:
    return [] if group_of(guard) == "always" else [STEP[intent.__name__] for intent in guard.on]


def _told(guard: Guard, example: Example) -> Told:
    state = fold(example.past)
    return Told(example.says, list(guard.findings(state, example.intent, Setting(example.deal))))


def _judged(rule: Rule, example: Words) -> Told:
    found = lint(example.text, example.step, example.language, Book([rule]))
    return Told(f"“{example.text}”", list(found))


def _groups() -> list[tuple[str, tuple[str, tuple[str, ...]]]]:
    return list(RULE_GROUP.items())


urlpatterns = [path("rules/", listing, name="rules"), path("rules/<slug:name>/", rule, name="rule")]
