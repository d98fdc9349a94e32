"""The look of form fields, in one place."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import dateparse


class Form(forms.Form):
    """A form whose fields have the classes of bowout.css; put them on the page with ``web/_field.html``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field.widget)
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = _missing(field)


def _missing(field: forms.Field) -> str:
    """What to do about an empty field, in our words."""
    if isinstance(field, forms.ChoiceField):
        return "Choose one."
    return "Choose a file." if isinstance(field, forms.FileField) else "Fill this in."


def dress(widget: forms.Widget) -> None:
    """Give a widget the class of its kind."""
    name = "form-control"
    if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
        name = "form-check-input"
    elif isinstance(widget, forms.Select):
        name = "form-select"
    widget.attrs["class"] = f"{name} {widget.attrs.get('class', '')}".strip()


class DateInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class DayField(forms.DateField):
    """A day that somebody may mean: years far off are slips of the finger, and no calendar reckons with them."""

    widget = DateInput

    def to_python(self, value: Any) -> date | None:
        """The day; raises ``ValidationError`` outside the years in which a deal can be."""
        day: date | None = super().to_python(value)
        if day is not None and not 2000 <= day.year < 2100:
            raise forms.ValidationError("Give the year with four digits, such as 2026.", code="far-off")
        return day


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time; whose clock it is, the form's words say."""

    input_type = "datetime-local"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)


class WallClockField(forms.Field):
    """A day and a time as a wall clock shows them, naive; ``placed`` says which wall."""

    widget = MomentInput
    default_error_messages = {"invalid": "Enter a day and a time, such as 2026-03-03T10:00."}

    def to_python(self, value: Any) -> Any:
        """The naive datetime; None when empty."""
        if value in self.empty_values:
            return None
        try:
            found = dateparse.parse_datetime(str(value))
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None or not 2000 <= found.year < 2100:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return found


def placed(wall: datetime, zone: str) -> datetime:
    """The moment at which a clock in that zone shows ``wall``; of two such moments the first.

    Raises ``ValidationError`` for an hour that the clocks there skip.
    """
    at = wall.replace(tzinfo=ZoneInfo(zone))
    if at.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != wall:
        raise forms.ValidationError("The clocks there skip that hour on that day; choose another time.")
    return at
