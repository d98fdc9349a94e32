"""Teams, who joins them, and the numbers they play by."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import msgspec
import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from bowout.desk import team
from bowout.desk.projecting import out_of_step
from bowout.desk.setting import setting_of
from bowout.store import access
from bowout.store.models import Team, User, WalkAway
from tests.people import PASSWORD, Cast
from tests.shell import steps


def founder(number: int = 0) -> User:
    return User(email=f"Ada{number}@Example.com", name="Ada", role="manager", zone="Europe/Berlin")


@pytest.mark.django_db
def test_the_first_run_makes_the_team_and_its_owner() -> None:
    team.found_team(Team(name="North", zone="Europe/Berlin", country="DE"), founder(), PASSWORD)
    ada = authenticate(username="ADA0@example.COM", password=PASSWORD)
    assert isinstance(ada, User)
    assert access.may_tune(ada)
    assert authenticate(username="ada0@example.com", password="guess") is None


def test_there_is_no_second_first_run(cast: Cast) -> None:
    with pytest.raises(team.AlreadyFounded):
        team.found_team(Team(name="Again"), founder(), PASSWORD)
    assert not Team.objects.filter(name="Again").exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_first_runs_at_once_one_wins() -> None:
    start = Barrier(2)

    def run(number: int) -> bool:
        start.wait()
        try:
            team.found_team(Team(name=f"Team {number}", zone="UTC"), founder(number), PASSWORD)
        except team.AlreadyFounded:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(run, range(2))) == [False, True]
    assert (Team.objects.count(), User.objects.count()) == (1, 1)


def test_an_address_is_one_persons_whatever_its_case(cast: Cast) -> None:
    with pytest.raises(team.AddressTaken):
        team.add_member(cast.mia, User(email=" ALICE@north.Example", name="Other"), PASSWORD)
    assert User.objects.filter(name="Other").count() == 0


def test_no_row_escapes_the_rule_about_addresses(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=cast.bob.pk).update(email="ALICE@north.example")


def test_a_member_joins_the_team_of_the_one_who_added_them(cast: Cast) -> None:
    newcomer = User(email="nia@north.example", name="Nia", role="rep", team=cast.charlie.team)
    team.add_member(cast.mia, newcomer)
    assert access.members_of(cast.alice).filter(name="Nia").exists()
    assert not newcomer.has_usable_password()


def test_reps_neither_add_members_nor_tune(cast: Cast) -> None:
    for attempt in (
        lambda: team.add_member(cast.alice, founder()),
        lambda: team.tune(cast.alice, {"quickly_days": 3}),
        lambda: team.change_team(cast.alice, "Mine", "UTC", ""),
    ):
        with pytest.raises(PermissionDenied):
            attempt()


def test_tuning_moves_what_is_due_and_reaches_the_guards(cast: Cast) -> None:
    # Nothing in their calendar makes it due any earlier than the playbook does.
    cast.deal.calendar.all().delete()
    steps.begin(cast)
    before = WalkAway.objects.get().next_due
    team.tune(cast.rita, {"quickly_days": 4, "feedback_days": 5})
    after = WalkAway.objects.get().next_due
    assert before
    assert after
    assert (after.date() - before.date()).days == 4, "two working days, and a weekend between"
    assert setting_of(access.deals_of(cast.alice).get()).playbook.quickly_days == 4
    cast.team.refresh_from_db()
    assert cast.team.playbook == {"quickly_days": 4}, "a number that is the default is not kept"
    assert not list(out_of_step())


@pytest.mark.parametrize("bad", [{"quickly_days": 0}, {"quickly_day": 3}, {"feedback_days": "five"}])
def test_a_playbook_that_makes_no_sense_is_refused(cast: Cast, bad: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        team.tune(cast.mia, bad)
    cast.team.refresh_from_db()
    assert cast.team.playbook == {}


def test_a_team_is_somewhere(cast: Cast) -> None:
    with pytest.raises(ValidationError):
        team.change_team(cast.mia, "North", "Berlin", "DE")
    team.change_team(cast.mia, "North", "Europe/Vienna", "AT")
    cast.team.refresh_from_db()
    assert (cast.team.zone, cast.team.country) == ("Europe/Vienna", "AT")
