"""The form that takes files."""

from typing import Any

from django import forms

from bowout.web.forms.base import Form


class Files(forms.ClearableFileInput):
    """The browser's own field for one file or several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; its value is a list."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Every file for itself."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(each, initial) for each in given]


class Upload(Form):
    """Files from the CRM; ``most`` is how many bytes they may have together."""

    given = FilesField(label="Files from your CRM")

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._most = most
        self.fields["given"].help_text = (
            f"CSV or Excel (.xlsx), up to {most >> 20} MB together. Choose several at once: accounts, contacts, deals "
            "and stage history find each other."
        )
        self.fields["given"].widget.attrs["accept"] = ".csv,.txt,.tsv,.xlsx"

    def clean_given(self) -> list[Any]:
        """Refuses what is too much."""
        files: list[Any] = self.cleaned_data["given"]
        if sum(file.size for file in files) > self._most:
            raise forms.ValidationError(f"Together they are over {self._most >> 20} MB. Use bowout import for these.")
        return files
