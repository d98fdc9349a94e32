"""A letter that promises a day: it says the one on which their time really ends."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from msgspec.structs import replace

from bowout.core.walkaway import WalkAway as State
from bowout.desk.drafts import facts_of, tongue_of
from bowout.desk.walking import Walk
from bowout.web.forms.steps.letter import SEND, LetterForm


class PromisingForm(LetterForm):
    """A step whose letter says until when nothing is decided."""

    drafted_until = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    @property
    def until(self) -> datetime:
        """The end of their time to answer, if this step is taken."""
        raise NotImplementedError

    def starts_with(self, walk: Walk) -> dict[str, Any]:
        """The draft, and until when it says that nothing is decided."""
        return {**super().starts_with(walk), "drafted_until": self.until.isoformat()}

    def rewritten(self) -> dict[str, str]:
        """The draft anew, with the day that is chosen now."""
        return {**super().rewritten(), "drafted_until": self.until.isoformat()}

    def state_told(self, walk: Walk) -> State:
        """With the end that this step promises."""
        return replace(walk.state, window_until=self.until)

    def clean_drafted_until(self) -> datetime | None:
        """What the page was drafted with; nothing that no draft can have said."""
        until: datetime | None = self.cleaned_data["drafted_until"]
        return until if until and abs(until - self.walk.now) < timedelta(days=366) else None

    def clean(self) -> dict[str, Any]:
        """The mail promises the day on which their time really ends, though it was drafted for another."""
        cleaned = super().clean()
        drafted, until = cleaned.get("drafted_until"), self.until
        if cleaned.get("way") == SEND and drafted and drafted != until and "text" in cleaned:
            cleaned["text"] = cleaned["text"].replace(self._said(drafted), self._said(until))
        return cleaned

    def _said(self, until: datetime) -> str:
        tongue = tongue_of(self.cleaned_data.get("language", ""))
        moment = replace(self.walk.state, window_until=until)
        return facts_of(moment, self.walk.setting, tongue, self.speaking(self.walk, self.contact)).until
