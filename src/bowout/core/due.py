"""What is due next, when, by whom and why (M3.7). Computed from the state; nothing sleeps until then."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bowout.core.actor import Role
from bowout.core.events import Messaged
from bowout.core.guards.readiness import missing_confirmations
from bowout.core.notice import TellBy, tell_by
from bowout.core.reasons import kinds
from bowout.core.setting import Setting
from bowout.core.walkaway import UNDER_WAY, Status, WalkAway

Do = Literal[
    "recover",
    "confirm",
    "call",
    "message",
    "book-talk",
    "hold-talk",
    "ask-feedback",
    "acknowledge",
    "stay",
    "part",
    "documents",
    "check-back",
]


NAMES: dict[Do, str] = {
    "recover": "Call and say sorry",
    "confirm": "Confirm that we are prepared to walk",
    "call": "Call them",
    "message": "Write to the procurement officer",
    "book-talk": "Book the talk about the reasons",
    "hold-talk": "Hold the talk about the reasons",
    "ask-feedback": "Ask what we got wrong",
    "acknowledge": "Read their reply and answer it",
    "stay": "Decide whether we stay",
    "part": "Thank them and part",
    "documents": "Return or delete their documents",
    "check-back": "Ask how it turned out",
}
"""What each is called, on every page and in every mail."""


class Step(Struct, frozen=True):
    """One thing to do. ``do`` is the verb of the intent that does it; ``recover`` is a call or a letter (M10)."""

    do: Do
    by: Role
    due: datetime
    why: str


_MEND = "They are angry. {} calls, listens and says sorry."
_MEND_IN_WRITING = "They are angry. {} says sorry in writing, to the procurement officer and to nobody else."
_MENDERS: dict[Role, str] = {"executive": "An executive", "manager": "A manager (the team has no executive)"}


def next_steps(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    """What is due, most pressing first; empty when nothing is left to do."""
    if state.mangled and state.complained_at is not None:
        due = setting.office.add_hours(state.complained_at, setting.playbook.recover_hours)
        why = _MEND_IN_WRITING if setting.only_in_writing else _MEND
        return (Step("recover", setting.mender, due, why.format(_MENDERS[setting.mender])),)
    if state.unread and state.replied_at is not None:
        due = setting.office.add_days(state.replied_at, setting.playbook.acknowledge_days)
        why = f"They have answered{_wish(state)}. Until it is read, nothing may be decided."
        if state.call_wanted and state.call_at and not setting.only_in_writing:
            why += f" They ask to be called: {_times(state, setting)}."
            due = min(due, *state.call_at)
        return (Step("acknowledge", "rep", due, why),)
    if state.call_asked_at is not None and not setting.only_in_writing:
        due = setting.office.add_days(state.call_asked_at, setting.playbook.acknowledge_days)
        return (_call_back(state, setting, due),)
    if state.status in UNDER_WAY and state.told_at is None and state.considered_at is not None:
        # However far it has come in the log: whoever was not told comes first.
        return _considering(state, setting)
    if state.status in {"asked", "answered"} and state.unasked and state.sharpened_at is not None:
        why = f"They have not been asked about these, as they stand now: {kinds(state.unasked)}."
        return (replace(_ask(state.sharpened_at, setting), why=why),)
    return _BY_STATUS.get(state.status, _nothing)(state, setting)


def _wish(state: WalkAway) -> str:
    if state.go_ahead:
        return ", and would have us go ahead and withdraw"
    if state.wait_until:
        return f", and ask us to wait until {state.wait_until:%-d %b %Y}: give them longer, or say why not"
    return ""


def _call_back(state: WalkAway, setting: Setting, due: datetime) -> Step:
    if state.status == "invited-back":
        return Step("call", "rep", due, "They want to talk again: call them, and listen.")
    if not state.call_at:
        return Step("call", "rep", due, "They asked to be called.")
    why = f"They asked to be called, and it suits them: {_times(state, setting)}."
    return Step("call", "rep", min(state.call_at), why)


def _times(state: WalkAway, setting: Setting) -> str:
    return "; or ".join(setting.office.say(at) for at in state.call_at)


def _nothing(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    return ()


def _considering(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    assert state.considered_at is not None
    by = tell_by(state.considered_at, setting)
    if state.sent_back and not state.rep_ready:
        # It lies with the rep again: to sharpen it, to stand by it, or to drop it.
        return (_confirm("rep", by, f"Sent back: {state.sent_back}"),)
    if missing := missing_confirmations(state, setting):
        return tuple(_confirm(role, by) for role in missing)
    if setting.only_in_writing:
        why = "No-contact period: write to the procurement officer, nobody else."
        return (Step("message", "rep", by.due, _joined(why, by)),)
    why = "Say that we are considering dropping out, and offer to explain. Only a call that reaches them tells them."
    if state.tries:
        times = f"{len(state.tries)} attempt{'s' * (len(state.tries) != 1)}"
        why = f"{times} so far, and nobody reached. {_another_way(state, setting)}"
    return (Step("call", "rep", by.due, _joined(why, by)),)


def _another_way(state: WalkAway, setting: Setting) -> str:
    """What to try once calling alone has not worked; none of it tells them by itself (M3.2)."""
    if len(state.tries) < setting.playbook.call_tries:
        return "Only a call that reaches them tells them."
    tried = {attempt.contact for attempt in state.tries}
    # Asking is enough: what it is about stays for the call.
    asked = any(isinstance(attempt, Messaged) for attempt in state.tries)
    ways = [] if asked else ["ask for a time by mail or text, and say no more"]
    others = (one for one in setting.deal.contacts if one.key not in tried and setting.speaks_for_them(one.key))
    if other := next(others, None):
        ways.append(f"call {other.name} ({other.role or 'no role known'}), who matters to the decision too")
    ways.append("call at another time of their day, or through their switchboard")
    return f"Try another way: {'; '.join(ways)}."


def _confirm(role: str, by: TellBy, sent_back: str = "") -> Step:
    why = sent_back or f"The {role} has not said yet that we are prepared to walk, and nobody is told before that."
    return Step("confirm", "rep" if role == "rep" else "manager", by.due, _joined(why, by))


def _joined(why: str, by: TellBy) -> str:
    return f"{why} {by.because}".rstrip()


def _told(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    assert state.told_at is not None
    if setting.only_in_writing:
        return (_ask(state.told_at, setting),)
    if state.talk_at is not None:
        return (Step("hold-talk", "rep", state.talk_at, "The talk about the reasons is booked for then."),)
    due = setting.office.add_days(state.talk_off_at or state.told_at, setting.playbook.book_talk_days)
    return (Step("book-talk", "rep", due, "They know that we may leave; we owe them the reasons."),)


def _explained(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    assert state.explained_at is not None
    return (_ask(state.explained_at, setting),)


def _ask(since: datetime, setting: Setting) -> Step:
    due = setting.office.add_days(since, setting.playbook.ask_days)
    return Step("ask-feedback", "rep", due, "Ask what we got wrong, and say until when nothing is decided.")


def _asked(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    assert state.window_until is not None
    why = f"Unless we hear otherwise until {setting.office.say(state.window_until)}: thank them and part."
    return (Step("part", "rep", state.window_until, why),)


def _answered(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    assert state.replied_at is not None
    until = state.window_until or setting.office.add_days(state.replied_at, setting.playbook.feedback_days)
    if state.go_ahead:
        due = min(until, setting.office.add_days(state.replied_at, setting.playbook.acknowledge_days))
        return (Step("part", "rep", due, "They would have us go ahead: thank them and part."),)
    if state.corrected:
        return (Step("stay", "rep", until, "They corrected us or can change something: decide whether we stay."),)
    if state.unanswered:
        return (Step("part", "rep", until, f"Some reasons are unanswered. {setting.office.say(until)} is the end."),)
    return (Step("part", "rep", until, "They confirmed every reason: thank them and part."),)


def _parted(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    steps = [*_documents(state, setting)]
    if state.check_back_on is not None:
        steps.append(Step("check-back", "rep", _morning(state.check_back_on, setting), _why_then(state)))
    return tuple(sorted(steps, key=lambda step: step.due))


def _documents(state: WalkAway, setting: Setting) -> tuple[Step, ...]:
    if state.documents is None or state.documents.owed_on is None:
        return ()
    what = "Give their documents back" if state.documents.fate == "returned" else "Delete their documents"
    return (Step("documents", "rep", _morning(state.documents.owed_on, setting), f"{what}: they were told the day."),)


def _why_then(state: WalkAway) -> str:
    theirs = {"day": "They named the day. ", "contract-end": "They said that their contract ends then. "}
    return f"{theirs.get(state.check_back_when or '', '')}Ask how it turned out. No pitch, no I-told-you-so."


def _morning(on: date, setting: Setting) -> datetime:
    opens = time(setting.office.opens)
    return setting.office.next_open(datetime.combine(on, opens, ZoneInfo(setting.office.zone)))


_BY_STATUS: dict[Status, Callable[[WalkAway, Setting], tuple[Step, ...]]] = {
    "considering": _considering,
    "told": _told,
    "explained": _explained,
    "asked": _asked,
    "answered": _answered,
    "parted": _parted,
    "checked-back": _documents,
}
