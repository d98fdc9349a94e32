"""How customers see the team."""

from typing import Any

from django import forms

from bowout.connectors import picture
from bowout.store.models import Team
from bowout.web.brand.shades import OURS, colour_of
from bowout.web.forms.base import Form

WHY_NOT: dict[picture.Why, str] = {
    "heavy": f"This file is over {picture.MOST // 1000} kB. A picture 480 pixels wide is enough: save it smaller.",
    "svg": "An SVG can carry more than a picture, so we do not take it. Open it in a drawing program or in a browser, "
    "export it as a PNG about 480 pixels wide with a transparent ground, and choose that.",
    "unreadable": "We cannot read this as a PNG, JPEG or WebP.",
    "huge": "This picture has too many pixels. 480 across are enough: save it smaller.",
    "empty": "There is nothing to see in this picture: all of it is transparent.",
}


class ColourInput(forms.TextInput):
    """The browser's own choice of colours. It always has a value."""

    input_type = "color"


class BrandForm(Form):
    """The company's name, colour and logo; its colour is in two fields, and the one that was changed counts."""

    known_as = forms.CharField(label="Name of the company", max_length=200, required=False)
    colour = forms.CharField(
        label="Colour",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": OURS, "autocomplete": "off", "spellcheck": "false"}),
        help_text="Six digits such as #1b4f8a. Empty: Bowout’s green.",
    )
    picked = forms.CharField(
        label="Or pick it",
        max_length=7,
        required=False,
        widget=ColourInput(attrs={"class": "form-control-color", "data-colour": "id_colour"}),
    )
    logo = forms.FileField(
        label="Logo",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp"}),
        help_text=f"PNG, JPEG or WebP, up to {picture.MOST // 1000} kB. It is shown 36 pixels high.",
    )
    no_logo = forms.BooleanField(label="Take the logo away", required=False)

    def __init__(self, data: Any = None, files: Any = None, *, team: Team, has_logo: bool) -> None:
        super().__init__(
            data,
            files,
            initial={"known_as": team.known_as, "colour": team.colour, "picked": team.colour or OURS},
        )
        self._before = team.colour
        self.fields["known_as"].help_text = f"As your customers know it. Empty: {team.name}, the name of the team."
        if not has_logo:
            del self.fields["no_logo"]

    def clean_known_as(self) -> str:
        """One line."""
        return " ".join(self.cleaned_data["known_as"].split())

    def clean_colour(self) -> str:
        """``#rrggbb``, or empty."""
        typed: str = self.cleaned_data["colour"]
        found = colour_of(typed) if typed else ""
        if found is None:
            raise forms.ValidationError("Enter a colour as #1b4f8a: a # and six digits from 0 to 9 and a to f.")
        return found

    def clean_logo(self) -> picture.Logo | None:
        """The logo as we keep it."""
        file = self.cleaned_data["logo"]
        if not file:
            return None
        try:
            return picture.logo(file.read(picture.MOST + 1))
        except picture.NotALogo as error:
            raise forms.ValidationError(WHY_NOT[error.why]) from error

    def clean(self) -> dict[str, Any]:
        """Without a script the two fields for the colour do not know of each other."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        picked = colour_of(cleaned.get("picked", ""))
        if cleaned.get("colour") == self._before and picked and picked != (self._before or OURS):
            cleaned["colour"] = picked
        return cleaned
