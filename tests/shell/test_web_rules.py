"""The rules' reference is the guards themselves."""

import pytest

from bowout.core import intents
from bowout.core.guards import GUARDS, Guard
from bowout.lint import RULES, STEPS, Rule
from bowout.web.labels import RULE_GROUP, STEP, WORDS_STEP
from bowout.web.views.rules import group_of
from tests.people import Cast
from tests.shell.web import signed_in, words


def test_every_rule_is_listed_once(cast: Cast) -> None:
    html = signed_in(cast.alice).get("/rules/").content.decode()
    for rule in (*GUARDS, *RULES):
        assert html.count(f'href="/rules/{rule.name}/"') == 1


@pytest.mark.parametrize("guard", [*GUARDS, *RULES], ids=lambda guard: guard.name)
def test_a_rule_says_everything_it_knows(cast: Cast, guard: Guard | Rule) -> None:
    response = signed_in(cast.alice).get(f"/rules/{guard.name}/")
    page = words(response)
    for text in (guard.says, guard.why, guard.instead):
        assert text in page
    assert all(told.findings for told in response.context["bad"])
    assert not any(told.findings for told in response.context["fine"])
    assert len(response.context["bad"]) == len(guard.bad)


def test_every_step_has_a_name_and_a_place_among_the_groups() -> None:
    names = {intent.__name__ for intent in intents.ALL}
    assert names == STEP.keys()
    assert set(STEPS) == WORDS_STEP.keys()
    assert sorted(names) == sorted(name for _, steps in RULE_GROUP.values() for name in steps)


def test_a_rule_stands_where_it_speaks_first() -> None:
    groups = {guard.name: group_of(guard) for guard in GUARDS}
    assert groups["already-over"] == "always"
    assert groups["eleventh-hour"] == "raise"
    assert groups["springs-it-before-a-meeting"] == "tell"
    assert groups["parts-without-thanks"] == "end"


def test_a_rule_that_is_none_is_not_found(cast: Cast) -> None:
    assert signed_in(cast.alice).get("/rules/be-nice/").status_code == 404
