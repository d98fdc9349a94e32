"""The playbook's page is made from the core's own lines, and judged by them."""

from datetime import timedelta
from typing import Any

import pytest

from bowout.core.playbook import Playbook, entries
from bowout.store.models import Team, WalkAway
from bowout.web.labels import PLAYBOOK
from tests.people import Cast
from tests.shell.steps import begin
from tests.shell.web import signed_in, words


def typed(**changed: str) -> dict[str, str]:
    """The form as it is shown with the defaults, with some lines typed over."""
    fields: dict[str, Any] = {entry.name: entry.default for entry in entries()}
    shown = {name: "\n".join(value) if isinstance(value, tuple) else str(value) for name, value in fields.items()}
    return shown | {"manager_confirms": "yes", "felt_reminder": "yes"} | changed


def overrides(cast: Cast) -> dict[str, Any]:
    return Team.objects.get(pk=cast.team.pk).playbook


def test_every_line_has_a_name_that_people_read() -> None:
    assert {entry.name for entry in entries()} == PLAYBOOK.keys()


def test_every_line_says_why_and_its_default(cast: Cast) -> None:
    page = words(signed_in(cast.alice).get("/playbook/"))
    for entry in entries():
        assert PLAYBOOK[entry.name] in page
        assert entry.why in page
    assert "A whole number from 1 to 20. Default: 1 working day." in page
    assert "Default: 9:00." in page


def test_only_what_differs_is_kept_and_what_is_due_moves(cast: Cast) -> None:
    # Nothing in their calendar makes it due any earlier than the playbook does.
    cast.deal.calendar.all().delete()
    begin(cast)
    before = WalkAway.objects.get().next_due
    response = signed_in(cast.rita).post("/playbook/", typed(quickly_days="3", officer_roles="Vergabestelle\n\nbuyer"))
    assert response.status_code == 302
    assert overrides(cast) == {"quickly_days": 3, "officer_roles": ["Vergabestelle", "buyer"]}
    assert WalkAway.objects.get().next_due == before + timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quickly_days", "0"),
        ("quickly_days", "21"),
        ("feedback_days", "soon"),
        ("check_back_days", "7.5"),
        ("link_days", ""),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_saved(cast: Cast, name: str, value: str) -> None:
    response = signed_in(cast.mia).post("/playbook/", typed(recover_hours="6", **{name: value}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [name]
    assert overrides(cast) == {}
    assert 'name="recover_hours" value="6"' in response.content.decode(), "nothing typed is lost"


def test_several_bad_lines_are_all_named(cast: Cast) -> None:
    response = signed_in(cast.mia).post("/playbook/", typed(quickly_days="0", office_opens="23"))
    assert list(response.context["form"].errors) == ["quickly_days", "office_opens"]


def test_one_line_gets_its_default_again(cast: Cast) -> None:
    client = signed_in(cast.mia)
    client.post("/playbook/", typed(quickly_days="3", manager_confirms="no"))
    assert words(client.get("/playbook/")).count("Changed") == 2
    assert client.post("/playbook/reset/", {"name": "quickly_days"}).status_code == 302
    assert overrides(cast) == {"manager_confirms": False}
    assert client.post("/playbook/reset/", {"name": "nonsense"}).status_code == 404


@pytest.mark.parametrize("name", ["alice", "eve"])
def test_who_may_not_tune_reads(cast: Cast, name: str) -> None:
    client = signed_in(getattr(cast, name))
    assert '<input type="number"' not in client.get("/playbook/").content.decode()
    assert client.post("/playbook/", typed(quickly_days="3")).status_code == 403
    assert client.post("/playbook/reset/", {"name": "quickly_days"}).status_code == 403
    assert overrides(cast) == {}


def test_bounds_come_from_the_core() -> None:
    bounds = {entry.name: (entry.least, entry.most) for entry in entries()}
    assert bounds["quickly_days"] == (1, 20)
    assert bounds["manager_confirms"] == (None, None)
    for name, (least, most) in bounds.items():
        if least is not None:
            assert Playbook.of({name: least})
            assert Playbook.of({name: most})
