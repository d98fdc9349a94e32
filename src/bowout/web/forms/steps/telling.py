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

OUTCOMES = [("reached", "I reached them"), ("voicemail", "Voicemail"), ("no-answer", "No answer")]


class CallForm(StepForm):
    """A call, and whether it reached them."""

    rest = ("contact", "outcome")
    contact = forms.ChoiceField()
    outcome = forms.ChoiceField(label="How did it go?", choices=OUTCOMES, widget=forms.RadioSelect)

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        self.fields["contact"] = contact_field(walk, "Whom you call", unlisted=True)
        self.fields["contact"].widget.attrs["class"] = "form-select"

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
        outcome = cast(CallOutcome, self.cleaned_data.get("outcome") or "reached")
        return i.Call(**self.common(), contact="" if chosen == UNLISTED else chosen, outcome=outcome)


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

    def kind(self, walk: Walk) -> Kind:
        """Ask for a call while nobody is told; then what fits where things stand."""
        state = walk.state
        if state.told_at is None:
            return "tender" if walk.setting.only_in_writing else "ask-call"
        return "check-back" if state.status in LEFT else "agenda"

    def intent(self) -> i.Intent:
        """The message."""
        sent = self.cleaned_data.get("way", SEND) == SEND
        channel = "email" if sent else self.cleaned_data.get("channel") or "email"
        to = self.cleaned_data.get("to", "")
        contact = "" if to == UNLISTED else to
        return i.Message(**self.common(), channel=channel, contact=contact, text=self.text_given)
