"""The steps of a walk-away as the pages offer them: one line each, with its form and its words."""

from typing import Any

from msgspec import Struct

from bowout.core import intents as i
from bowout.desk.walking import Walk
from bowout.web.forms.steps import asking, ending, preparing, talking, telling
from bowout.web.forms.steps.base import StepForm


class Act(Struct, frozen=True, kw_only=True):
    """One step: how it is named before, on its button, while it is judged, and once it is done."""

    slug: str
    intent: type[i.Intent]
    form: type[StepForm]
    title: str
    lead: str
    button: str
    if_now: str
    done: str
    sending: str = ""
    """On the button while a mail goes out from here, where that is another thing than logging it."""
    tips: tuple[str, ...] = ()
    """What a good one has."""


ACTS: dict[str, Act] = {
    act.slug: act
    for act in (
        Act(
            slug="confirm",
            intent=i.Confirm,
            form=preparing.ConfirmForm,
            title="Are we prepared to walk?",
            lead="Confirm only what you would stand by if they said: then go. Nobody is told before rep and manager "
            "have confirmed.",
            button="Yes, we are prepared to walk",
            if_now="If you confirm now",
            done="Confirmed.",
        ),
        Act(
            slug="send-back",
            intent=i.SendBack,
            form=preparing.SendBackForm,
            title="Send it back with a word",
            lead="Say what you would need to see before you can stand by it.",
            button="Send it back",
            if_now="If you send it back now",
            done="Sent back, with your word.",
        ),
        Act(
            slug="call",
            intent=i.Call,
            form=telling.CallForm,
            title="Call them",
            lead="Say that we are considering dropping out, and offer to explain. Then log how it went.",
            button="Log the call",
            if_now="If you call now and reach them",
            done="The call is in the log.",
            tips=(
                "Say “considering”. Nothing is decided, and that is true.",
                "Ask for half an hour to go through the reasons.",
                "A voicemail asks for a call back and says no more.",
            ),
        ),
        Act(
            slug="message",
            intent=i.Message,
            form=telling.MessageForm,
            title="Write to them",
            lead="Where calling is allowed, a message before the call asks for the call and says no more.",
            button="Log the message",
            sending="Send it",
            if_now="If you write this now",
            done="The message is in the log.",
            tips=(
                "It asks for ten minutes on the phone, and for their view.",
                "It neither says that we may leave, nor why: that is for the phone.",
            ),
        ),
        Act(
            slug="book-talk",
            intent=i.BookTalk,
            form=talking.BookTalkForm,
            title="Book the talk about the reasons",
            lead="They know that we may leave, so we owe them the reasons. Half an hour, soon.",
            button="Log the appointment",
            if_now="If the talk is at that time",
            done="The talk is booked.",
            tips=(
                "An agenda with the reasons lets them ask the colleagues who know better than we do.",
                "Say that nothing is decided before they were heard.",
            ),
        ),
        Act(
            slug="hold-talk",
            intent=i.HoldTalk,
            form=talking.HoldTalkForm,
            title="Hold the talk about the reasons",
            lead="Go through the reasons one by one, and ask after each whether it is right.",
            button="Log the talk",
            if_now="If you hold the talk now",
            done="The talk is in the log.",
            tips=(
                "One reason at a time, in the words that were written for them.",
                "After each: is it right, have we misread it, can you change it?",
            ),
        ),
        Act(
            slug="ask-feedback",
            intent=i.AskFeedback,
            form=asking.AskFeedbackForm,
            title="Ask what we got wrong",
            lead="They get a page with the reasons, and time to answer each. Nothing is decided before it ends.",
            button="Ask them",
            if_now="If you ask now",
            done="Asked. It is their turn now.",
            tips=(
                "Each reason in plain words, with what would make us stay.",
                "The day until which nothing is decided. It is a promise.",
                "A word is enough if they need longer.",
            ),
        ),
        Act(
            slug="feedback",
            intent=i.Feedback,
            form=asking.FeedbackForm,
            title="Take their answer down",
            lead="What they told you by phone or mail, reason by reason. What they write on their page arrives by "
            "itself.",
            button="Log their answer",
            if_now="If you log this now",
            done="Their answer is in the log.",
        ),
        Act(
            slug="acknowledge",
            intent=i.Acknowledge,
            form=asking.AcknowledgeForm,
            title="Read their answer, and tell them so",
            lead="Until it is read, nothing may be decided. No verdict yet: only that you have understood.",
            button="Acknowledge it",
            if_now="If you acknowledge it now",
            done="They know that it was read.",
            tips=("Their own words, given back.", "Thanks for every correction.", "When they hear what we make of it."),
        ),
        Act(
            slug="stay",
            intent=i.Stay,
            form=ending.StayForm,
            title="Stay in the deal",
            lead="Because they corrected us or changed something. That is what asking is for.",
            button="We stay",
            if_now="If you stay now",
            done="We stay. Good that you asked.",
        ),
        Act(
            slug="part",
            intent=i.Part,
            form=ending.PartForm,
            title="Thank them and part",
            lead="Thanks, no blame, no pitch. If you know an approach or another kind of vendor that suits them "
            "better, tell them: it is the most useful thing you can leave behind.",
            button="Thank them and part",
            if_now="If you part now",
            done="Parted, and the door is open.",
            tips=(
                "Thanks for their time and for what they told you.",
                "No blame and no pitch.",
                "The door is open, and you say when you will ask how it turned out.",
            ),
        ),
        Act(
            slug="take-back",
            intent=i.TakeBack,
            form=preparing.TakeBackForm,
            title="Take it back",
            lead="Before anybody was told, that is nothing but a second thought. Afterwards they must have changed "
            "something, or it was a bluff.",
            button="Take it back",
            if_now="If you take it back now",
            done="Taken back.",
        ),
        Act(
            slug="check-back",
            intent=i.CheckBack,
            form=ending.CheckBackForm,
            title="Ask how it turned out",
            lead="No pitch, no I-told-you-so. Ask, listen, and write down what they say.",
            button="Log how it turned out",
            if_now="If you log this now",
            done="The check-back is in the log.",
        ),
        Act(
            slug="invited-back",
            intent=i.InvitedBack,
            form=ending.InvitedBackForm,
            title="They invite us back",
            lead="They want us in again. The deal is open from here on.",
            button="Log the invitation",
            if_now="If you log this now",
            done="Invited back. Well walked.",
        ),
        Act(
            slug="complain",
            intent=i.Complain,
            form=ending.ComplainForm,
            title="They complain",
            lead="They are angry about how we did this. Everything else stops until an executive has spoken to them.",
            button="Log the complaint",
            if_now="If you log this now",
            done="The complaint is in the log. An executive takes it from here.",
        ),
    )
}


def possible(walk: Walk) -> list[Act]:
    """Acts that no guard refuses outright, in their order."""
    return [act for act in ACTS.values() if not _refused(walk, act.intent)]


def _refused(walk: Walk, intent: type[i.Intent]) -> bool:
    """True when no reason could make it right, whatever else is filled in."""
    anything: dict[str, Any] = {
        "contact": "",
        "outcome": "no-answer",
        "channel": "email",
        "talk_at": walk.now,
        "words": "…",
        "changed": "…",
        "thanks": True,
    }
    given = {name: value for name, value in anything.items() if name in intent.__struct_fields__}
    findings = walk.judge(intent(at=walk.now, by=walk.actor, **given))
    return any(finding.severity == "block" and not finding.overridable for finding in findings)
