"""The walk-away's rows, made from its state. What pages list, sort by and count; never the source of anything."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from bowout.core.due import Step
from bowout.core.guards.rule import Test
from bowout.core.intents import GRADES
from bowout.core.standing import Standing
from bowout.core.walkaway import WalkAway as State
from bowout.store.models import Feeling, WalkAway

Row = dict[str, Any]

_SAME = ("version", "status", "unread", "call_wanted", "mangled", "bluff", "check_back_on")
_MOMENTS = ("considered_at", "told_at", "asked_at", "window_until", "ended_at", "quiet_until")
FELT = (*GRADES, "private", "at")
COLUMNS = (
    *_SAME,
    *_MOMENTS,
    "corrected",
    "overrides",
    "next_do",
    "next_by",
    "next_due",
    "next_why",
    "turns_at",
    "did_respected",
    "did_open",
    "did_consulted",
    "felt_due",
)


def row_of(
    state: State,
    steps: Sequence[Step],
    tests: Mapping[Test, Standing],
    turns_at: datetime | None = None,
    felt_due: datetime | None = None,
) -> Row:
    """The projected columns: the state in short, the first of what is next, when time alone changes it, the tests."""
    first = steps[0] if steps else None
    return {
        **{name: getattr(state, name) for name in (*_SAME, *_MOMENTS)},
        "corrected": len(state.corrected),
        "overrides": len(state.overrides),
        "next_do": first.do if first else "",
        "next_by": _hands(steps),
        "next_due": first.due if first else None,
        "next_why": first.why if first else "",
        "turns_at": turns_at,
        **{f"did_{test}": said.side or "" for test, said in tests.items()},
        "felt_due": felt_due,
    }


def _hands(steps: Sequence[Step]) -> str:
    """Roles from whom the first thing is due, e.g. ``rep manager`` when both have to confirm."""
    return " ".join(dict.fromkeys(step.by for step in steps if step.do == steps[0].do))


def save(rows: Iterable[tuple[WalkAway, Row]]) -> None:
    """Write the projected columns of existing walk-aways, in one statement."""
    written = []
    for walk_away, row in rows:
        for name, value in row.items():
            setattr(walk_away, name, value)
        written.append(walk_away)
    WalkAway.objects.bulk_create(written, update_conflicts=True, unique_fields=["id"], update_fields=list(COLUMNS))


def differs(walk_away: WalkAway, row: Row) -> dict[str, tuple[Any, Any]]:
    """Columns in which the saved row is not what the log says: name to (saved, right)."""
    pairs = {name: (getattr(walk_away, name), value) for name, value in row.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def feelings_of(state: State) -> dict[str, Row]:
    """The projected answers to how it felt, by the key of whoever gave them."""
    return {felt.by.key: {name: getattr(felt, name) for name in FELT} for felt in state.felt}


def save_feelings(answers: Mapping[UUID, Mapping[str, Row]]) -> None:
    """Write the answers of walk-aways, in one statement at most."""
    rows = [
        Feeling(walk_away_id=walk_away, contact=contact, **row)
        for walk_away, given in answers.items()
        for contact, row in given.items()
    ]
    if rows:
        unique = ["walk_away", "contact"]
        Feeling.objects.bulk_create(rows, update_conflicts=True, unique_fields=unique, update_fields=list(FELT))


def drop_feelings(walk_aways: Iterable[UUID]) -> None:
    """Take out all answers of these walk-aways, before they are written anew."""
    Feeling.objects.filter(walk_away__in=list(walk_aways)).delete()


def saved_feelings(walk_aways: Iterable[UUID]) -> dict[UUID, dict[str, Row]]:
    """The answers as they are saved, in one query."""
    found: dict[UUID, dict[str, Row]] = {walk_away: {} for walk_away in walk_aways}
    for one in Feeling.objects.filter(walk_away__in=list(found)):
        found[one.walk_away_id][one.contact] = {name: getattr(one, name) for name in FELT}
    return found
