"""What people write on a deal, its account, its people and its calendar."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from bowout.core.hours import regions
from bowout.store.models import Account, Deal, DealContact
from bowout.web.forms.base import DayField, Form, WallClockField
from bowout.web.forms.places import RegionField, country_field, today, zone_field
from bowout.web.labels import DEAL, KIND, REGIME

ROLES = (
    "champion",
    "economic buyer",
    "decision maker",
    "technical buyer",
    "end user",
    "procurement officer",
    "legal",
    "assistant",
)
"""Offered, not required: a team may have its own words."""
LANGUAGES = [("", "Not said"), ("en", "English"), ("de", "German"), ("fr", "French")]


class Careful(Form):
    """A form that knows what it showed, so that only what somebody changed is written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True

    def changes(self) -> dict[str, Any]:
        """Fields that were changed on the page, with their new values."""
        return {name: self.cleaned_data[name] for name in self.changed_data}

    def clean_phone(self) -> str:
        """Refuse a number that nobody can dial; one that an import brought stays while nobody changes it."""
        phone: str = self.cleaned_data["phone"]
        if phone and "phone" in self.changed_data and not any(letter.isdigit() for letter in phone):
            raise forms.ValidationError(
                "This number has no digits. Write it as +49 30 1234567, or leave it empty.", "digits"
            )
        return phone


class Placed(Careful):
    """A form with a country and one of its regions."""

    def clean(self) -> dict[str, Any]:
        """The region by its code in that country."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        field = self.fields["region"]
        assert isinstance(field, RegionField)
        try:
            cleaned["region"] = field.code(cleaned.get("country", ""), cleaned.get("region", "").strip())
        except forms.ValidationError as error:
            self.add_error("region", error)
        return cleaned

    @property
    def regions(self) -> list[tuple[str, str]]:
        """Those of the country that stands there."""
        return list(regions(self["country"].value() or "").items())


class DealForm(Careful):
    """Facts of a deal."""

    name = forms.CharField(label="Name", max_length=300)
    owner: Any = forms.ModelChoiceField(label="Owner", queryset=None, required=False, empty_label="Nobody")
    stage = forms.CharField(
        label="Stage", max_length=100, required=False, widget=forms.TextInput(attrs={"list": "stages"})
    )
    status = forms.ChoiceField(label="Status", choices=[(name, words) for name, (words, _) in DEAL.items()])
    amount = forms.DecimalField(label="Amount", max_digits=18, decimal_places=2, min_value=0, required=False)
    currency = forms.CharField(
        label="Currency",
        max_length=3,
        required=False,
        validators=[RegexValidator(r"^[A-Za-z]{3}$", "Use the three letters of the currency, such as EUR.")],
        widget=forms.TextInput(attrs={"placeholder": "EUR"}),
    )
    close_date = DayField(label="Close date", required=False)
    regime = forms.ChoiceField(
        label="Contact regime",
        choices=list(REGIME.items()),
        help_text="In a public tender’s no-contact period only the procurement officer may be addressed.",
    )
    regime_from = DayField(label="From", required=False, help_text="Empty: it has begun.")
    regime_until = DayField(
        label="Until",
        required=False,
        help_text="The last day of it, such as the day before the award. Empty: not known.",
    )
    officer: Any = forms.ModelChoiceField(
        label="The officer named for it",
        queryset=None,
        required=False,
        empty_label="By their role",
    )
    regime_source = forms.CharField(
        label="Where the rule stands",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Tender documents, section 4.2"}),
    )
    submitted = forms.BooleanField(
        label="Our bid is in and binds us",
        required=False,
        help_text="Then walking away may cost more than a deal: ask before anything is said.",
    )
    withdraw_until = DayField(
        label="It may be withdrawn until", required=False, help_text="Often the last day for bids. Empty: not known."
    )
    binding_until = DayField(label="It binds us until", required=False)
    next_step = forms.CharField(
        label="Next step", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    description = forms.CharField(
        label="Description", max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, members: Any, people: Any, deal: Deal, data: Any = None) -> None:
        names = set(self.base_fields) - {"owner", "officer"}
        super().__init__(data, initial={name: getattr(deal, name) for name in names})
        self.initial.update(owner=deal.owner_id, officer=deal.officer_id)
        self.fields["owner"].queryset = members  # type: ignore[attr-defined]
        self.fields["officer"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The period ends after it begins, and a bid binds at least as long as it may be withdrawn."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        pairs = (
            ("regime_from", "regime_until", "The period cannot end before it begins."),
            ("withdraw_until", "binding_until", "It cannot be withdrawn once it binds us no longer."),
        )
        for first, last, says in pairs:
            if cleaned.get(first) and cleaned.get(last) and cleaned[last] < cleaned[first]:
                self.add_error(last, says)
        return cleaned

    def clean_currency(self) -> str:
        """In capitals."""
        currency: str = self.cleaned_data["currency"]
        return currency.upper()


class AccountForm(Placed):
    """Where a customer is, so that nobody is called at night."""

    name = forms.CharField(label="Name", max_length=300)
    country = country_field(help_text="For their public holidays.")
    region = RegionField()
    zone = zone_field("Time zone", "For their office hours. Not known: then ours is taken.", required=False)
    language = forms.ChoiceField(
        label="Language", required=False, choices=LANGUAGES, help_text="In which they get their page and our drafts."
    )
    phone = forms.CharField(label="Phone", max_length=64, required=False)
    website = forms.CharField(label="Website", max_length=300, required=False)

    def __init__(self, account: Account, data: Any = None) -> None:
        super().__init__(data, initial={name: getattr(account, name) for name in self.base_fields})
        _offer(self, "country", account.country)
        _offer(self, "zone", today(account.zone))
        _offer(self, "language", account.language)


class PersonForm(Placed):
    """Somebody at the customer, and their part in the decision."""

    name = forms.CharField(label="Name", max_length=300)
    role = forms.CharField(
        label="Role in the decision",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"list": "roles", "placeholder": "champion, economic buyer …"}),
    )
    title = forms.CharField(label="Job title", max_length=300, required=False)
    phone = forms.CharField(label="Phone", max_length=64, required=False)
    email = forms.EmailField(label="E-mail", max_length=254, required=False)
    language = forms.ChoiceField(
        label="Language",
        required=False,
        choices=[("", "As the account"), *LANGUAGES[1:]],
        help_text="What they read from us, where it is not the account’s.",
    )
    country = country_field(help_text="If they sit elsewhere than the account.")
    region = RegionField()
    zone = zone_field("Time zone", "Theirs, where it is not the account’s.", required=False, empty="As the account")

    @classmethod
    def of(cls, part: DealContact, data: Any = None) -> "PersonForm":
        """The form as it stands for somebody with a part in a deal."""
        contact = part.contact
        names = [name for name in cls.base_fields if name != "role"]
        form = cls(data, initial={name: getattr(contact, name) for name in names} | {"role": part.role})
        _offer(form, "language", contact.language)
        _offer(form, "country", contact.country)
        _offer(form, "zone", today(contact.zone))
        return form


class RoleForm(Form):
    """The part in the decision of somebody who is known already."""

    role = forms.CharField(label="Role in the decision", max_length=100, required=False)


class EntryForm(Form):
    """Something dated on the deal, on the customer's clock."""

    kind = forms.ChoiceField(label="What", choices=list(KIND.items()))
    at = WallClockField(label="When")
    title = forms.CharField(label="In a few words", max_length=300, required=False)


def _offer(form: Form, name: str, value: str) -> None:
    """An import may have brought a value that cannot be chosen here; it stays possible."""
    field: Any = form.fields[name]
    flat = {key for key, inner in field.choices if isinstance(inner, str)}
    flat |= {key for _, inner in field.choices if not isinstance(inner, str) for key, _ in inner}
    if value not in flat:
        field.choices = [(value, value), *field.choices]
