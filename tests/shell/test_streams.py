"""The log: what is added stays, and of two writers only one is right."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from bowout.core import events as e
from bowout.core.reasons import Answer, Evidence, Known, Reason
from bowout.store import streams
from bowout.store.models import Words
from tests.people import Cast
from tests.shell.made import ALICE

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 9, tzinfo=UTC)
ONE, TWO = UUID(int=1), UUID(int=2)
REASON = Reason("fit", "slow", "not well placed", "a pilot", (Evidence(date(2026, 3, 1), "note", "Claire said"),))
CONSIDERED = e.Considered(at=AT, by=ALICE, reasons=(REASON,), known=Known(players="Henri"))
CALLED = e.Called(at=AT + timedelta(hours=1), by=ALICE, contact="1", outcome="reached")
TOLD = e.Told(at=CALLED.at, by=ALICE, contact="1")


def test_what_was_added_is_read_back_in_order() -> None:
    assert streams.append(ONE, 0, [CONSIDERED], None, AT) == 1
    assert streams.append(ONE, 1, [CALLED, TOLD], None, AT) == 3
    assert streams.log(ONE) == (CONSIDERED, CALLED, TOLD)
    state = streams.load(ONE)
    assert (state.status, state.reasons, state.version) == ("told", (REASON,), 3)


def test_a_stream_without_events_is_the_empty_state() -> None:
    assert streams.load(ONE).version == 0
    assert streams.log(ONE) == ()


@pytest.mark.parametrize("stale", [0, 2])
def test_the_second_of_two_writers_gets_a_conflict_and_changes_nothing(stale: int) -> None:
    streams.append(ONE, 0, [CONSIDERED], None, AT)
    with pytest.raises(streams.Conflict):
        streams.append(ONE, stale, [e.Stayed(at=AT, by=ALICE, changed="new")], None, AT)
    assert streams.log(ONE) == (CONSIDERED,)
    assert not Words.objects.filter(text="new")


def test_who_recorded_it_and_when_stands_beside_the_event(cast: Cast) -> None:
    later = AT + timedelta(days=2)
    streams.append(ONE, 0, [CONSIDERED], cast.alice, later)
    (entry,) = streams.entries([ONE])[ONE]
    assert (entry.event.at, entry.recorded_at, entry.by_user) == (AT, later, cast.alice.pk)


def test_forgetting_words_keeps_the_ledger() -> None:
    parted = e.Parted(at=AT, by=ALICE, thanked=True, text="Thank you, Claire", check_back_on=date(2026, 7, 1))
    answered = e.FeedbackGiven(at=AT, by=ALICE, answers=(Answer("fit", "misread", "no!"),), words="Claire")
    streams.append(ONE, 0, [CONSIDERED, CALLED, TOLD, answered, parted], None, AT)
    before = streams.load(ONE)
    assert streams.forget(ONE) == 8
    after = streams.load(ONE)
    assert not Words.objects.exclude(text="")
    assert after.reasons == (Reason("fit", "", "", "", (Evidence(date(2026, 3, 1), "note", ""),)),)
    kept = ("status", "version", "told_at", "check_back_on", "thanked", "ended_at")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    assert [answer.verdict for answer in after.answers] == ["misread"]
    assert after.version == 5


def test_one_event_can_be_forgotten_alone() -> None:
    streams.append(ONE, 0, [CONSIDERED, e.Complained(at=AT, by=ALICE, text="Never again")], None, AT)
    assert streams.forget(ONE, version=2) == 1
    assert streams.log(ONE) == (CONSIDERED, e.Complained(at=AT, by=ALICE, text=""))


def test_many_logs_are_read_in_two_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    many = [UUID(int=number) for number in range(1, 31)]
    for stream in many:
        streams.append(stream, 0, [CONSIDERED, CALLED, TOLD], None, AT)
    with django_assert_num_queries(2):
        logs = streams.logs(many)
    assert set(logs.values()) == {(CONSIDERED, CALLED, TOLD)}
    assert list(logs) == many
