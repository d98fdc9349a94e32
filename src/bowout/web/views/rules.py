"""Reference of the rules, made from the guards' own values."""

from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from bowout.core.guards import GUARDS, Example, Guard
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from bowout.finding import Finding
from bowout.web.labels import RULE_GROUP, STEP
from bowout.web.seller import SellerRequest, seller

_BY_NAME = {guard.name: guard for guard in GUARDS}


class Group(NamedTuple):
    """Rules that speak at the same time."""

    title: str
    rules: list[Guard]


class Told(NamedTuple):
    """An example, and what the rule says to it; nothing to a near miss."""

    says: str
    findings: list[Finding]


@seller
def listing(request: SellerRequest) -> HttpResponse:
    """All rules by when they speak."""
    groups = [Group(title, [guard for guard in GUARDS if group_of(guard) == name]) for name, (title, _) in _groups()]
    return render(request, "web/rules.html", {"groups": groups, "many": len(GUARDS)})


@seller
def rule(request: SellerRequest, name: str) -> HttpResponse:
    """One rule: what, why, instead, and the examples that are its tests, too."""
    guard = _BY_NAME.get(name)
    if guard is None:
        raise Http404
    shown = {
        "rule": guard,
        "speaks": _speaks(guard),
        "bad": [_told(guard, example) for example in guard.bad],
        "fine": [_told(guard, example) for example in guard.fine],
    }
    return render(request, "web/rule.html", shown)


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


def _groups() -> list[tuple[str, tuple[str, tuple[str, ...]]]]:
    return list(RULE_GROUP.items())


urlpatterns = [path("rules/", listing, name="rules"), path("rules/<slug:name>/", rule, name="rule")]
