"""They hear it: by phone, or in writing where nothing else is allowed."""

from typing import Any, cast

from django import forms

from bowout.core import intents as i
from bowout.core.events import CallOutcome
from bowout.core.walkaway import LEFT
from bowout.desk.drafts import Kind
from bowout.desk.walking import Walk
from bowout.web.forms.steps.base import StepForm
from bowout.web.forms.steps.letter import SEND, WROTE, LetterForm
from bowout.web.forms.steps.people import UNLISTED, contact_field

UNTOLD = "reached-untold"
"""Chosen for a call that reached somebody and said nothing of leaving."""
_MISSED = [("voicemail", "Voicemail"), ("no-answer", "No answer"), ("wrong-person", "Somebody else, and nothing said")]
OUTCOMES = [("reached", "I reached them"), *_MISSED]
FIRST_OUTCOMES = [
    ("reached", "I reached them and said it"),
    (UNTOLD, "I reached somebody, but have not said it yet"),
    *_MISSED,
]


class CallForm(StepForm):
    """A call, and whether it reached them."""

    rest = ("contact", "outcome")
    contact = forms.ChoiceField()
    outcome = forms.ChoiceField(
        label="How did it go?", widget=forms.RadioSelect, error_messages={"required": "Did you reach them?"}
    )

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        self.fields["contact"] = contact_field(walk, "Whom you call", unlisted=True)
        self.fields["contact"].widget.attrs["class"] = "form-select"
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)
        outcome.choices = FIRST_OUTCOMES if walk.state.untold and not walk.state.mangled else OUTCOMES

    @property
    def scripts(self) -> tuple[Kind, ...]:
        """What to say."""
        if self.walk.state.mangled:
            return ("apology",)
        if self.walk.state.told_at:
            return ("callback",) if self.walk.state.call_wanted else ()
        return ("call", "voicemail")

    def intent(self) -> i.Intent:
        """The call; before it is made, one that reaches them."""
        chosen = self.cleaned_data.get("contact", "")
        outcome = self.cleaned_data.get("outcome") or "reached"
        return i.Call(
            **self.common(),
            contact="" if chosen == UNLISTED else chosen,
            outcome=cast(CallOutcome, "reached" if outcome == UNTOLD else outcome),
            tells=outcome != UNTOLD,
        )


class MessageForm(LetterForm):
    """Something written to somebody."""

    writes = "ask-call"
    ways = ((SEND, "Send it from here by e-mail"), (WROTE, "I sent it myself"))
    channel = forms.ChoiceField(
        label="By",
        required=False,
        choices=[
            ("email", "E-mail"),
            ("portal", "Their portal"),
            ("letter", "Letter"),
            ("text", "Text message"),
            ("chat", "Chat"),
        ],
    )

    says = forms.ChoiceField(
        label="What it says",
        required=False,
        initial="all",
        choices=[("all", "That we are considering dropping out"), ("nothing", "Nothing of that yet")],
        widget=forms.RadioSelect,
    )

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        # Only where writing is the form that tells them is there a choice.
        if not (walk.setting.only_in_writing and walk.state.untold and not walk.state.mangled):
            del self.fields["says"]

    def kind(self, walk: Walk) -> Kind:
        """Ask for a call while nobody is told; then what fits where things stand."""
        state = walk.state
        if state.mangled:
            return "apology-letter"
        if state.told_at is None:
            return "tender" if walk.setting.only_in_writing else "ask-call"
        return "check-back" if state.status in LEFT else "agenda"

    def intent(self) -> i.Intent:
        """The message."""
        sent = self.cleaned_data.get("way", SEND) == SEND
        channel = "email" if sent else self.cleaned_data.get("channel") or "email"
        to = self.cleaned_data.get("to", "")
        contact = "" if to == UNLISTED else to
        return i.Message(**self.common(), channel=channel, contact=contact, text=self.text_given, tells=self.tells)

    @property
    def tells(self) -> bool:
        """False for a letter that says nothing of leaving yet."""
        return self.cleaned_data.get("says") != "nothing"
