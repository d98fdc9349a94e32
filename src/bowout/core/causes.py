"""What an intent leads to, once it may happen: intent in, events out."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards.news import announces
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def caused_by(state: WalkAway, intent: i.Intent, setting: Setting) -> tuple[e.Event, ...]:
    """The events that an accepted intent causes, without those about the guards' findings."""
    return _CAUSES[type(intent)](state, intent, setting)


Events = tuple[e.Event, ...]


def _call(state: WalkAway, intent: i.Call, setting: Setting) -> Events:
    reached = intent.outcome == "reached"
    mends = reached and setting.may_mend(intent.by) and setting.speaks_for_them(intent.contact)
    called = e.Called(
        at=intent.at,
        by=intent.by,
        contact=intent.contact,
        outcome=intent.outcome,
        mends=mends and _since_the_complaint(state, intent),
    )
    # Who mends a complaint does not raise the walk-away.
    if reached and intent.tells and state.untold and not state.mangled:
        return (called, e.Told(at=intent.at, by=intent.by, contact=intent.contact))
    return (called,)


def _message(state: WalkAway, intent: i.Message, setting: Setting) -> Events:
    # Where only the procurement officer may be addressed, and only in writing, writing is telling, and is saying sorry.
    in_writing = setting.only_in_writing and setting.is_officer(intent.contact)
    sent = e.Messaged(
        at=intent.at,
        by=intent.by,
        channel=intent.channel,
        contact=intent.contact,
        text=intent.text,
        mends=in_writing and _says_sorry(intent, setting) and _since_the_complaint(state, intent),
    )
    says_it = intent.tells or announces(intent.text)
    if in_writing and says_it and state.told_at is None and not state.mangled:
        return (sent, e.Told(at=intent.at, by=intent.by, contact=intent.contact))
    return (sent,)


def _says_sorry(intent: i.Message, setting: Setting) -> bool:
    return setting.may_mend(intent.by) and intent.channel not in i.INSTANT and bool(intent.text.strip())


def _since_the_complaint(state: WalkAway, intent: i.Intent) -> bool:
    return state.mangled and (state.complained_at is None or intent.at >= state.complained_at)


def _hold_talk(state: WalkAway, intent: i.HoldTalk, setting: Setting) -> Events:
    kinds = intent.reasons or tuple(reason.kind for reason in state.reasons)
    return (e.TalkHeld(at=intent.at, by=intent.by, reasons=kinds),)


def _ask(state: WalkAway, intent: i.AskFeedback, setting: Setting) -> Events:
    # The end is written into the event: it is a promise, and a later change of the playbook cannot move it.
    until = setting.window(intent.at, state.told_at, state.window_until)
    return (e.FeedbackAsked(at=intent.at, by=intent.by, until=until),)


def _part(state: WalkAway, intent: i.Part, setting: Setting) -> Events:
    return (
        e.Parted(
            at=intent.at,
            by=intent.by,
            thanked=intent.thanks,
            text=intent.text,
            check_back_on=_check_back_on(intent, setting),
            word=intent.word,
            documents=intent.documents,
        ),
    )


def _check_back_on(intent: i.Part, setting: Setting) -> date | None:
    if intent.never:
        return None
    later = setting.office.local(intent.at).date() + timedelta(days=setting.playbook.check_back_days)
    return intent.check_back_on or later


def _same_fields(event: type[e.Event]) -> Callable[[WalkAway, Any, Setting], Events]:
    """An event that says just what its intent says."""

    def cause(state: WalkAway, intent: i.Intent, setting: Setting) -> Events:
        return (event(**{field: getattr(intent, field) for field in event.__struct_fields__}),)

    return cause


_CAUSES: dict[type[i.Intent], Callable[[WalkAway, Any, Setting], Events]] = {
    i.Consider: _same_fields(e.Considered),
    i.Confirm: _same_fields(e.Confirmed),
    i.SendBack: _same_fields(e.SentBack),
    i.Call: _call,
    i.Message: _message,
    i.BookTalk: _same_fields(e.TalkBooked),
    i.CallOffTalk: _same_fields(e.TalkCalledOff),
    i.HoldTalk: _hold_talk,
    i.AskFeedback: _ask,
    i.GiveTime: _same_fields(e.TimeGiven),
    i.Feedback: _same_fields(e.FeedbackGiven),
    i.Acknowledge: _same_fields(e.Acknowledged),
    i.Stay: _same_fields(e.Stayed),
    i.Part: _part,
    i.NoteDocuments: _same_fields(e.DocumentsNoted),
    i.SetCheckBack: _same_fields(e.CheckBackSet),
    i.Snooze: _same_fields(e.Snoozed),
    i.TakeBack: _same_fields(e.TakenBack),
    i.CheckBack: _same_fields(e.CheckedBack),
    i.TellOutcome: _same_fields(e.OutcomeTold),
    i.InvitedBack: _same_fields(e.InvitedBack),
    i.Feel: _same_fields(e.Felt),
    i.Complain: _same_fields(e.Complained),
    i.ComeBack: _same_fields(e.CameBack),
    i.Review: lambda state, intent, setting: (),
}
