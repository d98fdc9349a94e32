"""``[[act]]``: what each verb says, field by field."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast, get_args

from bowout.core import intents as i
from bowout.core.actor import Actor, Role
from bowout.core.deal import Deal
from bowout.core.documents import Documents, Fate
from bowout.core.events import CallOutcome, Return, TurnedOut, Undelivered
from bowout.core.reasons import Answer, Evidence, Known, Reason, ReasonKind, Verdict
from bowout.rehearsal.problems import did_you_mean
from bowout.rehearsal.table import NEVER, Table

COMMON = ("at", "by", "do", "override", "recorded_at")
VERBS: dict[str, tuple[str, ...]] = {
    "consider": ("reasons", "known", "dropped"),
    "confirm": ("owns",),
    "send-back": ("words",),
    "call": ("contact", "outcome", "tells"),
    "message": ("channel", "contact", "text", "tells"),
    "book-talk": ("for",),
    "call-off-talk": ("text",),
    "hold-talk": ("reasons",),
    "ask-feedback": (),
    "give-time": ("until",),
    "feedback": ("answers", "words", "call_me", "go_ahead", "wait_until"),
    "acknowledge": ("text",),
    "stay": ("changed",),
    "part": ("thanks", "text", "check_back", "never", "word", "documents"),
    "note-documents": ("documents",),
    "set-check-back": ("when", "on"),
    "snooze": ("until", "why"),
    "take-back": ("words",),
    "check-back": ("outcome",),
    "tell-outcome": ("how", "words"),
    "invited-back": (),
    "feel": (*i.GRADES, "said", "private"),
    "complain": ("text",),
    "come-back": ("what",),
}
"""The fields of each verb, besides those that all have."""
_ALL_FIELDS = tuple(dict.fromkeys(field for fields in VERBS.values() for field in fields))
_CHANNELS = {"e-mail": "email", "mail": "email", "sms": "text", "text message": "text"}
_KINDS = get_args(ReasonKind)


def read_act(table: Table, deal: Deal) -> i.Intent | None:
    """What somebody means to do; None when nobody can tell what."""
    given = table.data.get("do")
    verb = given if given in tuple(VERBS) else ""
    table.name += f" ({verb})" if verb else ""
    table.only((*COMMON, *VERBS.get(verb, _ALL_FIELDS)), elsewhere=_ALL_FIELDS)
    at, by = table.moment("at"), table.choice("by", get_args(Role))
    if not verb:
        table.choice("do", tuple(VERBS))
        return None
    recorded = table.moment("recorded_at") if "recorded_at" in table.data else None
    who = {"at": at, "by": Actor(cast(Role, by)), "override": table.text("override"), "recorded_at": recorded}
    return _READ[verb](table, deal, who)


Who = dict[str, Any]
"""What all acts have."""


def _consider(table: Table, deal: Deal, who: Who) -> i.Intent:
    reasons = tuple(_reason(row, who["at"]) for row in table.tables("reasons", f"{table.name}, reason"))
    known = table.table("known")
    known.only(Known.__struct_fields__)
    lines = Known(*map(known.text, Known.__struct_fields__))
    return i.Consider(reasons=reasons, known=lines, dropped=_kinds(table, "dropped"), **who)


def _reason(row: Table, at: datetime) -> Reason:
    row.only(Reason.__struct_fields__)
    return Reason(
        kind=cast(ReasonKind, row.choice("kind", _KINDS)),
        internal=row.text("internal"),
        customer=row.text("customer"),
        stay_if=row.text("stay_if"),
        evidence=tuple(_evidence(seen) for seen in row.tables("evidence", f"{row.name}, evidence")),
    )


def _evidence(row: Table) -> Evidence:
    row.only(("at", "source", "text"))
    return Evidence(_seen_on(row), row.text("source"), row.text("text"))


def _seen_on(row: Table) -> date:
    """The day, where the customer is."""
    given = row.data.get("at")
    if given is None:
        row.lacks("at", "at = 2026-02-27")
    elif not isinstance(given, date):
        row.wrong("at", "a date or a date-time", "Write it without quotes: at = 2026-02-27")
    elif row.in_range("at", given):
        if isinstance(given, datetime):
            return (given.astimezone(row.notes.zone) if given.tzinfo else given).date()
        return given
    return NEVER.date()


def _call(table: Table, deal: Deal, who: Who) -> i.Intent:
    outcome = cast(CallOutcome, table.choice("outcome", get_args(CallOutcome)))
    return i.Call(contact=_contact(table, deal), outcome=outcome, tells=table.flag("tells", default=True), **who)


def _message(table: Table, deal: Deal, who: Who) -> i.Intent:
    channel = table.text("channel", like="email").strip().casefold()
    channel = _CHANNELS.get(channel, channel)
    to, tells = _contact(table, deal), table.flag("tells", default=True)
    return i.Message(channel=channel, contact=to, text=table.text("text"), tells=tells, **who)


def _contact(table: Table, deal: Deal) -> str:
    """The contact's key, however it is capitalised. Where no contacts are listed, anybody may be meant."""
    names = [contact.name for contact in deal.contacts]
    name = " ".join(table.text("contact", like=names[0] if names else "Claire Martin").split())
    same = [known for known in names if known.casefold() == name.casefold()]
    if not name or same:
        return same[0] if same else name
    if not names:
        table.warn("contact", f"{name} is not among the deal's contacts: there are none.", _ADD_CONTACT.format(name))
        return name
    partly = [known for known in names if name.casefold() in known.casefold().split()]
    mend = f'Did you mean "{partly[0]}"?' if len(partly) == 1 else did_you_mean(name, names)
    table.error("contact", f"{name} is not among the deal's contacts.", f"{mend} {_OR_ADD}")
    return name


_ADD_CONTACT = 'Add [[deal.contacts]] with name = "{}" and a role.'
_OR_ADD = "Or add them to [[deal.contacts]]."


def _hold_talk(table: Table, deal: Deal, who: Who) -> i.Intent:
    return i.HoldTalk(reasons=_kinds(table, "reasons"), **who)


def _kinds(table: Table, key: str) -> tuple[ReasonKind, ...]:
    given = table.data.get(key, [])
    if not isinstance(given, list):
        table.wrong(key, "a list of reasons", f'Write {key} = ["fit"]')
        return ()
    for kind in given:
        if kind not in _KINDS:
            table.error(key, f"{kind!r} in {table.name} is no reason.", did_you_mean(str(kind), list(_KINDS)))
    return tuple(cast(ReasonKind, kind) for kind in given if kind in _KINDS)


def _feedback(table: Table, deal: Deal, who: Who) -> i.Intent:
    answers = tuple(_answer(row) for row in table.tables("answers", f"{table.name}, answer"))
    return i.Feedback(
        answers=answers,
        words=table.text("words"),
        call_me=table.flag("call_me"),
        go_ahead=table.flag("go_ahead"),
        wait_until=table.day("wait_until"),
        **who,
    )


def _answer(row: Table) -> Answer:
    row.only(Answer.__struct_fields__)
    verdict = cast(Verdict, row.choice("verdict", get_args(Verdict)))
    return Answer(cast(ReasonKind, row.choice("kind", _KINDS)), verdict, row.text("words"))


def _part(table: Table, deal: Deal, who: Who) -> i.Intent:
    never, day = table.flag("never"), table.day("check_back")
    if never and day:
        table.error("never", f"{table.name} has a day to check back on, and never.", "Leave one of them out.")
    return i.Part(
        thanks=table.flag("thanks"),
        text=table.text("text"),
        check_back_on=day,
        never=never,
        word=table.text("word"),
        documents=_documents(table) if "documents" in table.data else None,
        **who,
    )


def _documents(table: Table) -> Documents:
    told = table.table("documents")
    told.only(Documents.__struct_fields__)
    return Documents(cast(Fate, told.choice("fate", get_args(Fate))), told.day("on"), told.flag("done"))


def _note_documents(table: Table, deal: Deal, who: Who) -> i.Intent:
    return i.NoteDocuments(documents=_documents(table), **who)


def _set_check_back(table: Table, deal: Deal, who: Who) -> i.Intent:
    when = cast(Return, table.choice("when", get_args(Return)))
    if when != "never" and "on" not in table.data:
        table.lacks("on", "on = 2026-09-30")
    return i.SetCheckBack(when=when, on=None if when == "never" else table.day("on"), **who)


def _outcome(table: Table, deal: Deal, who: Who) -> i.Intent:
    how = cast(TurnedOut, table.choice("how", get_args(TurnedOut)))
    return i.TellOutcome(how=how, words=table.text("words"), **who)


def _feel(table: Table, deal: Deal, who: Who) -> i.Intent:
    grades: dict[str, Any] = {name: table.number(name) for name in i.GRADES}
    return i.Feel(said=table.text("said"), private=table.flag("private"), **grades, **who)


Read = Callable[[Table, Deal, Who], i.Intent]


def _texts(intent: type[i.Intent], *fields: str) -> Read:
    """An act whose fields are all text that may be missing; then a guard says what is wrong with that."""

    def read(table: Table, deal: Deal, who: Who) -> i.Intent:
        return intent(**(who | {field: table.text(field) for field in fields}))

    return read


_READ: dict[str, Read] = {
    "consider": _consider,
    "confirm": lambda table, deal, who: i.Confirm(owns=table.flag("owns"), **who),
    "send-back": _texts(i.SendBack, "words"),
    "call": _call,
    "message": _message,
    "book-talk": lambda table, deal, who: i.BookTalk(talk_at=table.moment("for"), **who),
    "call-off-talk": _texts(i.CallOffTalk, "text"),
    "hold-talk": _hold_talk,
    "ask-feedback": _texts(i.AskFeedback),
    "give-time": lambda table, deal, who: i.GiveTime(until=table.moment("until"), **who),
    "feedback": _feedback,
    "acknowledge": _texts(i.Acknowledge, "text"),
    "stay": _texts(i.Stay, "changed"),
    "part": _part,
    "note-documents": _note_documents,
    "set-check-back": _set_check_back,
    "snooze": lambda table, deal, who: i.Snooze(until=table.moment("until"), why=table.text("why"), **who),
    "take-back": _texts(i.TakeBack, "words"),
    "check-back": _texts(i.CheckBack, "outcome"),
    "tell-outcome": _outcome,
    "invited-back": _texts(i.InvitedBack),
    "feel": _feel,
    "complain": _texts(i.Complain, "text"),
    "come-back": lambda table, deal, who: i.ComeBack(
        what=cast(Undelivered, table.choice("what", get_args(Undelivered))), **who
    ),
}
