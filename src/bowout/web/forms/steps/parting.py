"""We part: thanks, a word that may help, what becomes of their documents, and when we ask how it turned out."""

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.deal import Contact
from bowout.core.documents import Documents, Fate
from bowout.core.events import Return
from bowout.desk.drafts import Speaking
from bowout.desk.stepping import LINK, Step
from bowout.desk.walking import Walk
from bowout.web.forms.base import DayField
from bowout.web.forms.steps.base import StepForm, long_text
from bowout.web.forms.steps.letter import NONE, SAID, SEND, WROTE, LetterForm
from bowout.web.forms.steps.people import UNLISTED

USUAL, OWN, NEVER = "usual", "own", "never"
FATES = [
    ("deleted", "We delete it"),
    ("returned", "We give it back"),
    ("kept", "We keep it, because the law asks for it"),
]
DOCUMENTS = [("", "Nothing that has to go back"), *FATES]


def documents_of(fate: str, on: date | None, done: bool) -> Documents | None:
    """What becomes of their documents, as a form says it."""
    return Documents(cast(Fate, fate), on, done) if fate else None


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
    word = long_text(
        "A word that may help them",
        rows=2,
        required=False,
        for_them=True,
        placeholder="A scheduling app that works offline may suit you better than a route planner.",
        help_text="It stands on their page and in the formal letter: another way, or another kind of vendor.",
    )
    documents = forms.ChoiceField(
        label="What they had given us", required=False, initial="", choices=DOCUMENTS, widget=forms.RadioSelect
    )
    documents_on = DayField(label="By which day", required=False, help_text="Kept ones: until which day.")

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
        return replace(super().speaking(walk, to), check_back_on=on, link=LINK)

    def intent(self) -> i.Intent:
        """We part."""
        cleaned = self.cleaned_data
        return i.Part(
            **self.common(),
            thanks=(cleaned.get("way") or self.fields["way"].initial) != NONE,
            text=self.text_given,
            check_back_on=self._own(cleaned),
            never=cleaned.get("check_back") == NEVER,
            word=cleaned.get("word", ""),
            documents=documents_of(cleaned.get("documents", ""), cleaned.get("documents_on"), done=False),
        )

    def step(self) -> Step:
        """Our thanks, with their page where the mail leads to it."""
        to = self.cleaned_data.get("to", "")
        leads = self.sends and LINK in self.cleaned_data.get("text", "") and to != UNLISTED
        return Step(self.intent(), self.sends, invited=to if leads else "")

    def clean(self) -> dict[str, Any]:
        """Their own day lies ahead; thanks that were said are noted."""
        cleaned = super().clean()
        if cleaned.get("check_back") == OWN and "check_back_on" not in self.errors:
            self._clean_day(cleaned.get("check_back_on"))
        if cleaned.get("documents") in {"deleted", "returned"} and not cleaned.get("documents_on"):
            self.add_error("documents_on", "By which day? They read it on their page.")
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


class DocumentsForm(StepForm):
    """Their documents: what becomes of them, or that it is done."""

    rest = ("fate", "done", "on")
    fate = forms.ChoiceField(label="What they had given us", choices=FATES, widget=forms.RadioSelect)
    done = forms.BooleanField(label="It is done", required=False)
    on = DayField(label="On which day, or by which", required=False)

    def starts_with(self, walk: Walk) -> dict[str, Any]:
        """As they were told."""
        told = walk.state.documents
        return {"fate": told.fate, "on": told.on, "done": told.owed_on is not None} if told else {"fate": "deleted"}

    def intent(self) -> i.Intent:
        """What becomes of them."""
        cleaned = self.cleaned_data
        told = documents_of(cleaned.get("fate") or "deleted", cleaned.get("on"), bool(cleaned.get("done")))
        assert told is not None
        return i.NoteDocuments(**self.common(), documents=told)

    def clean(self) -> dict[str, Any]:
        """What is promised has a day."""
        cleaned = super().clean()
        if cleaned.get("fate") != "kept" and not cleaned.get("done") and not cleaned.get("on"):
            self.add_error("on", "By which day?")
        return cleaned


class SetCheckBackForm(StepForm):
    """When they want to be asked again, taken down by one of us."""

    rest = ("asked", "on")
    asked = forms.ChoiceField(
        label="They said",
        initial="day",
        widget=forms.RadioSelect,
        choices=[
            ("day", "To ask on a certain day"),
            ("contract-end", "To ask when their contract ends"),
            ("never", "Not to ask"),
        ],
    )
    on = DayField(label="Which day", required=False)

    def intent(self) -> i.Intent:
        """Their wish."""
        when = cast(Return, self.cleaned_data.get("asked") or "day")
        return i.SetCheckBack(**self.common(), when=when, on=None if when == "never" else self.cleaned_data.get("on"))

    def clean(self) -> dict[str, Any]:
        """A day lies ahead."""
        cleaned = super().clean()
        today, on = self.walk.setting.office.local(self.walk.now).date(), cleaned.get("on")
        if cleaned.get("asked") != "never" and "on" not in self.errors and (on is None or on <= today):
            self.add_error("on", "Which day ahead?")
        return cleaned
