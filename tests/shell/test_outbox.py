"""Nothing is lost, and nothing goes out twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection, transaction

from bowout.store import outbox
from bowout.store.models import Outbox, WalkAway
from bowout.store.outbox import ATTEMPTS, LEASE, LeaseLost, Parcel
from tests import people
from tests.people import Cast

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def walk_away(cast: Cast) -> WalkAway:
    return WalkAway.objects.create(pk=UUID(int=1), deal=cast.deal, version=0, status="considering")


@pytest.fixture
def row(walk_away: WalkAway) -> Outbox:
    post(walk_away, "thanks")
    return Outbox.objects.get()


def post(walk_away: WalkAway, *keys: str, at: datetime = NOW) -> None:
    outbox.put(walk_away, [Parcel("mail", key, {"to": "claire"}, at) for key in keys])


def state(row: Outbox) -> str:
    return Outbox.objects.get(pk=row.pk).state


def test_it_is_claimed_once_and_sent(row: Outbox) -> None:
    claimed = outbox.claim(NOW, "a")
    assert claimed == row
    assert outbox.claim(NOW, "b") is None
    outbox.hand_over(claimed, "a", NOW)
    outbox.done(claimed, "a", NOW)
    assert state(row) == "sent"
    assert outbox.claim(NOW + timedelta(days=9), "c") is None


def test_the_same_key_is_sent_once_however_often_it_is_put(walk_away: WalkAway) -> None:
    post(walk_away, "thanks", "thanks")
    post(walk_away, "thanks")
    assert Outbox.objects.count() == 1


def test_nothing_goes_out_before_its_time(walk_away: WalkAway) -> None:
    post(walk_away, "later", at=NOW + SECOND)
    assert outbox.claim(NOW, "a") is None
    assert outbox.claim(NOW + SECOND, "a") is not None


def test_the_one_that_waited_longest_comes_first(walk_away: WalkAway) -> None:
    post(walk_away, "young")
    post(walk_away, "old", at=NOW - SECOND)
    claimed = [outbox.claim(NOW, token) for token in "ab"]
    assert [row.key for row in claimed if row] == ["old", "young"]


def test_a_worker_claims_only_what_it_can_send(row: Outbox) -> None:
    assert outbox.claim(NOW, "a", ["webhook"]) is None
    assert outbox.claim(NOW, "a", ["mail"]) == row


def test_a_row_that_falls_back_into_an_undone_transaction_is_not_there(walk_away: WalkAway) -> None:
    with transaction.atomic():
        post(walk_away, "never")
        transaction.set_rollback(True)
    assert not Outbox.objects.exists()


def test_what_a_killed_worker_held_is_taken_again(row: Outbox) -> None:
    outbox.claim(NOW, "killed")
    assert outbox.sweep(NOW + LEASE - SECOND) == 0
    assert outbox.sweep(NOW + LEASE) == 1
    assert outbox.claim(NOW + LEASE, "next") == row


def test_a_worker_that_lost_its_lease_must_not_send(row: Outbox) -> None:
    outbox.claim(NOW, "slow")
    with pytest.raises(LeaseLost):
        outbox.hand_over(row, "slow", NOW + LEASE)
    outbox.sweep(NOW + LEASE)
    outbox.claim(NOW + LEASE, "next")
    for late in (outbox.hand_over, outbox.done):
        with pytest.raises(LeaseLost):
            late(row, "slow", NOW + LEASE)


def test_what_was_being_handed_over_is_in_doubt_and_never_sent_again_by_itself(row: Outbox) -> None:
    outbox.claim(NOW, "killed")
    outbox.hand_over(row, "killed", NOW)
    later = NOW + timedelta(days=30)
    assert outbox.sweep(later) == 1
    assert state(row) == "in-doubt"
    assert outbox.sweep(later) == 0
    assert outbox.claim(later, "next") is None


def test_a_slow_answer_still_settles_what_is_in_doubt(row: Outbox) -> None:
    outbox.claim(NOW, "slow")
    outbox.hand_over(row, "slow", NOW)
    outbox.sweep(NOW + LEASE)
    outbox.done(row, "slow", NOW + LEASE)
    assert state(row) == "sent"


def test_a_lost_connection_while_handing_over_is_in_doubt_at_once(row: Outbox) -> None:
    outbox.claim(NOW, "a")
    with pytest.raises(LeaseLost):
        outbox.doubt(row, "a", "not handed over yet")
    outbox.hand_over(row, "a", NOW)
    outbox.doubt(row, "a", "the line went dead")
    assert state(row) == "in-doubt"


def test_a_failure_waits_longer_each_time_and_gives_up_where_people_see_it(row: Outbox) -> None:
    now, waits = NOW, []
    while (claimed := outbox.claim(now, f"{now}")) is not None:
        outbox.failed(claimed, f"{now}", now, "greylisted")
        again = Outbox.objects.get(pk=row.pk)
        waits.append(again.not_before - now)
        now = max(now, again.not_before)
    assert state(row) == "failed"
    assert len(waits) == ATTEMPTS
    assert waits[0] == timedelta(minutes=1)
    assert waits[:-1] == sorted(waits[:-1])
    assert Outbox.objects.get().last_error == "greylisted"


def test_an_address_that_will_never_work_is_not_tried_again(row: Outbox) -> None:
    claimed = outbox.claim(NOW, "a")
    assert claimed
    outbox.failed(claimed, "a", NOW, "no such mailbox", final=True)
    assert state(row) == "failed"


def test_a_row_that_kills_every_worker_is_given_up(row: Outbox) -> None:
    now = NOW
    for _ in range(ATTEMPTS):
        assert outbox.claim(now, f"{now}")
        now += LEASE
        outbox.sweep(now)
    assert state(row) == "failed"


def test_a_worker_that_shuts_down_gives_back_what_it_did_not_try(row: Outbox) -> None:
    outbox.claim(NOW, "a")
    outbox.release(row, "a")
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("waiting", 0)


def test_people_decide_what_becomes_of_a_row_in_doubt(row: Outbox) -> None:
    assert outbox.send_again(Outbox.objects.all(), NOW) == 0
    outbox.claim(NOW, "a")
    outbox.hand_over(row, "a", NOW)
    outbox.doubt(row, "a", "?")
    assert outbox.send_again(Outbox.objects.all(), NOW) == 1
    with pytest.raises(LeaseLost):
        outbox.done(row, "a", NOW)
    assert outbox.claim(NOW, "b") == row
    outbox.hand_over(row, "b", NOW)
    outbox.doubt(row, "b", "?")
    assert outbox.settle(Outbox.objects.all(), NOW) == 1
    assert state(row) == "sent"


@pytest.mark.django_db(transaction=True)
def test_of_workers_that_race_each_row_goes_to_one() -> None:
    walk_away = WalkAway.objects.create(pk=UUID(int=1), deal=people.cast().deal, version=0, status="considering")
    keys = {f"parcel-{number}" for number in range(40)}
    post(walk_away, *keys)
    workers = 4
    start = Barrier(workers)

    def work(worker: int) -> list[str]:
        taken: list[str] = []
        start.wait()
        try:
            while row := outbox.claim(NOW, f"{worker}-{len(taken)}"):
                outbox.hand_over(row, f"{worker}-{len(taken)}", NOW)
                outbox.done(row, f"{worker}-{len(taken)}", NOW)
                taken.append(row.key)
        finally:
            connection.close()
        return taken

    with ThreadPoolExecutor(workers) as pool:
        shares = list(pool.map(work, range(workers)))
    everything = [key for share in shares for key in share]
    assert sorted(everything) == sorted(keys)
    assert set(Outbox.objects.values_list("state", "attempts")) == {("sent", 1)}
