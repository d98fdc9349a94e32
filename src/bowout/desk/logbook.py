"""A walk-away's log as people read it: who did what, when, and what the guards had said."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.actor import Actor
from bowout.core.documents import Documents
from bowout.core.reasons import Answer, Reason
from bowout.core.setting import Setting
from bowout.store.streams import Entry

_AT_ONCE = timedelta(minutes=15)
HOW: dict[e.TurnedOut, str] = {"well": "well", "not-so-well": "not so well", "undecided": "nothing decided yet"}
_CAME_BACK: dict[e.Undelivered, str] = {
    "told": "was not told: the mail came back",
    "asked": "was not asked: the mail came back",
    "other": "did not get a mail of ours: it came back",
}
_OUTCOMES = {
    "reached": "reached {} on the phone",
    "voicemail": "left {} a voicemail",
    "no-answer": "called {}: no answer",
    "wrong-person": "called {}: somebody else answered, and nothing was said",
}


class Note(Struct, frozen=True):
    """What a guard had said; ``reason`` is why it was done all the same, empty for a warning."""

    rule: str
    says: str
    reason: str = ""


class Line(Struct, frozen=True):
    """One act. ``deed`` follows the name of who did it; ``version`` is that of its last event."""

    version: int
    kind: str
    who: str
    by: Actor
    deed: str
    at: datetime
    recorded_at: datetime
    words: str = ""
    reasons: tuple[Reason, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def recorded_later(self) -> bool:
        """True when it was written down some time after it had happened."""
        return self.recorded_at - self.at > _AT_ONCE

    @property
    def overridden(self) -> bool:
        """True when a guard had blocked it."""
        return any(note.reason for note in self.notes)


class Names(Struct, frozen=True):
    """Names by key of users, and of contacts also when they have left the deal."""

    users: dict[int, str]
    contacts: dict[str, str]

    def contact(self, key: str) -> str:
        """A contact in a sentence."""
        return self.contacts.get(key) or "somebody"

    def who(self, entry: Entry) -> str:
        """Who did it."""
        if entry.event.by.role == "customer":
            return self.contacts.get(entry.event.by.key) or "The customer"
        return self.users.get(entry.by_user or 0) or f"The {entry.event.by.role}"


def lines(entries: Iterable[Entry], names: Names, setting: Setting) -> list[Line]:
    """The acts, oldest first. Notes stand before what they are about; a telling belongs to its call."""
    told: list[Line] = []
    notes: list[Note] = []
    for entry in entries:
        event = entry.event
        if isinstance(event, e.Warned | e.Overridden):
            notes.append(Note(event.rule, event.says, getattr(event, "reason", "")))
        elif isinstance(event, e.Told) and told and told[-1].at == event.at:
            told[-1] = _and_told(told[-1], entry)
        else:
            told.append(_line(entry, names, setting, tuple(notes), first=not told))
            notes = []
    return told


def _and_told(line: Line, entry: Entry) -> Line:
    return replace(line, version=entry.version, deed=f"{line.deed}, and said that we are considering dropping out")


def _line(entry: Entry, names: Names, setting: Setting, notes: tuple[Note, ...], first: bool) -> Line:
    event = entry.event
    deed = _DEEDS[type(event)](event, names, setting)
    return Line(
        version=entry.version,
        kind=event.kind,
        who=names.who(entry),
        by=event.by,
        deed="recorded a doubt" if first and isinstance(event, e.Considered) else deed,
        at=event.at,
        recorded_at=entry.recorded_at,
        words=_words(event),
        reasons=event.reasons if isinstance(event, e.Considered) else (),
        answers=event.answers if isinstance(event, e.FeedbackGiven) else (),
        notes=notes,
    )


def _words(event: e.Event) -> str:
    fields = (getattr(event, name, "") for name in ("text", "words", "changed", "outcome", "why"))
    return "" if isinstance(event, e.Called) else next((field for field in fields if field), "")


def _answered(event: e.FeedbackGiven, names: Names, setting: Setting) -> str:
    deed = "answered" if event.by.role == "customer" else "took their answer down"
    wishes = ["for a call"] if event.call_me else []
    wishes += ["us to go ahead and withdraw"] if event.go_ahead else []
    wishes += [f"us to wait until {event.wait_until:%-d %b %Y}"] if event.wait_until else []
    return f"{deed}, and they ask {' and '.join(wishes)}" if wishes else deed


def _parted(event: e.Parted, names: Names, setting: Setting) -> str:
    deed = "thanked them and parted" if event.thanked else "parted without thanks"
    return f"{deed}; check-back on {event.check_back_on:%-d %b %Y}" if event.check_back_on else f"{deed}; no check-back"


def _documents(documents: Documents) -> str:
    deed = {"returned": "gave their documents back", "deleted": "deleted their documents"}.get(documents.fate, "")
    day = f"{documents.on:%-d %b %Y}" if documents.on else ""
    if documents.fate == "kept":
        return f"noted that we keep their documents by law{' until ' + day if day else ''}"
    if documents.done:
        return f"{deed}{' on ' + day if day else ''}"
    promised = {"returned": "give their documents back", "deleted": "delete their documents"}[documents.fate]
    return f"promised to {promised}{' by ' + day if day else ''}"


def _check_back(event: e.CheckBackSet, names: Names, setting: Setting) -> str:
    verb = "asked us" if event.by.role == "customer" else "took down that they want us"
    if event.on is None:
        return f"{verb} not to come back"
    why = ", when a contract of theirs ends" if event.when == "contract-end" else ""
    return f"{verb} to come back on {event.on:%-d %b %Y}{why}"


def _theirs(ours: str, theirs: str) -> Callable[[Any, Names, Setting], str]:
    return lambda event, names, setting: theirs if event.by.role == "customer" else ours


def _always(deed: str) -> Callable[[Any, Names, Setting], str]:
    return lambda event, names, setting: deed


_DEEDS: dict[type[e.Event], Callable[[Any, Names, Setting], str]] = {
    e.Considered: lambda event, names, setting: (
        f"dropped {', '.join(event.dropped)}" if event.dropped and not event.reasons else "sharpened the reasons"
    ),
    e.Confirmed: _always("confirmed that we are prepared to walk"),
    e.SentBack: _always("sent it back"),
    e.Called: lambda event, names, setting: _OUTCOMES[event.outcome].format(names.contact(event.contact)),
    e.Messaged: lambda event, names, setting: f"wrote to {names.contact(event.contact)} ({event.channel})",
    e.Told: lambda event, names, setting: f"told {names.contact(event.contact)} that we may drop out",
    e.TalkBooked: lambda event, names, setting: f"agreed on a talk: {setting.office.say(event.talk_at)}",
    e.TalkCalledOff: _always("called the talk off"),
    e.TalkHeld: lambda event, names, setting: f"talked the reasons through: {', '.join(event.reasons) or 'none'}",
    e.FeedbackAsked: lambda event, names, setting: f"asked for their view, until {setting.office.say(event.until)}",
    e.TimeGiven: lambda event, names, setting: (
        f"{'is away' if event.by.role == 'customer' else 'gave them longer'}: until {setting.office.say(event.until)}"
    ),
    e.FeedbackGiven: _answered,
    e.Acknowledged: _always("acknowledged their answer"),
    e.Stayed: _always("decided that we stay"),
    e.Parted: _parted,
    e.DocumentsNoted: lambda event, names, setting: _documents(event.documents),
    e.CheckBackSet: _check_back,
    e.Snoozed: lambda event, names, setting: f"put the reminders off to {setting.office.say(event.until)}",
    e.TakenBack: _always("took the walk-away back"),
    e.CheckedBack: lambda event, names, setting: "checked back" if event.outcome else "asked how it turned out",
    e.OutcomeTold: lambda event, names, setting: f"said how it turned out: {HOW[event.how]}",
    e.InvitedBack: _theirs("recorded that they invited us back", "invited us back"),
    # What they said stands beside the three tests, for those who may read it.
    e.Felt: _always("said how it felt"),
    e.CameBack: lambda event, names, setting: _CAME_BACK[event.what],
    e.Complained: _theirs("recorded their complaint", "complained"),
}
