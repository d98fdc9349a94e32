"""The playbook's lines as fields, made from the core's own values."""

import re
from typing import Any

import msgspec
from django import forms

from bowout.core.playbook import Entry, Playbook, entries
from bowout.web.forms.base import Form, dress
from bowout.web.labels import PLAYBOOK


class PlaybookForm(Form):
    """Every line of the playbook. What a line may be is judged by the playbook itself, line by line."""

    def __init__(self, playbook: Playbook, data: Any = None) -> None:
        super().__init__(data)
        for entry in entries():
            field = _field(entry)
            field.initial = _shown(getattr(playbook, entry.name))
            dress(field.widget)
            self.fields[entry.name] = field

    def clean(self) -> dict[str, Any]:
        """Values as the playbook wants them; what it refuses is said beside its line."""
        given = super().clean() or {}
        for entry in entries():
            if entry.name in given:
                given[entry.name] = self._judged(entry, given[entry.name])
        return given

    def overrides(self) -> dict[str, Any]:
        """Only what differs from the defaults, so that a better default reaches whoever kept the old one."""
        return {entry.name: value for entry in entries() if (value := self.cleaned_data[entry.name]) != entry.default}

    def _judged(self, entry: Entry, typed: str) -> Any:
        value = _meant(entry, typed)
        try:
            Playbook.of({entry.name: value})
        except msgspec.ValidationError:
            self.add_error(entry.name, allowed(entry))
        return value


def allowed(entry: Entry) -> str:
    """What may stand in the line, in words."""
    if entry.least is not None:
        return f"A whole number from {entry.least} to {entry.most}."
    return "Yes or no." if isinstance(entry.default, bool) else "One on each line."


def said(entry: Entry, value: Any) -> str:
    """A value of the line as people say it: ``2 working days``, ``9:00``, ``yes``."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if entry.unit.startswith("hour of"):
        return f"{value}:00"
    unit = entry.unit if value != 1 else re.sub(r"(day|hour)s\b", r"\1", entry.unit)
    return f"{value} {unit}"


def _field(entry: Entry) -> forms.Field:
    label = PLAYBOOK[entry.name]
    if isinstance(entry.default, bool):
        return forms.ChoiceField(label=label, choices=[("yes", "Yes"), ("no", "No")])
    if isinstance(entry.default, tuple):
        lines = forms.Textarea(attrs={"rows": 5})
        return forms.CharField(label=label, required=False, max_length=2000, widget=lines)
    number = forms.NumberInput(attrs={"min": entry.least, "max": entry.most, "inputmode": "numeric"})
    return forms.CharField(label=label, max_length=20, widget=number)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _meant(entry: Entry, typed: str) -> Any:
    """The value that somebody typed; what is no number stays a text, and the playbook refuses it."""
    if isinstance(entry.default, bool):
        return typed == "yes"
    if isinstance(entry.default, tuple):
        return tuple(line.strip() for line in typed.splitlines() if line.strip())
    return int(typed) if typed.isascii() and typed.isdigit() else typed
