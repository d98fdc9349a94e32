"""When a customer who asks for a call could have one: half hours that are good on their side and free on ours."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from bowout.core.actor import Actor
from bowout.core.good_moments import Moment, good_moments
from bowout.core.hours import Office
from bowout.core.intents import Call
from bowout.desk.customer import writer_of
from bowout.desk.own_calendar import busy_hours
from bowout.desk.setting import setting_of, zone_of
from bowout.store import streams
from bowout.store.models import CustomerLink

_NOTICE = timedelta(hours=1)
"""Nobody can be ready any sooner after they have asked."""
_APART = timedelta(hours=4)
_HALF_HOUR = timedelta(minutes=30)
MANY = 6


def call_times(link: CustomerLink, now: datetime) -> tuple[datetime, ...]:
    """The next times to offer, soonest first; none where nobody of us may call."""
    deal, writer = link.walk_away.deal, writer_of(link)
    setting = setting_of(deal).at(now)
    if writer is None or setting.only_in_writing:
        return ()
    playbook = setting.playbook
    ours = Office(zone_of(writer), deal.team.country, playbook.office_opens, playbook.office_closes)
    call = Call(at=now + _NOTICE, by=Actor("rep"), contact=str(link.contact_id), outcome="reached")
    moments = good_moments(streams.load(link.walk_away_id), call, ours, setting, busy_hours(writer), many=MANY)
    return tuple(islice((at for moment in moments for at in _within(moment)), MANY))


def _within(moment: Moment) -> Iterator[datetime]:
    """Four hours apart, on the half hour."""
    at = datetime.fromtimestamp(-(-moment.start.timestamp() // 1800) * 1800, moment.start.tzinfo)
    while at + _HALF_HOUR <= moment.end:
        yield at
        at += _APART
