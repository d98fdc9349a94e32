"""Their view of each reason: asked for, taken down, read."""

from datetime import date, datetime
from typing import Any, cast

from django import forms
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.deal import Contact
from bowout.core.reasons import Answer, Verdict
from bowout.desk.drafts import Speaking
from bowout.desk.stepping import LINK, Step
from bowout.desk.walking import Walk
from bowout.web.forms.base import DayField, dress
from bowout.web.forms.steps.base import StepForm, long_text
from bowout.web.forms.steps.letter import NONE, SAID, SEND, WROTE, LetterForm
from bowout.web.forms.steps.people import UNLISTED
from bowout.web.forms.steps.promising import PromisingForm

VERDICTS = [
    ("", "Not answered"),
    ("right", "They agree"),
    ("misread", "We misread it"),
    ("can-change", "They can change it"),
]


class AskFeedbackForm(PromisingForm):
    """The question, with the page on which they answer."""

    writes = "ask"
    way_label = "Their page"
    ways = (
        (SEND, "Send them the e-mail with their page"),
        (WROTE, "Make their page; I send the link myself"),
        (NONE, "No page: I asked them to tell me"),
    )

    @property
    def until(self) -> datetime:
        """The end of the window that this question opens; an earlier one may be over."""
        state = self.walk.state
        return self.walk.setting.window(self.walk.now, state.told_at, state.window_until)

    def speaking(self, walk: Walk, to: Contact | None) -> Speaking:
        """With the place for the link."""
        return replace(super().speaking(walk, to), link=LINK)

    def intent(self) -> i.Intent:
        """The question."""
        return i.AskFeedback(**self.common())

    def step(self) -> Step:
        """The question, its mail, and the page."""
        way, to = self.cleaned_data.get("way"), self.cleaned_data.get("to", "")
        return Step(self.intent(), self.sends, invited=to if way != NONE and to != UNLISTED else "")

    def clean(self) -> dict[str, Any]:
        """The mail leads to the page."""
        cleaned = super().clean()
        if cleaned.get("way") == WROTE and "text" in self.errors:
            # What they write themselves is theirs; the page alone is enough.
            del self.errors["text"]
        if cleaned.get("way") == SEND and LINK not in cleaned.get("text", LINK):
            self.add_error("text", f"Leave {LINK} where the address of their page goes.")
        return cleaned


class GiveTimeForm(PromisingForm):
    """They have longer to answer."""

    writes = "more-time"
    way_label = "Telling them"
    ways = ((SEND, "Send it from here by e-mail"), (WROTE, "I wrote to them myself"), (NONE, "I told them"))
    until_on = DayField(
        label="Nothing is decided before the end of",
        error_messages={"required": "Until which day?"},
    )

    @property
    def until(self) -> datetime:
        """The end of their working day then; while no day is chosen, a week more."""
        setting, promised = self.walk.setting, self.walk.state.window_until or self.walk.now
        on: date | None = getattr(self, "cleaned_data", {}).get("until_on")
        later = setting.office.add_days(max(promised, self.walk.now), setting.playbook.feedback_days)
        return setting.office.bounds(on)[1] if on else later

    def starts_with(self, walk: Walk) -> dict[str, Any]:
        """The day that they asked for, or a week more."""
        wished = walk.state.wait_until
        return {**super().starts_with(walk), "until_on": wished or walk.setting.office.local(self.until).date()}

    def intent(self) -> i.Intent:
        """Longer."""
        return i.GiveTime(**self.common(), until=self.until)


class FeedbackForm(StepForm):
    """What the customer said, taken down by one of us."""

    words = long_text("Anything else they said", rows=3, required=False)
    call_me = forms.BooleanField(label="They ask to be called", required=False)
    go_ahead = forms.BooleanField(label="They would have us go ahead and withdraw", required=False)
    wait_until = DayField(label="They ask us to wait until", required=False)

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        for reason in walk.state.reasons:
            self.fields[f"verdict-{reason.kind}"] = forms.ChoiceField(
                label="Their answer", choices=VERDICTS, required=False, initial="", widget=forms.RadioSelect
            )
            words = long_text("In their words", rows=2, required=False)
            self.fields[f"words-{reason.kind}"] = words
            for name in (f"verdict-{reason.kind}", f"words-{reason.kind}"):
                dress(self.fields[name].widget)

    @property
    def asked(self) -> list[dict[str, Any]]:
        """A reason with its two fields, for the page."""
        return [
            {"reason": reason, "verdict": self[f"verdict-{reason.kind}"], "words": self[f"words-{reason.kind}"]}
            for reason in self.walk.state.reasons
        ]

    def intent(self) -> i.Intent:
        """Their answer."""
        return i.Feedback(
            **self.common(),
            answers=self._answers(),
            words=self.cleaned_data.get("words", ""),
            call_me=bool(self.cleaned_data.get("call_me")),
            go_ahead=bool(self.cleaned_data.get("go_ahead")),
            wait_until=self.cleaned_data.get("wait_until"),
        )

    def clean(self) -> dict[str, Any]:
        """An answer says something."""
        cleaned = super().clean()
        wishes = any(cleaned.get(name) for name in ("call_me", "go_ahead", "wait_until"))
        if not (self._answers() or cleaned.get("words", "").strip() or wishes or "wait_until" in self.errors):
            raise forms.ValidationError("What did they say? Choose an answer to a reason, or write down their words.")
        return cleaned

    def _answers(self) -> tuple[Answer, ...]:
        given = self.cleaned_data
        return tuple(
            Answer(reason.kind, cast(Verdict, verdict), given.get(f"words-{reason.kind}", ""))
            for reason in self.walk.state.reasons
            if (verdict := given.get(f"verdict-{reason.kind}"))
        )


class AcknowledgeForm(LetterForm):
    """Their reply was read, and they are told so."""

    writes = "acknowledge"
    ways = (
        (SEND, "Send it from here by e-mail"),
        (WROTE, "I wrote to them myself"),
        (SAID, "I said it on the phone"),
    )

    def intent(self) -> i.Intent:
        """The word that it was read."""
        return i.Acknowledge(**self.common(), text=self.text_given)
