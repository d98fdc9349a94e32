"""By when they must hear it: soon, and with notice before what stands in their calendar (M3.1, M6)."""

from datetime import datetime, timedelta

from msgspec import Struct

from bowout.core.deal import CalendarEntry
from bowout.core.setting import Setting

_LAST_CALL = timedelta(hours=1)
"""Of their office time: enough for a call before calls are forbidden."""


class TellBy(Struct, frozen=True):
    """The moment, and what in their calendar makes it so; ``because`` is empty where only the doubt does."""

    due: datetime
    because: str = ""


def tell_by(doubted_at: datetime, setting: Setting) -> TellBy:
    """When they must have been told, counted from the doubt."""
    office = setting.office
    quickly = office.add_days(doubted_at, setting.playbook.quickly_days)
    soonest, kept = office.next_open(doubted_at), _too_near(doubted_at, setting)
    if kept is not None:
        # As the guard says: go there, and ask for a call the day after.
        soonest = office.add_days(kept.at, 1)
    limits = [(latest, entry) for latest, entry in _limits(doubted_at, setting) if entry != kept]
    latest, entry = min(limits, key=lambda limit: limit[0], default=(quickly, None))
    words = [f"Keep {_named(kept)} on {office.say(kept.at)}, and do this afterwards."] if kept else []
    if entry is not None and latest < quickly:
        words.append(_why(entry, latest >= soonest, bool(kept), setting))
    due = min(quickly, max(soonest, latest))
    return TellBy(due, " ".join(words))


def _limits(doubted_at: datetime, setting: Setting) -> list[tuple[datetime, CalendarEntry]]:
    """The latest moments that leave notice, each with the entry before which it does."""
    office, days = setting.office, setting.playbook.eleventh_hour_days + 1
    meetings = setting.deal.ahead(doubted_at, "meeting", "demo")[:1]
    deadlines = setting.deal.ahead(doubted_at, "submission", "decision")[:1]
    before = [(office.hours_before(entry.at, setting.notice), entry) for entry in meetings]
    before += [(office.days_before(entry.at, days), entry) for entry in (*deadlines, *_last_days(doubted_at, setting))]
    # From then on nobody may be called any more.
    silent = (CalendarEntry("decision", at, "the beginning of the no-contact period") for at in _silences(setting))
    return before + [(office.hours_before(entry.at, _LAST_CALL), entry) for entry in silent if entry.at > doubted_at]


def _last_days(doubted_at: datetime, setting: Setting) -> list[CalendarEntry]:
    """The last day on which our bid may be withdrawn: they are told, asked and heard before it."""
    deal = setting.deal
    if not deal.submitted or deal.withdraw_until is None:
        return []
    ends = setting.office.bounds(deal.withdraw_until)[1]
    return [CalendarEntry("decision", ends, "the last day to withdraw our bid")] if ends > doubted_at else []


def _silences(setting: Setting) -> tuple[datetime, ...]:
    first = setting.deal.no_contact.first
    return tuple(at for at in setting.turns if at.date() == first)


def _too_near(doubted_at: datetime, setting: Setting) -> CalendarEntry | None:
    """The meeting that was too near already when the doubt came up, if there is one."""
    for entry in setting.deal.ahead(doubted_at, "meeting", "demo")[:1]:
        if setting.office.working_time(doubted_at, entry.at, enough=setting.no_notice) < setting.no_notice:
            return entry
    return None


def _why(entry: CalendarEntry, in_time: bool, after_another: bool, setting: Setting) -> str:
    name, when = _named(entry), setting.office.say(entry.at)
    if in_time:
        return f"That leaves them notice before {name} on {when}."
    soon = "then" if after_another else "now"
    return f"{name[0].upper()}{name[1:]} is on {when}, too near for proper notice: do it {soon}."


def _named(entry: CalendarEntry) -> str:
    return entry.title or f"the {entry.kind}"
