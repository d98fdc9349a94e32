"""An act in a sentence, for people."""

from collections.abc import Callable
from typing import Any

from bowout.core import intents as i
from bowout.core.hours import Office
from bowout.core.reasons import kinds

Say = Callable[[Any, Office], str]
_OUTCOMES = {
    "reached": "and reaches them",
    "voicemail": "and leaves a voicemail",
    "no-answer": "and gets no answer",
    "wrong-person": "and reaches somebody else",
}
_VERDICTS = {"right": "we are right", "misread": "we have misread them", "can-change": "they can change that"}


def sentence(intent: i.Intent, office: Office) -> str:
    """``The rep phones Claire Martin and reaches them.``"""
    return f"The {intent.by.role} {_SAY[type(intent)](intent, office)}"


_HOW = {"well": "well", "not-so-well": "not so well", "undecided": "nothing is decided yet"}


def _consider(intent: i.Consider, office: Office) -> str:
    dropped = f"; drops {', '.join(intent.dropped)}" if intent.dropped else ""
    return f"records a doubt: {kinds(intent.reasons)}{dropped}." if intent.reasons else f"records a doubt{dropped}."


def _call(intent: i.Call, office: Office) -> str:
    only = "" if intent.tells else ", and says nothing of it yet"
    return f"phones {intent.contact} {_OUTCOMES[intent.outcome]}{only}."


def _feedback(intent: i.Feedback, office: Office) -> str:
    said = [f"on {answer.kind}, {_VERDICTS[answer.verdict]}{_quote(answer.words)}" for answer in intent.answers]
    said += [f"in their words{_quote(intent.words)}"] if intent.words else []
    said += ["please call me"] if intent.call_me else []
    said += ["go ahead and withdraw"] if intent.go_ahead else []
    said += [f"please wait until {intent.wait_until:%-d %b %Y}"] if intent.wait_until else []
    verb = "answers" if intent.by.role == "customer" else "takes the customer's answer down"
    return f"{verb}: {'; '.join(said)}." if said else f"{verb}."


def _part(intent: i.Part, office: Office) -> str:
    how = "thanks them and parts" if intent.thanks else "parts without thanks"
    return f"{how}{_quote(intent.text)}."


def _quote(text: str) -> str:
    return f" (“{' '.join(text.split())}”)" if text.strip() else ""


def _plainly(words: str, field: str = "") -> Say:
    return lambda intent, office: f"{words}{_quote(getattr(intent, field)) if field else ''}."


_SAY: dict[type[i.Intent], Say] = {
    i.Consider: _consider,
    i.Confirm: _plainly("confirms: we are prepared to walk"),
    i.SendBack: _plainly("sends it back", "words"),
    i.Call: _call,
    i.Message: lambda intent, office: f"writes to {intent.contact} by {intent.channel}{_quote(intent.text)}.",
    i.BookTalk: lambda intent, office: f"books the talk about the reasons for {office.say(intent.talk_at)}.",
    i.CallOffTalk: _plainly("calls the talk off", "text"),
    i.HoldTalk: lambda intent, office: f"talks the reasons through: {', '.join(intent.reasons) or 'all of them'}.",
    i.AskFeedback: _plainly("asks what we got wrong"),
    i.GiveTime: lambda intent, office: f"leaves them time until {office.say(intent.until)}.",
    i.Feedback: _feedback,
    i.Acknowledge: _plainly("tells them that their answer was read", "text"),
    i.Stay: _plainly("decides that we stay", "changed"),
    i.Part: _part,
    i.NoteDocuments: lambda intent, office: f"says what becomes of their documents: {intent.documents.fate}.",
    i.SetCheckBack: lambda intent, office: (
        f"says when to come back: {intent.when}{f', {intent.on:%-d %b %Y}' if intent.on else ''}."
    ),
    i.Snooze: lambda intent, office: f"puts the reminders off to {office.say(intent.until)}{_quote(intent.why)}.",
    i.TakeBack: _plainly("takes the walk-away back", "words"),
    i.CheckBack: _plainly("checks back", "outcome"),
    i.TellOutcome: lambda intent, office: f"says how it turned out: {_HOW[intent.how]}{_quote(intent.words)}.",
    i.InvitedBack: lambda intent, office: (
        "records that the customer invites us back." if intent.by.role != "customer" else "invites us back."
    ),
    i.Feel: _plainly("says how it felt", "said"),
    i.ComeBack: lambda intent, office: f"does not get our mail, which comes back ({intent.what}).",
    i.Complain: lambda intent, office: (
        f"complains{_quote(intent.text)}."
        if intent.by.role == "customer"
        else f"records the customer's complaint{_quote(intent.text)}."
    ),
}
