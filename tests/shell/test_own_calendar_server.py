"""A rep's calendar on a real Radicale that dies and comes back: deals follow it, and nothing is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bowout.connectors.calendar import look
from bowout.desk import own_calendar
from bowout.store.models import OwnCalendar
from tests.people import NOW, Cast
from tests.radicale import Radicale, radicale

AT = datetime(2026, 3, 9, 9, tzinfo=UTC)


def claire(cast: Cast) -> str:
    return str(cast.claire.email)


def looked(cast: Cast, now: datetime) -> OwnCalendar:
    assert own_calendar.look_next(look, lambda: now)
    return OwnCalendar.objects.get(user=cast.alice)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    with radicale(tmp_path) as found:
        yield found


def test_meetings_come_move_and_go_and_a_dead_server_loses_nothing(server: Radicale, cast: Cast) -> None:
    cast.deal.calendar.all().delete()
    own_calendar.connect(cast.alice, server.url, "alice", "secret", NOW)
    server.put("1", AT, "Site visit", claire(cast))
    server.put("2", AT + timedelta(days=1), "Dentist")
    row = looked(cast, NOW)
    assert (row.found, row.last_error) == (1, "")
    assert [(one.title, one.at) for one in cast.deal.calendar.all()] == [("Site visit", AT)]
    assert [moment.start for moment in own_calendar.busy_hours(cast.alice)] == [AT, AT + timedelta(days=1)]
    assert "Dentist" not in str(OwnCalendar.objects.values())

    server.put("1", AT + timedelta(days=2), "Site visit", claire(cast))
    server.kill()
    row = looked(cast, NOW + timedelta(minutes=10))
    assert "does not answer" in row.last_error
    assert [one.at for one in cast.deal.calendar.all()] == [AT]

    server.start()
    row = looked(cast, NOW + timedelta(minutes=30))
    assert row.last_error == ""
    assert [one.at for one in cast.deal.calendar.all()] == [AT + timedelta(days=2)]

    server.put("1", AT + timedelta(days=2), "Site visit", claire(cast), more="STATUS:CANCELLED")
    looked(cast, NOW + timedelta(minutes=60))
    assert not cast.deal.calendar.exists()

    server.put("3", AT, "Demo for the board", claire(cast))
    looked(cast, NOW + timedelta(minutes=90))
    assert cast.deal.calendar.get().kind == "demo"
    assert server.ask("DELETE", "/alice/office/3.ics", "alice")[0] == 200
    looked(cast, NOW + timedelta(minutes=120))
    assert not cast.deal.calendar.exists()
