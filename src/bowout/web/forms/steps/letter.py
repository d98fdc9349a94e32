"""A step that goes out in words: sent from here once somebody approves the text, sent by themselves, or spoken."""

from typing import Any, ClassVar

from django import forms

from bowout.core.deal import Contact
from bowout.core.intents import Letter
from bowout.core.walkaway import WalkAway as State
from bowout.desk.drafts import LANGUAGES, Draft, Kind, Speaking, draft, facts_of, tongue_of
from bowout.desk.stepping import Step
from bowout.desk.walking import Walk
from bowout.web import post
from bowout.web.forms.steps.base import StepForm, long_text
from bowout.web.forms.steps.people import UNLISTED, contact_field, key_contact, language_of

SEND, WROTE, SAID, NONE = "send", "wrote", "said", "none"


class LetterForm(StepForm):
    """A step with a letter; ``writes`` is the draft that it starts from."""

    writes: ClassVar[Kind]
    ways: ClassVar[tuple[tuple[str, str], ...]]
    to_label: ClassVar[str] = "To"
    way_label: ClassVar[str] = "How"

    way = forms.ChoiceField(
        label="How", widget=forms.RadioSelect, error_messages={"required": "How did they get it, or will they?"}
    )
    to = forms.ChoiceField()
    language = forms.ChoiceField(label="Language", required=False, choices=list(LANGUAGES.items()))
    subject = forms.CharField(label="Subject", required=False, max_length=300)
    text = long_text("Text", rows=14, required=False, for_them=True)
    note = long_text("What you said, in a line", rows=2, required=False)

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        self.fields["to"] = contact_field(walk, self.to_label)
        self.fields["to"].widget.attrs["class"] = "form-select"
        way = self.fields["way"]
        way.label = self.way_label
        assert isinstance(way, forms.ChoiceField)
        way.choices = [(value, label) for value, label in self.ways if value != SEND or _any_address(walk)]
        way.initial = self.initial.get("way") or self.first_way(walk)

    def first_way(self, walk: Walk) -> str:
        """The way that is chosen at first; none where no mail leaves the house: who sent it has to say so."""
        if not post.leaves_the_house() and any(value == SEND for value, _ in self.ways):
            return ""
        to = key_contact(walk)
        reachable = to is not None and bool(to.email)
        return next((value for value, _ in self.ways if value != SEND or reachable), "")

    def starts_with(self, walk: Walk) -> dict[str, Any]:
        """The draft to the key contact, in their language."""
        to = key_contact(walk)
        written = self.written(walk, to, language_of(walk, to))
        return {"language": written.language, "subject": written.subject, "text": written.text}

    def kind(self, walk: Walk) -> Kind:
        """Which draft fits now."""
        return self.writes

    def written(self, walk: Walk, to: Contact | None, language: str) -> Draft:
        """The draft."""
        tongue = tongue_of(language)
        state = self.state_told(walk)
        return draft(self.kind(walk), tongue, facts_of(state, walk.setting, tongue, self.speaking(walk, to)))

    def state_told(self, walk: Walk) -> State:
        """What the draft says of where we stand."""
        return walk.state

    def speaking(self, walk: Walk, to: Contact | None) -> Speaking:
        """Who writes to whom."""
        return Speaking(walk.user.name, walk.now, to.name if to else "")

    def rewritten(self) -> dict[str, str]:
        """The draft anew, for the contact and in the language that are chosen now."""
        written = self.written(self.walk, self.contact, str(self.data.get("language", "")))
        return {"subject": written.subject, "text": written.text}

    @property
    def contact(self) -> Contact | None:
        """To whom."""
        return self.walk.setting.deal.contact(str(self.data.get("to", ""))) if self.is_bound else key_contact(self.walk)

    @property
    def text_given(self) -> str:
        """What they read or heard; nothing while it was not put into words."""
        name = {SEND: "text", WROTE: "text", SAID: "note"}.get(self.cleaned_data.get("way", ""), "")
        return str(self.cleaned_data.get(name, ""))

    def letter(self) -> Letter | None:
        """What they read, whoever sends it; only what goes out from here has a subject that we know."""
        cleaned = self.cleaned_data
        way, to = cleaned.get("way"), cleaned.get("to", "")
        if way not in {SEND, WROTE}:
            return None
        subject = cleaned.get("subject", "") if way == SEND else ""
        return Letter("" if to == UNLISTED else to, subject, cleaned.get("text", ""), cleaned.get("language", ""))

    def common(self) -> dict[str, Any]:
        """With the letter, so that the guards read what the customer will."""
        return {**super().common(), "letter": self.letter()}

    @property
    def sends(self) -> bool:
        """True when the letter goes out from here."""
        return bool(self.cleaned_data.get("way") == SEND)

    def step(self) -> Step:
        """The intent, and whether its letter goes out from here."""
        return Step(self.intent(), self.sends)

    def clean(self) -> dict[str, Any]:
        """What is sent needs an address, a subject and a text, and goes out now."""
        cleaned = super().clean()
        way = cleaned.get("way")
        if way in {SEND, WROTE} and not cleaned.get("text", "").strip():
            self.add_error("text", "What did you write?" if way == WROTE else "Write what they shall read.")
        if way == SEND:
            self._clean_sending(cleaned)
        return cleaned

    def _clean_sending(self, cleaned: dict[str, Any]) -> None:
        to = self.walk.setting.deal.contact(cleaned.get("to", UNLISTED))
        if "to" in cleaned and (to is None or not to.email):
            self.add_error("to", "Nobody has recorded an e-mail address for them.")
        if not cleaned.get("subject", "").strip():
            self.add_error("subject", "A mail needs a subject.")
        if cleaned.get("when") == "earlier":
            self.add_error("when", "A mail leaves now. If you sent one earlier, choose that you sent it yourself.")


def _any_address(walk: Walk) -> bool:
    return any(contact.email for contact in walk.setting.deal.contacts)
