"""Everything that the core can say has a name on the pages."""

from typing import get_args

from bowout.core.deal import EntryKind, Regime
from bowout.core.due import Do
from bowout.core.walkaway import Status
from bowout.desk import urgency
from bowout.finding import GRAVITY
from bowout.store.models import Deal, Outbox, User
from bowout.web import labels
from bowout.web.templatetags.names import severity_word


def test_every_step_and_state_has_a_name() -> None:
    assert labels.DO.keys() >= set(get_args(Do))
    assert labels.STATUS.keys() == set(get_args(Status)) - {"none"}
    assert labels.KIND.keys() == set(get_args(EntryKind))
    assert labels.REGIME.keys() == set(get_args(Regime))
    assert labels.DEAL.keys() == set(Deal.Status.values)
    assert labels.MAIL.keys() == set(Outbox.State.values)
    assert labels.ROLE.keys() == set(User.Role.values)


def test_a_severity_is_never_told_by_colour_alone() -> None:
    assert len({severity_word(severity) for severity in GRAVITY}) == 3


def test_every_step_has_its_group_on_today() -> None:
    assert urgency.GROUP_OF.keys() == set(get_args(Do))
    assert labels.GROUP.keys() == set(urgency.GROUPS)
