"""The way of a walk-away, stop by stop: what was done, what is next, what was left out (M3)."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from bowout.core.due import Step
from bowout.core.guards.readiness import missing_confirmations
from bowout.core.setting import Setting
from bowout.core.walkaway import LEFT, UNDER_WAY, WalkAway

Where = Literal["done", "now", "ahead", "left-out"]


class Stop(Struct, frozen=True):
    """One stop of the way. ``at`` is when it was done."""

    name: str
    where: Where
    at: datetime | None = None
    note: str = ""


_STOP_OF: dict[str, int] = {
    "confirm": 1,
    "call": 2,
    "message": 2,
    "book-talk": 3,
    "hold-talk": 3,
    "ask-feedback": 4,
    "acknowledge": 5,
    "stay": 6,
    "part": 6,
    "documents": 7,
    "check-back": 7,
}


def path(
    state: WalkAway, setting: Setting, steps: tuple[Step, ...], ready_at: datetime | None, now: datetime
) -> tuple[Stop, ...]:
    """All stops, in order. ``ready_at`` is when everybody who must had confirmed."""
    done = _done(state, setting, ready_at)
    last = max((n for n, (_, at, _) in enumerate(done) if at is not None), default=-1)
    current = _current(state, steps, now)
    return tuple(
        Stop(name, _where(n, at is not None, last, current, state), at, note) for n, (name, at, note) in enumerate(done)
    )


def _where(number: int, done: bool, last: int, current: int, state: WalkAway) -> Where:
    if number == current:
        return "now"
    if done:
        return "done"
    over = state.status not in UNDER_WAY and (number < 6 or state.status not in LEFT)
    return "left-out" if number < last or over else "ahead"


def _current(state: WalkAway, steps: tuple[Step, ...], now: datetime) -> int:
    if not steps:
        return -1
    step = steps[0]
    if step.do == "call" and state.told_at is not None:
        return 5
    if waiting(state, steps, now):
        return 5
    return _STOP_OF.get(step.do, -1)


def waiting(state: WalkAway, steps: tuple[Step, ...], now: datetime) -> bool:
    """True while it is the customer's turn: they have time to answer, and nothing is for us to do."""
    return bool(steps) and steps[0].do == "part" and bool(state.unanswered) and steps[0].due > now


def _done(state: WalkAway, setting: Setting, ready_at: datetime | None) -> list[tuple[str, datetime | None, str]]:
    # How they had to be told is a matter of the day on which they were.
    in_writing = (setting.at(state.told_at) if state.told_at else setting).only_in_writing
    return [
        ("Doubt recorded", state.considered_at, ""),
        ("Prepared to walk", ready_at, _who_is_missing(state, setting)),
        (
            "Told in writing" if in_writing else "Told by phone",
            state.told_at,
            setting.name(state.told_to) if state.told_at else "",
        ),
        ("Reasons explained", state.explained_at, "in writing, with the question" if in_writing else ""),
        ("Feedback asked", state.asked_at, ""),
        ("Answered", state.replied_at, _reply(state)),
        (_end(state), state.ended_at, ""),
        _last(state),
    ]


def _who_is_missing(state: WalkAway, setting: Setting) -> str:
    missing = missing_confirmations(state, setting)
    return f"{' and '.join(missing)} to confirm" if missing and state.status == "considering" else ""


def _reply(state: WalkAway) -> str:
    if state.unread:
        return "to be read"
    if state.call_wanted:
        return "to be called back"
    return "no answer" if state.status in LEFT else ""


def _end(state: WalkAway) -> str:
    names = {"stayed": "Stayed", "taken-back": "Taken back"}
    parted = state.status in LEFT or (state.status == "invited-back" and state.ended_at is not None)
    return names.get(state.status, "Parted" if parted else "Stayed or parted")


def _last(state: WalkAway) -> tuple[str, datetime | None, str]:
    if state.invited_at is not None:
        return ("Invited back", state.invited_at, "")
    return ("Check-back", state.checked_at, _check_back(state))


def _check_back(state: WalkAway) -> str:
    if state.status in LEFT and state.check_back_on is None:
        return "not wanted"
    return f"{state.check_back_on:%-d %b %Y}" if state.check_back_on and state.checked_at is None else ""
