"""We stay or part; and months later we ask."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.deal import Contact
from bowout.desk.drafts import Speaking
from bowout.desk.stepping import LINK, Step
from bowout.desk.walking import Walk
from bowout.web import post
from bowout.web.forms.base import DayField
from bowout.web.forms.steps.base import StepForm, long_text
from bowout.web.forms.steps.letter import NONE, SAID, SEND, WROTE, LetterForm
from bowout.web.forms.steps.people import UNLISTED

USUAL, OWN, NEVER = "usual", "own", "never"


class StayForm(LetterForm):
    """We stay, because something changed."""

    writes = "stay"
    way_label = "Telling them"
    supposes: ClassVar[dict[str, str]] = {"changed": "…"}
    ways = (
        (SEND, "Send it from here by e-mail"),
        (WROTE, "I wrote to them myself"),
        (NONE, "I tell them on the phone"),
    )
    changed = long_text(
        "What changed",
        rows=3,
        placeholder="All five depots have had wifi since January; our demo was at the sixth.",
        help_text="For us: it keeps the same doubt from coming back.",
    )

    def intent(self) -> i.Intent:
        """We stay."""
        return i.Stay(**self.common(), changed=self.cleaned_data.get("changed", ""))


class PartForm(LetterForm):
    """Thanks, and we leave; and when we ask how it turned out."""

    writes = "part"
    way_label = "Thanks"
    ways = (
        (SEND, "Send the thanks from here by e-mail"),
        (WROTE, "I wrote to them myself"),
        (SAID, "I thanked them on the phone"),
        (NONE, "Nobody has thanked them"),
    )
    check_back = forms.ChoiceField(
        label="Ask how it turned out",
        initial=USUAL,
        required=False,
        widget=forms.RadioSelect,
    )
    check_back_on = DayField(label="Which day", required=False)

    def first_way(self, walk: Walk) -> str:
        """By themselves while no mail leaves the house."""
        return super().first_way(walk) if post.leaves_the_house() else WROTE

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        usual, check_back = self._usual(walk), self.fields["check_back"]
        assert isinstance(check_back, forms.ChoiceField)
        label = f"On {usual:%-d %B %Y}, in {walk.setting.playbook.check_back_days} days"
        check_back.choices = [(USUAL, label), (OWN, "On another day"), (NEVER, "Never: they asked us not to")]

    def speaking(self, walk: Walk, to: Contact | None) -> Speaking:
        """With the day on which we will ask."""
        chosen = getattr(self, "cleaned_data", {})
        never = chosen.get("check_back") == NEVER
        on = None if never else self._own(chosen) or self._usual(walk)
        return replace(super().speaking(walk, to), check_back_on=on)

    def intent(self) -> i.Intent:
        """We part."""
        cleaned = self.cleaned_data
        return i.Part(
            **self.common(),
            thanks=(cleaned.get("way") or self.fields["way"].initial) != NONE,
            text=self.text_given,
            check_back_on=self._own(cleaned),
            never=cleaned.get("check_back") == NEVER,
        )

    def clean(self) -> dict[str, Any]:
        """Their own day lies ahead; thanks that were said are noted."""
        cleaned = super().clean()
        if cleaned.get("check_back") == OWN and "check_back_on" not in self.errors:
            self._clean_day(cleaned.get("check_back_on"))
        if cleaned.get("way") == SAID and not cleaned.get("note", "").strip():
            self.add_error("note", "Note in a line how you thanked them.")
        return cleaned

    def _clean_day(self, on: date | None) -> None:
        today = self.walk.setting.office.local(self.walk.now).date()
        if on is None or not today < on < today + timedelta(days=3660):
            self.add_error("check_back_on", "Choose a day ahead, within ten years.")

    @staticmethod
    def _own(chosen: dict[str, Any]) -> date | None:
        return chosen.get("check_back_on") if chosen.get("check_back") == OWN else None

    @staticmethod
    def _usual(walk: Walk) -> date:
        return walk.setting.office.local(walk.now).date() + timedelta(days=walk.setting.playbook.check_back_days)


class CheckBackForm(LetterForm):
    """How it turned out: asked by mail with a page for the answer, or on the phone."""

    writes = "check-back"
    way_label = "Asking them"
    ways = (
        (SAID, "I asked them on the phone"),
        (SEND, "Send them the e-mail with their page"),
        (WROTE, "Make their page; I send the link myself"),
    )
    note = long_text(
        "How it turned out",
        rows=3,
        required=False,
        placeholder="They went with another product in May and are live in two of five depots.",
        help_text="What they told you. If they do not want to talk about it, that is an answer, too.",
    )

    def speaking(self, walk: Walk, to: Contact | None) -> Speaking:
        """With the place for the link."""
        return replace(super().speaking(walk, to), link=LINK)

    def intent(self) -> i.Intent:
        """The check-back."""
        said = self.cleaned_data.get("way", SAID) == SAID
        return i.CheckBack(**self.common(), outcome=self.cleaned_data.get("note", "") if said else "")

    def step(self) -> Step:
        """The question, its mail, and the page."""
        way, to = self.cleaned_data.get("way"), self.cleaned_data.get("to", "")
        return Step(self.intent(), self.sends, invited=to if way != SAID and to != UNLISTED else "")

    def clean(self) -> dict[str, Any]:
        """Who was asked on the phone has said something; the mail leads to the page."""
        cleaned = super().clean()
        way = cleaned.get("way")
        if way == SAID and not cleaned.get("note", "").strip():
            self.add_error("note", "What did they say?")
        if way == WROTE and "text" in self.errors:
            del self.errors["text"]
        if way == SEND and LINK not in cleaned.get("text", LINK):
            self.add_error("text", f"Leave {LINK} where the address of their page goes.")
        return cleaned


class InvitedBackForm(StepForm):
    """They want us in again."""

    def intent(self) -> i.Intent:
        """The invitation."""
        return i.InvitedBack(**self.common())


class ComplainForm(StepForm):
    """They are angry."""

    rest = ("text",)
    text = long_text(
        "What they said",
        help_text="In their words. From here on, an executive takes it.",
        placeholder="“You could have told us in March.”",
    )

    def intent(self) -> i.Intent:
        """The complaint."""
        return i.Complain(**self.common(), text=self.cleaned_data.get("text", ""))
