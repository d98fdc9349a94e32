"""The walk-away's row, made from its state. What pages list and sort by; never the source of anything."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bowout.core.due import Step
from bowout.core.walkaway import WalkAway as State
from bowout.store.models import WalkAway

Row = dict[str, Any]

_SAME = ("version", "status", "unread", "call_wanted", "mangled", "bluff", "check_back_on")
_MOMENTS = ("considered_at", "told_at", "asked_at", "window_until", "ended_at", "quiet_until")
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
)


def row_of(state: State, steps: Sequence[Step], turns_at: datetime | None = None) -> Row:
    """The projected columns: the state in short, the first of what is next, and when time alone changes it."""
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
