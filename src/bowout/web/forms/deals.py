"""How to narrow the list of deals."""

from typing import Any

from django import forms

from bowout.desk.deals import ANY_LEFT, ANY_UNDER_WAY, ME, NO_WALK_AWAY, SORTS, Choices, Wanted
from bowout.web.forms.base import Form
from bowout.web.labels import DEAL, STATUS

ALL = "all"
_WALK_AWAYS = [
    ("", "Any or none"),
    (NO_WALK_AWAY, "Never had one"),
    (ANY_UNDER_WAY, "Under way"),
    (ANY_LEFT, "We left"),
    ("Step", [(name, words) for name, (words, _) in STATUS.items()]),
]


class Filter(Form):
    """Stands in the address, so that a list can be kept and shared."""

    q = forms.CharField(
        label="Search", required=False, max_length=200, widget=forms.TextInput(attrs={"placeholder": "Deal or account"})
    )
    status = forms.ChoiceField(
        label="Status", required=False, choices=[(ALL, "All"), *((name, words) for name, (words, _) in DEAL.items())]
    )
    stage = forms.ChoiceField(label="Stage", required=False)
    owner = forms.ChoiceField(label="Owner", required=False)
    walk = forms.ChoiceField(label="Walk-away", required=False, choices=_WALK_AWAYS)

    def __init__(self, choices: Choices, asked: Any) -> None:
        super().__init__({"status": "open", **asked.dict()}, auto_id="filter_%s")
        self.fields["stage"].choices = [("", "All"), *((name, name) for name in choices.stages)]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [("", "Everybody"), (ME, "Me"), *choices.owners]  # type: ignore[attr-defined]
        self.sort = asked.get("sort", "close")

    def wanted(self) -> Wanted:
        """What was asked for; what cannot be chosen is left out."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if name not in self.errors}
        status = given.get("status", "")
        return Wanted(
            search=given.get("q", ""),
            status="" if status == ALL else status,
            stage=given.get("stage", ""),
            owner=given.get("owner", ""),
            walk_away=given.get("walk", ""),
            sort=self.sort if self.sort.removeprefix("-") in SORTS else "close",
        )
