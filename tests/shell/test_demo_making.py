"""The demo is made the same every time, at any time, and in no folder but its own."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from bowout.connectors.mail import Carrier, carrier
from bowout.demo.home import InUse, NotOurs, fresh
from bowout.demo.making import make
from bowout.store.models import Deal, Event, Outbox, StageChange, WalkAway, Words

NOW = datetime(2026, 6, 17, 13, 25, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def folder(tmp_path: Path) -> Carrier:
    return carrier("", tmp_path)


def written() -> dict[str, list[Any]]:
    """Everything that does not depend on which numbers a database gives to rows."""
    return {
        "deals": list(Deal.objects.order_by("external_id").values_list("external_id", "close_date", "status", "stage")),
        "stages": list(StageChange.objects.order_by("external_id").values_list("external_id", "at", "stage")),
        "rows": list(WalkAway.objects.order_by("pk").values_list("pk", "version", "status", "next_do", "next_due")),
        "events": list(
            Event.objects.order_by("stream", "version").values_list("stream", "version", "kind", "at", "recorded_at")
        ),
        "mail": sorted(Outbox.objects.values_list("state", "sent_at", "payload__subject", "payload__to")),
        "words": list(
            Words.objects.order_by("stream", "version", "number").values_list("stream", "version", "number", "text")
        ),
    }


def test_made_twice_for_the_same_moment_it_is_the_same(db: None, folder: Carrier) -> None:
    seen = []
    for _ in range(2):
        with transaction.atomic():
            make(NOW, folder)
            seen.append(written())
            transaction.set_rollback(True)
    assert seen[0] == seen[1]
    assert all(seen[0].values())


@pytest.mark.parametrize(
    "now",
    [
        datetime(2027, 1, 1, 0, 5, tzinfo=ZoneInfo("Pacific/Auckland")),
        datetime(2026, 2, 28, 23, 55, tzinfo=ZoneInfo("America/Los_Angeles")),
        datetime(2026, 5, 29, 12, 0, tzinfo=ZoneInfo("Asia/Riyadh")),
    ],
    ids=["on New Year's night", "on a Saturday night", "during Eid"],
)
def test_it_can_be_made_at_any_time_and_nothing_in_it_is_of_the_future(
    db: None, folder: Carrier, now: datetime
) -> None:
    make(now, folder)
    assert Event.objects.exists()
    assert not Event.objects.filter(at__gt=now).exists()
    assert not Event.objects.filter(recorded_at__gt=now).exists()
    assert not StageChange.objects.filter(at__gt=now).exists()
    assert not Outbox.objects.filter(sent_at__gt=now).exists()


def test_a_folder_that_no_demo_made_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "bowout.sqlite3"
    precious.write_text("a year of work")
    with pytest.raises(NotOurs), fresh(tmp_path):
        pytest.fail("it went on")
    with pytest.raises(NotOurs), fresh(precious):
        pytest.fail("it went on")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["a year of work"]


def test_a_demos_folder_is_emptied_at_every_start_and_links_in_it_are_not_followed(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "demo", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").touch()
    with fresh(home):
        (home / "mail").mkdir()
        (home / "mail" / "one.eml").touch()
        (home / "link").symlink_to(elsewhere)
    with fresh(home):
        assert len(list(home.iterdir())) == 1
    assert (elsewhere / "mine").exists()


def test_a_demo_that_runs_is_not_emptied_under_its_feet(tmp_path: Path) -> None:
    with fresh(tmp_path):
        (tmp_path / "bowout.sqlite3").touch()
        with pytest.raises(InUse), fresh(tmp_path):
            pytest.fail("it went on")
        assert (tmp_path / "bowout.sqlite3").exists()
