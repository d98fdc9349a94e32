"""The team's own rules for words, as one text."""

from django import forms

from bowout.web.forms.base import Form

LONGEST = 100_000
"""Characters of all rules together."""


class WordsForm(Form):
    """A TOML text; what is wrong with it is said of each rule, and sinks nothing."""

    words = forms.CharField(
        label="Your rules, in TOML",
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 20, "class": "mono", "spellcheck": "false", "wrap": "off"}),
    )

    def clean_words(self) -> str:
        """With line ends as files have them."""
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")
