"""We stay or part; and months later we ask."""

from typing import Any, ClassVar

from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.deal import Contact
from bowout.desk.drafts import Speaking
from bowout.desk.stepping import LINK, Step
from bowout.desk.walking import Walk
from bowout.web.forms.steps.base import StepForm, long_text
from bowout.web.forms.steps.letter import NONE, SAID, SEND, WROTE, LetterForm
from bowout.web.forms.steps.people import UNLISTED


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
