"""The next good moments to call: on their clock, in our hours too, and never on the doorstep of a meeting."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from msgspec.structs import replace

from bowout.core.deal import Deal
from bowout.core.events import Event
from bowout.core.good_moments import good_moments
from bowout.core.guards.stories import DEAL, READY, REP, TOLD, at, with_entry
from bowout.core.hours import Office
from bowout.core.intents import Call
from bowout.core.process import judge
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

PARIS, NEW_YORK = Office("Europe/Paris", "FR"), Office("America/New_York", "US")


def said(
    now: datetime,
    ours: Office = PARIS,
    deal: Deal = DEAL,
    past: Sequence[Event] = READY,
    contact: str = "claire",
) -> list[str]:
    setting = Setting(deal)
    found = good_moments(fold(past), Call(at=now, by=REP, contact=contact, outcome="reached"), ours, setting)
    office = setting.office_of(contact)
    return [f"{office.local(one.start):%a %H:%M}-{office.local(one.end):%H:%M}" for one in found]


def test_it_works() -> None:
    assert said(at(3)) == ["Tue 10:00-12:00", "Tue 13:00-17:00", "Wed 09:00-12:00", "Wed 13:00-17:00"]


def test_a_moment_that_has_begun_goes_on_from_now() -> None:
    assert said(at(3, "10:12"))[0] == "Tue 10:12-12:00"
    assert said(at(3, "16:59"))[0] == "Tue 16:59-17:00"


def test_at_night_at_weekends_and_on_holidays_the_next_morning_comes_first() -> None:
    assert said(at(6, "20:00"))[0] == "Mon 09:00-12:00"
    assert said(at(4, "20:00", month=4))[0] == "Tue 09:00-12:00"


def test_hours_are_those_in_which_both_offices_are_open() -> None:
    assert said(at(3, "08:00"), NEW_YORK)[:2] == ["Tue 15:00-17:00", "Wed 15:00-17:00"]


def test_where_the_hours_never_meet_theirs_count() -> None:
    assert said(at(3, "08:00"), Office("Pacific/Auckland", "NZ"))[0] == "Tue 09:00-12:00"


def test_the_doorstep_of_a_meeting_and_the_meeting_itself_are_left_out() -> None:
    deal = with_entry("demo", at(4, "11:00"), "Depot demo")
    assert said(at(3, "15:00"), deal=deal) == [
        "Tue 15:00-17:00",
        "Wed 13:00-17:00",
        "Thu 09:00-12:00",
        "Thu 13:00-17:00",
    ]


def test_who_knows_already_may_be_called_late_and_before_a_meeting() -> None:
    deal = with_entry("demo", at(4, "11:00"))
    assert said(at(4, "09:00"), deal=deal, past=TOLD)[:2] == ["Wed 09:00-11:00", "Wed 13:00-18:00"]


def test_somebody_who_sits_elsewhere_is_called_on_their_own_clock() -> None:
    claire = replace(DEAL.contacts[0], zone="America/Montreal", country="CA", region="QC")
    deal = replace(DEAL, contacts=(claire, *DEAL.contacts[1:]))
    # Tuesday 24 June is Quebec's own holiday, and nobody else's.
    assert said(datetime(2026, 6, 24, 13, tzinfo=UTC), NEW_YORK, deal)[0] == "Thu 09:00-12:00"
    assert said(datetime(2026, 6, 24, 13, tzinfo=UTC), NEW_YORK, deal, contact="ines")[0] == "Wed 15:00-17:00"


@pytest.mark.parametrize("kind", ["submission", "decision"])
def test_at_the_eleventh_hour_every_hour_is_better_than_the_next(kind: str) -> None:
    assert said(at(3), deal=with_entry(kind, at(4)))[0] == "Tue 10:00-18:00"


def test_in_every_zone_through_both_changes_of_its_clock_no_guard_finds_fault_with_any_of_them() -> None:
    for zone in sorted(available_timezones()):
        deal = replace(DEAL, zone=zone, country="")
        for changes in _changes(zone):
            call = Call(at=changes - timedelta(days=2), by=REP, contact="claire", outcome="reached")
            setting = Setting(deal)
            found = good_moments(fold(READY), call, setting.office, setting)
            assert len(found) == 4, zone
            for moment in found:
                assert moment.start < moment.end <= moment.start + timedelta(hours=4), zone
                for instant in (moment.start, moment.end - timedelta(minutes=1)):
                    rules = {finding.rule for finding in judge(fold(READY), replace(call, at=instant), setting)}
                    assert not rules & {"calls-at-an-indecent-hour", "calls-at-a-poor-hour"}, (zone, instant)


def _changes(zone: str) -> list[datetime]:
    """The days of 2026 on which the zone's clocks are changed; a plain day where they never are."""
    days = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day) for day in range(365)]
    offsets = [day.astimezone(ZoneInfo(zone)).utcoffset() for day in days]
    found = [day for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]
    return found or days[60:61]
