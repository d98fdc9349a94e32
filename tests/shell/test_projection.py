"""The rows that pages list are what the log says, whatever happened."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.due import next_steps
from bowout.core.felt_reminder import felt_reminder
from bowout.core.standing import standing
from bowout.core.walkaway import fold
from bowout.desk import acting
from bowout.desk.projecting import EPOCH, out_of_step, rebuild, turn
from bowout.desk.setting import setting_of
from bowout.store import projection, streams
from bowout.store.models import Deal, Event, Feeling, WalkAway
from tests import people
from tests.people import NOW, Cast
from tests.shell import made, steps
from tests.shell.steps import NOBODY, STREAM, do, must


def rows() -> list[dict[str, Any]]:
    return list(WalkAway.objects.order_by("pk").values())


def several(cast: Cast) -> None:
    """Walk-aways in different states."""
    asked = steps.ask(cast)
    must(do(cast.bob, steps.answer("misread", asked)))
    must(do(cast.eve, i.Complain(at=asked, by=NOBODY, text="How dare you")))
    for number, (user, deal) in enumerate(((cast.charlie, cast.elsewhere), (cast.alice, another(cast))), 100):
        must(acting.start(user, deal, steps.consider(), UUID(int=number), NOW))
    must(do(cast.alice, i.TakeBack(at=NOW, by=NOBODY, override="they called"), UUID(int=101)))


def felt(cast: Cast) -> None:
    """Parted; Claire and Henri say how it was, Henri for those who lead alone."""
    asked = steps.ask(cast)
    over = asked + timedelta(days=30)
    must(do(cast.alice, i.Part(at=over, by=NOBODY, thanks=True)))
    for contact, private in ((cast.claire, False), (cast.henri, True)):
        by = Actor("customer", str(contact.pk))
        must(acting.hear(STREAM, i.Feel(at=over, by=by, respected=4, private=private), over))


def test_how_it_felt_is_made_again_from_the_log(cast: Cast) -> None:
    felt(cast)
    before = list(Feeling.objects.order_by("contact").values(*projection.FELT, "contact"))
    assert [(row["respected"], row["consulted"], row["private"]) for row in before] == [(4, 0, False), (4, 0, True)]
    Feeling.objects.filter(contact=str(cast.claire.pk)).delete()
    Feeling.objects.update(respected=1)
    Feeling.objects.create(walk_away_id=STREAM, **before[0] | {"contact": "nobody"})
    ((_, wrong),) = out_of_step()
    assert list(wrong) == ["feelings"]
    rebuild()
    assert list(Feeling.objects.order_by("contact").values(*projection.FELT, "contact")) == before
    assert not list(out_of_step())


def test_after_an_upgrade_a_worker_makes_the_rows_of_before(cast: Cast) -> None:
    felt(cast)
    before = rows()
    Feeling.objects.all().delete()
    WalkAway.objects.update(did_respected="", did_open="", did_consulted="", felt_due=NOW, turns_at=EPOCH)
    while turn(NOW):
        pass
    assert rows() == before
    assert Feeling.objects.count() == 2
    assert not list(out_of_step())


def another(cast: Cast) -> Deal:
    return people.deal_in_paris(cast.team, cast.alice)


def test_rebuilding_from_the_log_gives_the_same_rows(cast: Cast) -> None:
    several(cast)
    before = rows()
    assert {row["status"] for row in before} == {"answered", "considering", "taken-back"}
    WalkAway.objects.update(
        status="none", version=0, next_do="", next_due=None, told_at=None, mangled=False, corrected=0, overrides=9
    )
    assert len(list(out_of_step())) == 3
    assert rebuild() == 3
    assert rows() == before
    assert not list(out_of_step())


def test_rebuilding_one_team_leaves_the_others_alone(cast: Cast) -> None:
    several(cast)
    WalkAway.objects.update(version=0)
    assert rebuild(cast.team) == 2
    assert [row.deal.team for row, _ in out_of_step()] == [cast.elsewhere.team]


def test_rebuilding_takes_the_same_queries_for_three_as_for_thirty(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 31):
        must(acting.start(cast.alice, another(cast), steps.consider(), UUID(int=number), NOW))
    with django_assert_num_queries(12):
        rebuild(cast.team)


def test_a_log_out_of_step_names_the_columns(cast: Cast) -> None:
    steps.begin(cast)
    WalkAway.objects.update(status="told")
    ((_, wrong),) = out_of_step()
    assert wrong == {"status": ("told", "considering")}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_after_any_intents_the_row_is_what_the_log_says(cast: Cast, data: st.DataObject) -> None:
    contacts = [str(contact.pk) for contact in (cast.claire, cast.henri, cast.ines)]
    team = st.sampled_from([cast.alice, cast.bob, cast.mia, cast.eve])
    with transaction.atomic():
        steps.begin(cast)
        for user, intent in data.draw(st.lists(st.tuples(team, made.intents(contacts)), max_size=12)):
            before = streams.log(STREAM)
            decision = do(user, intent)
            assert streams.log(STREAM) == (*before, *decision.events)
            _agrees(cast)
        transaction.set_rollback(True)


def _agrees(cast: Cast) -> None:
    state = fold(streams.log(STREAM))
    row = WalkAway.objects.select_related("deal").get()
    setting = setting_of(row.deal)
    tests, due = standing(state, setting), felt_reminder(state, setting)
    right = projection.row_of(state, next_steps(state, setting), tests, felt_due=due)
    assert projection.differs(row, right) == {}
    assert row.version == Event.objects.count()
