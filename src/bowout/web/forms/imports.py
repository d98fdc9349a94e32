"""What is asked about files that people upload."""

from typing import Any

from django import forms
from msgspec import structs

from bowout.connectors.tabular import Mapping, Question
from bowout.connectors.tabular.currency import CODES
from bowout.connectors.tabular.fields import FIELDS
from bowout.desk.importing import Prepared
from bowout.desk.importing.files import unlike_deals
from bowout.web.forms.base import Form, dress

MOST_STAGES = 40
MEANS = (("open", "Open"), ("won", "Won"), ("lost", "Lost"))
KINDS = (("deal", "Deals"), ("account", "Accounts"), ("contact", "Contacts"), ("stage", "History of stages"))
SETTLED = {
    "date_order": ("Dates are written", (("dmy", "Day first: 31.12.2026"), ("mdy", "Month first: 12/31/2026"))),
    "decimal": ("Decimals follow", ((".", "a point: 1,234.50"), (",", "a comma: 1.234,50"))),
}


class Choices(forms.RadioSelect):
    """Radio buttons, one below the other; the class goes on each button rather than around them."""

    def use_required_attribute(self, initial: Any) -> bool:
        """Never: the browser would not let other answers through."""
        return False

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """One button."""
        option = super().create_option(*args, **kwargs)
        option["attrs"]["class"] = "form-check-input"
        return option


class Answer(forms.ChoiceField):
    """An answer that is needed before the file goes in, but not before other answers are kept."""

    def validate(self, value: Any) -> None:
        """Refuse only what is none of the choices."""
        if value:
            super().validate(value)


class FileForm(Form):
    """What is open about one file, and for a file nobody knows, its columns."""

    def __init__(self, file: Prepared, number: int, *args: Any, several: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"f{number}", **kwargs)
        self._file = file
        self.asked: list[str] = []
        self.columns: list[str] = []
        self.stages: list[str] = []
        for question in file.questions:
            if not question.key.startswith("columns."):
                self._add(question.key, _question(question), self.asked)
        for key, (label, options) in SETTLED.items():
            if (value := getattr(file.mapping, key)) and not file.preview.proposal.recognised:
                self._add(key, _radio(label, options, value), self.asked)
        if file.mapping.kind == "deal" and not self.initial.get("leave_out"):
            self._add("currency", _currency(file), self.asked)
            for place, (stage, status) in enumerate(list(file.preview.stages.items())[:MOST_STAGES]):
                field = forms.ChoiceField(label=stage, choices=MEANS, initial=status, required=False)
                self._add(f"stage-{place}", field, self.stages)
        if not file.preview.proposal.recognised:
            self._add_columns(file)
        if (several or self.initial.get("leave_out")) and not file.set_aside:
            self._add("leave_out", _leave_out(file), self.asked)

    def _add_columns(self, file: Prepared) -> None:
        kind = forms.ChoiceField(label="Each row is one of the", choices=KINDS, initial=file.mapping.kind)
        self._add("kind", kind, [])
        options = [("", "nothing")] + [(name, name) for name in file.table.header]
        for field, known in FIELDS[file.mapping.kind].items():
            initial = next(iter(file.mapping.columns.get(field, ())), "")
            chosen = forms.ChoiceField(label=known.says, choices=options, required=False, initial=initial)
            self._add(f"column-{field}", chosen, self.columns)
        name = forms.CharField(label="Save these columns as", required=False, max_length=200)
        name.help_text = "Then files with the same columns are read so from now on."
        self._add("save_as", name, [])

    def _add(self, name: str, field: forms.Field, group: list[str]) -> None:
        self.fields[name] = field
        if not isinstance(field.widget, Choices):
            dress(field.widget)
        group.append(name)

    def questions(self) -> list[forms.BoundField]:
        """The fields above the columns."""
        return [self[name] for name in self.asked]

    def found(self) -> list[tuple[forms.BoundField, str]]:
        """The fields with a column, each with a few values of it."""
        return [(self[name], self._values(self[name].value())) for name in self.columns if self[name].value()]

    def not_found(self) -> list[tuple[forms.BoundField, str]]:
        """The fields without one."""
        return [(self[name], "") for name in self.columns if not self[name].value()]

    def stage_fields(self) -> list[forms.BoundField]:
        """What each stage counts as."""
        return [self[name] for name in self.stages]

    def _values(self, header: Any) -> str:
        if header not in self._file.table.header:
            return ""
        place = self._file.table.header.index(header)
        values = dict.fromkeys(row[place].strip()[:40] for row in self._file.table.sample if row[place].strip())
        return " · ".join(list(values)[:3])

    def mapping(self) -> Mapping:
        """The file's mapping with what was said."""
        said, mapping = self.cleaned_data, self._file.mapping
        plain = {key: said[key] for key in ("date_order", "decimal", "currency") if said.get(key)}
        taken = self._file.preview.stages
        other = {str(self[name].label): said[name] for name in self.stages if said.get(name)}
        if moved := {stage: status for stage, status in other.items() if taken.get(stage) != status}:
            plain["stages"] = {**mapping.stages, **moved}
        if self.columns:
            columns = {field: (said[f"column-{field}"],) for field in self._known() if said.get(f"column-{field}")}
            kept = {field: names for field, names in columns.items() if field in FIELDS[said["kind"]]}
            return structs.replace(mapping, **plain, kind=said["kind"], columns=kept)
        return structs.replace(mapping, **plain)

    def _known(self) -> list[str]:
        return [name.removeprefix("column-") for name in self.columns]


def _leave_out(file: Prepared) -> forms.Field:
    field = forms.BooleanField(label="Leave this file out", required=False)
    if unlike_deals(file.table):
        field.help_text = "No column says account, stage or date. If it holds deals all the same, untick this."
    return field


def _question(question: Question) -> forms.Field:
    options = [(option.value, option.says) for option in question.options]
    field = _radio(question.words, options, "")
    field.help_text = "From the file: " + " · ".join(question.examples) if question.examples else ""
    return field


def _radio(label: str, options: Any, initial: str) -> forms.Field:
    return Answer(label=label, choices=options, initial=initial, widget=Choices(attrs={"class": "choices"}))


def _currency(file: Prepared) -> forms.Field:
    options = [("", "as the file says")] + [(code, code) for code in sorted(CODES)]
    field = forms.ChoiceField(label="Currency of amounts", choices=options, required=False)
    field.initial = file.mapping.currency
    field.help_text = "Needed where the file names none, or only $."
    return field
