"""Who decides, who only answers the phone, and who runs a tender."""

import pytest

from bowout.core.deal import Contact, Deal
from bowout.core.playbook import Playbook
from bowout.core.setting import Setting


def setting(role: str) -> Setting:
    return Setting(Deal(name="Garonne", contacts=(Contact("c", "Claire Martin", role),)))


@pytest.mark.parametrize(
    "role",
    ["assistant", "user", "business end user", "Executive Assistant", "end-user", "End_User", "receptionist", "intern"],
)
def test_who_has_no_part_in_the_decision(role: str) -> None:
    assert setting(role).is_bystander("c")


@pytest.mark.parametrize(
    "role",
    [
        "",
        "champion",
        "economic buyer",
        "assistant dean",
        "key user",
        "power user",
        "user researcher",
        "internal audit",
        "superuser",
    ],
)
def test_who_may_well_have_a_part_in_it(role: str) -> None:
    assert not setting(role).is_bystander("c")


@pytest.mark.parametrize(
    "role",
    [
        "procurement officer",
        "Procurement",
        "head of procurement",
        "Contracting-Authority",
        "procurement manager",
        "contracting officer",
        "buyer",
    ],
)
def test_who_runs_a_tender(role: str) -> None:
    assert setting(role).is_officer("c")


@pytest.mark.parametrize("role", ["", "champion", "economic buyer", "Economic-Buyer", "CFO"])
def test_who_does_not_run_a_tender(role: str) -> None:
    assert not setting(role).is_officer("c")


def test_somebody_unknown_is_neither() -> None:
    assert not setting("assistant").is_bystander("zoe")
    assert not setting("procurement").is_officer("zoe")


def test_a_team_may_say_who_is_a_bystander() -> None:
    deal = setting("facility manager").deal
    assert Setting(deal, Playbook.of({"bystander_roles": ["Facility-Manager"]})).is_bystander("c")
    assert not Setting(deal, Playbook.of({"bystander_roles": []})).is_bystander("c")
