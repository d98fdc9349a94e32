"""Keeps walk-aways' rows in step with their logs and with what is known of their deals."""

from collections.abc import Iterable, Iterator

from django.db import transaction

from bowout.core.due import next_steps
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway as State
from bowout.core.walkaway import fold
from bowout.desk.setting import settings_of
from bowout.store import facts, projection, streams
from bowout.store.models import Team, WalkAway

Pair = tuple[WalkAway, projection.Row]


def project(walk_away: WalkAway, state: State, setting: Setting) -> None:
    """Save the row of one walk-away."""
    projection.save([(walk_away, projection.row_of(state, next_steps(state, setting)))])


def rebuild(team: Team | None = None, deals: Iterable[int] | None = None) -> int:
    """Make the rows of a team's walk-aways, of some deals' (by key) or of all again from the log.

    In chunks, so memory stays flat; each chunk is held against writers while it is made. Returns how many.
    """
    rows, done = facts.walk_aways(team, deals), 0
    for keys in facts.in_chunks(rows):
        with transaction.atomic():
            chunk = list(facts.locked(rows).filter(pk__in=keys))
            projection.save(_from_log(chunk))
        done += len(chunk)
    return done


def out_of_step(team: Team | None = None) -> Iterator[tuple[WalkAway, dict[str, tuple[object, object]]]]:
    """Walk-aways whose saved row is not what the log says, with the columns: (saved, right)."""
    rows = facts.walk_aways(team)
    for keys in facts.in_chunks(rows):
        for walk_away, row in _from_log(list(rows.filter(pk__in=keys))):
            if wrong := projection.differs(walk_away, row):
                yield walk_away, wrong


def _from_log(chunk: list[WalkAway]) -> Iterator[Pair]:
    logs = streams.logs(row.pk for row in chunk)
    settings = settings_of({row.deal_id: row.deal for row in chunk}.values())
    for row in chunk:
        state = fold(logs.get(row.pk, ()))
        yield row, projection.row_of(state, next_steps(state, settings[row.deal_id]))
