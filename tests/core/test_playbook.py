"""Every number that a team may tune has a default, a unit and a reason."""

import msgspec
import pytest

from bowout.core.playbook import Entry, Playbook, entries


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_a_number_says_what_it_counts_and_why_it_is_so(entry: Entry) -> None:
    assert entry.unit
    assert entry.why.endswith(".")
    assert entry.default == getattr(Playbook(), entry.name)


def test_nothing_changed_is_the_default() -> None:
    assert Playbook.of({}) == Playbook()
    assert Playbook.of({"feedback_days": 7}).feedback_days == 7


@pytest.mark.parametrize(
    "overrides",
    [
        {"feedback_day": 5},
        {"feedback_days": 0},
        {"feedback_days": 61},
        {"feedback_days": "5"},
        {"feedback_days": True},
        {"manager_confirms": 1},
        {"office_opens": 13},
        {"office_closes": 12},
        {"bystander_roles": "assistant"},
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(overrides: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        Playbook.of(overrides)


def test_only_what_was_changed_is_kept() -> None:
    assert msgspec.to_builtins(Playbook.of({"feedback_days": 7, "quickly_days": 2})) == {"feedback_days": 7}
