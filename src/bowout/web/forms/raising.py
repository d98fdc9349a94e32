"""Record a doubt, or sharpen it later: reasons with their evidence, and what is known of the deal."""

from datetime import date
from typing import Any

from django import forms
from msgspec import structs

from bowout.core import intents as i
from bowout.core.reasons import Evidence, Known, Reason
from bowout.desk.walking import Walk
from bowout.web.forms.base import DayField, Form
from bowout.web.forms.raising_words import HINTS, KNOWN, SOURCES, Hint
from bowout.web.forms.steps.base import LONG, StepForm, long_text

LINES = 20
"""Most lines of evidence of one reason."""
_OLDEST = date(2000, 1, 1)


class EvidenceForm(Form):
    """A dated line; nothing counts while all of it is empty."""

    on = DayField(label="Seen on", required=False)
    source = forms.CharField(
        label="Where", required=False, max_length=200, widget=forms.TextInput(attrs={"list": "sources"})
    )
    text = long_text("What was seen", rows=2, required=False)

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """What was seen was seen on a day, and not ahead of today."""
        cleaned = self.cleaned_data
        on = cleaned.get("on")
        if cleaned.get("text", "").strip() and not on and "on" not in self.errors:
            self.add_error("on", "On which day?")
        if on and not _OLDEST <= on <= self.today:
            self.add_error("on", "That day lies ahead." if on > self.today else "That year cannot be right.")
        if (on or cleaned.get("source", "").strip()) and not cleaned.get("text", "").strip():
            self.add_error("text", "What was seen?")
        return cleaned

    def evidence(self) -> Evidence | None:
        """The line, once it has a day and a text."""
        cleaned = getattr(self, "cleaned_data", {})
        if not cleaned.get("on") or not cleaned.get("text", "").strip():
            return None
        return Evidence(cleaned["on"], cleaned.get("source", "").strip(), cleaned["text"].strip())


class ReasonForm(Form):
    """One kind of reason. It counts when ``use`` is ticked."""

    use = forms.BooleanField(required=False)
    was = forms.BooleanField(required=False, widget=forms.HiddenInput)
    internal = long_text("Among ourselves", rows=2, required=False)
    customer = long_text("For the customer", rows=3, required=False, for_them=True)
    stay_if = long_text("What would make us stay", rows=2, required=False, for_them=True)

    def __init__(self, hint: Hint, today: date, reason: Reason | None, data: Any = None) -> None:
        self.hint, self.reason = hint, reason
        initial = _initial(reason) if reason else {"was": ""}
        super().__init__(data, initial=initial, prefix=hint.kind)
        self.fields["use"].label = hint.name
        self.fields["customer"].help_text = hint.owned
        self.fields["stay_if"].help_text = "They read it, too: it is what they could change."
        for name in ("internal", "customer", "stay_if"):
            self.fields[name].widget.attrs["placeholder"] = getattr(hint, name)
        self.lines = [self._line(number, today, data) for number in range(self._count(data))]

    def _line(self, number: int, today: date, data: Any) -> EvidenceForm:
        seen = self.reason.evidence if self.reason else ()
        initial = structs.asdict(seen[number]) if number < len(seen) else {}
        return EvidenceForm(today, data, initial=initial, prefix=f"{self.hint.kind}-{number}")

    def _count(self, data: Any) -> int:
        asked = str(data.get(f"{self.hint.kind}-lines", "")) if data is not None else ""
        known = len(self.reason.evidence) if self.reason else 0
        count = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else known + (data is None)
        more = data is not None and data.get("add") == self.hint.kind
        return max(1, min(count + more, LINES))

    @property
    def may_add(self) -> bool:
        """False once there are as many lines as we keep."""
        return len(self.lines) < LINES

    @property
    def used(self) -> bool:
        """True when this is a reason to walk."""
        return bool(getattr(self, "cleaned_data", self.initial).get("use"))

    @property
    def dropped(self) -> bool:
        """True when it was a reason on this page and is not ticked any more; what others added meanwhile stays."""
        return bool(self.reason and getattr(self, "cleaned_data", self.initial).get("was")) and not self.used

    def is_valid(self) -> bool:
        """A reason that is not ticked may be half written."""
        lines = [line.is_valid() for line in self.lines]
        return (super().is_valid() and all(lines)) or not self.used

    def stated(self) -> Reason:
        """The reason as far as it is filled in."""
        cleaned = getattr(self, "cleaned_data", {})
        seen = (line.evidence() for line in self.lines)
        return Reason(
            self.hint.kind,
            internal=cleaned.get("internal", "").strip(),
            customer=cleaned.get("customer", "").strip(),
            stay_if=cleaned.get("stay_if", "").strip(),
            evidence=tuple(line for line in seen if line),
        )


class ConsiderForm(StepForm):
    """The whole doubt. Sharpened later, only what is new goes into the log."""

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        super().__init__(walk, data, **kwargs)
        self.fields["when"].label = "Since when do you have it?"
        today = max(walk.setting.office.local(walk.now).date(), walk.now.date())
        self.reasons = [ReasonForm(hint, today, walk.state.reason(hint.kind), data) for hint in HINTS]
        for name, (label, example) in KNOWN.items():
            self.fields[name] = forms.CharField(
                label=label,
                required=False,
                max_length=LONG,
                initial=getattr(walk.state.known, name),
                widget=forms.TextInput(attrs={"placeholder": example, "class": "form-control"}),
            )

    sources = SOURCES

    @property
    def known_fields(self) -> list[forms.BoundField]:
        """The four things that one knows before raising a doubt."""
        return [self[name] for name in KNOWN]

    def is_valid(self) -> bool:
        """All parts are."""
        parts = [reason.is_valid() for reason in self.reasons]
        return super().is_valid() and all(parts)

    def wrong(self) -> list[tuple[str, str, str]]:
        """What keeps it from being recorded: where the field is on the page, its label, and what is wrong with it."""
        used = [reason for reason in self.reasons if reason.used]
        lines: list[Form] = [line for reason in used for line in reason.lines]
        return [
            (form[name].id_for_label, str(form[name].label), " ".join(map(str, errors)))
            for form in (*lines, *used, self)
            for name, errors in form.errors.items()
            if name in form.fields
        ]

    def intent(self) -> i.Consider:
        """The doubt; of a doubt that is in the log already, what is new."""
        stated = [reason.stated() for reason in self.reasons if reason.used]
        new = tuple(reason for reason in stated if reason != self.walk.state.reason(reason.kind))
        dropped = tuple(reason.hint.kind for reason in self.reasons if reason.dropped)
        return i.Consider(**self.common(), reasons=new, known=self._known(), dropped=dropped)

    @property
    def says_something(self) -> bool:
        """False when nothing differs from what the log says."""
        intent = self.intent()
        return bool(intent.reasons or intent.dropped) or intent.known != self.walk.state.known

    def _known(self) -> Known:
        return Known(**{name: self.cleaned_data.get(name, "").strip() for name in KNOWN})


def _initial(reason: Reason) -> dict[str, Any]:
    return {
        "use": True,
        "was": "on",
        "internal": reason.internal,
        "customer": reason.customer,
        "stay_if": reason.stay_if,
    }
