"""The talk about the reasons: booked, then held."""

from datetime import datetime
from typing import Any, cast

from django import forms
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.deal import Contact
from bowout.core.reasons import ReasonKind
from bowout.desk.drafts import Kind, Speaking
from bowout.desk.stepping import Step
from bowout.desk.walking import Walk
from bowout.web import says
from bowout.web.forms.base import WallClockField
from bowout.web.forms.raising_words import BY_KIND
from bowout.web.forms.steps.base import StepForm, on_clock
from bowout.web.forms.steps.letter import NONE, SAID, SEND, WROTE, LetterForm

THEIRS, MINE = "theirs", "mine"


class BookTalkForm(LetterForm):
    """A time for the talk, and the agenda if they shall have it."""

    writes = "agenda"
    to_label = "With"
    way_label = "The agenda"
    ways = ((NONE, "No mail now"), (SEND, "Send the agenda from here"), (WROTE, "I sent it myself"))
    talk_at = WallClockField(label="The talk is on")
    clock = forms.ChoiceField(label="On whose clock", required=False)
    invite = forms.BooleanField(
        label="Put it into their calendar",
        required=False,
        initial=True,
        help_text="An invitation goes with the mail. It names you and the time, and nothing of why.",
    )

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        theirs, mine = says.place(walk.office.zone), says.place(walk.user.zone)
        clock = self.fields["clock"]
        assert isinstance(clock, forms.ChoiceField)
        clock.choices = [(THEIRS, f"Theirs ({theirs})"), (MINE, f"Mine ({mine})")]

    @property
    def talk(self) -> datetime | None:
        """The moment of the talk, once it is filled in."""
        return getattr(self, "cleaned_data", {}).get("talk_at")

    def kind(self, walk: Walk) -> Kind:
        """The agenda gives the reasons, so nobody reads it who has not been told."""
        return "agenda" if walk.state.told_at else "ask-call"

    def speaking(self, walk: Walk, to: Contact | None) -> Speaking:
        """With the time of the talk, once it is filled in."""
        return replace(super().speaking(walk, to), talk_at=self.talk)

    def intent(self) -> i.Intent:
        """The booking; before it is filled in, a talk as soon as they are at work."""
        return i.BookTalk(**self.common(), talk_at=self.talk or self.walk.office.next_open(self.walk.now))

    def step(self) -> Step:
        """With the invitation, where the agenda goes out from here."""
        return replace(super().step(), appoints=self.sends and self.cleaned_data.get("invite", False))

    def clean(self) -> dict[str, Any]:
        """The talk's time stands on the clock that was chosen."""
        cleaned = super().clean()
        if wall := cleaned.get("talk_at"):
            mine = cleaned.get("clock") == MINE
            try:
                cleaned["talk_at"] = on_clock(wall, self.walk.user.zone if mine else self.walk.office.zone)
            except forms.ValidationError as error:
                self.add_error("talk_at", error)
        return cleaned


class CallOffTalkForm(LetterForm):
    """The talk does not take place."""

    writes = "call-off"
    way_label = "Telling them"
    ways = (
        (SAID, "I told them on the phone"),
        (SEND, "Send it from here by e-mail"),
        (WROTE, "I wrote to them myself"),
    )

    def intent(self) -> i.Intent:
        """Off."""
        return i.CallOffTalk(**self.common(), text=self.text_given)

    def step(self) -> Step:
        """With the cancellation for their calendar, where the mail goes out from here."""
        return replace(super().step(), appoints=self.sends)


class HoldTalkForm(StepForm):
    """The talk was held; which reasons were talked through."""

    rest = ("reasons",)
    reasons = forms.MultipleChoiceField(
        label="Talked through",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Which reasons did you talk through?"},
    )

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        kinds = [reason.kind for reason in walk.state.reasons]
        reasons = self.fields["reasons"]
        assert isinstance(reasons, forms.MultipleChoiceField)
        reasons.choices = [(kind, BY_KIND[kind].name) for kind in kinds]
        reasons.initial = kinds

    @property
    def scripts(self) -> tuple[Kind, ...]:
        """What to say."""
        return ("talk",)

    def intent(self) -> i.Intent:
        """The talk; before anything is chosen, about all reasons."""
        chosen = cast("list[ReasonKind]", self.cleaned_data.get("reasons", []))
        return i.HoldTalk(**self.common(), reasons=tuple(chosen))
