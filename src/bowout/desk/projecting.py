"""Keeps walk-aways' rows in step with their logs and with what is known of their deals."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta

from django.db import transaction

from bowout.core.due import next_steps
from bowout.core.felt_reminder import felt_reminder
from bowout.core.setting import Setting
from bowout.core.standing import standing
from bowout.core.walkaway import WalkAway as State
from bowout.core.walkaway import fold
from bowout.desk.setting import settings_of
from bowout.store import facts, projection, streams
from bowout.store.models import Team, WalkAway

_CHUNK = 500
Made = tuple[WalkAway, projection.Row, State]
"""A walk-away, its row as it should be, and the state that says so."""
Moment = Callable[[WalkAway, Setting], datetime | None]
"""When a row is looked at; None: at no moment."""


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""When a row turns that was made without a look at the clock: at once."""


def project(walk_away: WalkAway, state: State, setting: Setting, now: datetime) -> None:
    """Save the row of one walk-away as it stands now."""
    _save([(walk_away, _row(state, setting, now), state)])


def turn(now: datetime) -> bool:
    """Make rows again for which the day has brought another rule, a chunk at a time; True while there may be more.

    Safe in any number of workers: a row that is made twice is the same.
    """
    due = facts.turning(now)
    # Asked first without keeping anybody from writing: nearly always nothing is due.
    if not due.exists():
        return False
    with transaction.atomic():
        chunk = list(facts.locked(due)[:_CHUNK])
        _save(_from_log(chunk, _settings(chunk), lambda _row, _setting: now))
    return bool(chunk)


def rebuild(team: Team | None = None, deals: Iterable[int] | None = None) -> int:
    """Make the rows of a team's walk-aways, of some deals' (by key) or of all again from the log.

    In chunks, so memory stays flat; each chunk is held against writers while it is made. Returns how many.
    Nobody looks at the clock: a no-contact period is taken to be on until ``turn`` has looked, a second later.
    """
    rows, done = facts.walk_aways(team, deals), 0
    for keys in facts.in_chunks(rows):
        with transaction.atomic():
            chunk = list(facts.locked(rows).filter(pk__in=keys))
            projection.drop_feelings(keys)
            _save(_from_log(chunk, _settings(chunk), lambda _row, _setting: None))
        done += len(chunk)
    return done


def out_of_step(team: Team | None = None) -> Iterator[tuple[WalkAway, dict[str, tuple[object, object]]]]:
    """Walk-aways whose saved rows are not what the log says, with the columns: (saved, right)."""
    rows = facts.walk_aways(team)
    for keys in facts.in_chunks(rows):
        chunk = list(rows.filter(pk__in=keys))
        feelings = projection.saved_feelings(keys)
        for walk_away, row, state in _from_log(chunk, _settings(chunk), _made_at):
            wrong = projection.differs(walk_away, row)
            saved, right = feelings[walk_away.pk], projection.feelings_of(state)
            if saved != right:
                wrong["feelings"] = (saved, right)
            if wrong:
                yield walk_away, wrong


def _save(made: Iterable[Made]) -> None:
    whole = list(made)
    projection.save((walk_away, row) for walk_away, row, _ in whole)
    projection.save_feelings({walk_away.pk: projection.feelings_of(state) for walk_away, _, state in whole})


def _settings(chunk: Iterable[WalkAway]) -> dict[int, Setting]:
    return settings_of({row.deal_id: row.deal for row in chunk}.values())


def _from_log(chunk: list[WalkAway], settings: dict[int, Setting], moment: Moment) -> Iterator[Made]:
    logs = streams.logs(row.pk for row in chunk)
    for row in chunk:
        setting, state = settings[row.deal_id], fold(logs.get(row.pk, ()))
        yield row, _row(state, setting, moment(row, setting)), state


def _row(state: State, setting: Setting, moment: datetime | None) -> projection.Row:
    steps = next_steps(state, setting.at(moment))
    turns_at = _turns(setting, moment) if steps else None
    return projection.row_of(state, steps, standing(state, setting), turns_at, felt_reminder(state, setting))


def _turns(setting: Setting, moment: datetime | None) -> datetime | None:
    """When the row has to be made again; None: never, for time alone changes nothing."""
    if moment is None:
        return EPOCH if setting.turns else None
    return min((at for at in setting.turns if at > moment), default=None)


def _made_at(row: WalkAway, setting: Setting) -> datetime | None:
    """A moment of the time for which the row was made: its rule held until it turns, or holds since the last turn."""
    if row.turns_at is None:
        return max(setting.turns, default=None)
    return None if row.turns_at == EPOCH else row.turns_at - timedelta(microseconds=1)
