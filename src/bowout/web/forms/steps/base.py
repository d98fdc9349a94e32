"""What all forms of a step share: the version that was seen, when it happened, and why although a guard blocks it."""

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from django import forms

from bowout.core.intents import Intent
from bowout.desk.drafts import Kind
from bowout.desk.stepping import Step
from bowout.desk.walking import Walk
from bowout.web import says
from bowout.web.forms.base import Form, WallClockField, placed

# Wide enough for every true story, and narrow enough for calendars to reckon with.
_EARLIEST, _SLACK = datetime(2000, 1, 1, tzinfo=UTC), timedelta(minutes=5)
_SENTENCE = 3
"""Words."""
LONG = 20_000
"""Characters of a text that people write."""


class StepForm(Form):
    """A step of ``walk``. Subclasses add fields, and say in ``intent`` what is meant by them."""

    rest: ClassVar[tuple[str, ...]] = ()
    """Names of the fields that need no layout of their own, in order."""

    supposes: ClassVar[dict[str, str]] = {}
    """What to take for granted while nobody has typed it, so that an empty form is not scolded for being empty."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    when = forms.ChoiceField(
        label="When",
        required=False,
        choices=[("now", "Now"), ("earlier", "Earlier")],
        initial="now",
        widget=forms.RadioSelect,
    )
    happened = WallClockField(label="It happened on", required=False)
    override = forms.CharField(
        label="Override: why it is right all the same",
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Your reason goes into the log, beside the rule.",
    )

    def __init__(self, walk: Walk, data: Any = None, **kwargs: Any) -> None:
        self.walk = walk
        initial = {"version": walk.state.version, **self.starts_with(walk), **kwargs.pop("initial", {})}
        super().__init__(data, initial=initial, **kwargs)
        self.fields["happened"].help_text = f"On your clock ({says.place(walk.user.zone)})."

    def starts_with(self, walk: Walk) -> dict[str, Any]:
        """Initial values that depend on the walk-away."""
        return {}

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields that need no layout of their own."""
        return [self[name] for name in self.rest if name in self.fields]

    @property
    def scripts(self) -> tuple[Kind, ...]:
        """What to say, where it is spoken."""
        return ()

    def at(self) -> datetime:
        """When it happens or happened; now while nothing else is said."""
        happened: datetime | None = self.cleaned_data.get("happened")
        return happened if happened and self.cleaned_data.get("when") == "earlier" else self.walk.now

    def common(self) -> dict[str, Any]:
        """What every intent carries."""
        return {
            "at": self.at(),
            "by": self.walk.actor,
            "override": self.cleaned_data.get("override", "") if self.saw_the_blocks else "",
        }

    saw_the_blocks = True
    """False once a guard blocks that was not on the page when the reason to override was written."""

    def supposed(self) -> Intent:
        """What is meant if nothing else is filled in: what the page judges before anybody types."""
        if self.is_bound:
            self.is_valid()
            return self.intent()
        given = ((name, self.get_initial_for_field(field, name)) for name, field in self.fields.items())
        data = {name: value for name, value in given if value is not None}
        return type(self)(self.walk, data | self.supposes).supposed()

    def intent(self) -> Intent:
        """What is meant, as far as it is filled in."""
        raise NotImplementedError

    def step(self) -> Step:
        """The intent with what goes out with it."""
        return Step(self.intent())

    def clean_override(self) -> str:
        """A sentence: whoever reads the log later was not there."""
        given: str = self.cleaned_data["override"].strip()
        if given and len(given.split()) < _SENTENCE:
            raise forms.ValidationError("Say it in a sentence, for whoever reads the log and was not there.")
        return given

    def clean_happened(self) -> datetime | None:
        """The moment on the user's clock."""
        wall = self.cleaned_data["happened"]
        if wall is None:
            return None
        at = on_clock(wall, self.walk.user.zone)
        if at > self.walk.now + _SLACK:
            raise forms.ValidationError("That lies ahead. Log it once it has happened.")
        return at

    def clean(self) -> dict[str, Any]:
        """Earlier needs a moment."""
        cleaned = self.cleaned_data
        if cleaned.get("when") == "earlier" and not cleaned.get("happened") and "happened" not in self.errors:
            self.add_error("happened", "When did it happen?")
        return cleaned


def on_clock(wall: datetime, zone: str) -> datetime:
    """A moment on that clock. Raises ``ValidationError`` for what no calendar of ours can reckon with."""
    if not _EARLIEST.year <= wall.year <= 2100:
        raise forms.ValidationError("That year cannot be right.")
    return placed(wall, zone)


def long_text(
    label: str, rows: int = 4, required: bool = True, for_them: bool = False, **kwargs: Any
) -> forms.CharField:
    """A text of several lines. In one ``for_them``, the customer, words that the guards name are underlined."""
    placeholder = kwargs.pop("placeholder", "")
    attrs: dict[str, Any] = {"rows": rows, **({"placeholder": placeholder} if placeholder else {})}
    if for_them:
        attrs["data-read"] = True
    widget = forms.Textarea(attrs=attrs)
    return forms.CharField(label=label, required=required, max_length=LONG, widget=widget, **kwargs)
