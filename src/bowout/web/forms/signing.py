"""Signing in, and choosing a password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from bowout.desk.where import where
from bowout.store.models import User
from bowout.web.forms.base import Form
from bowout.web.forms.places import country_field, zone_field


class SignIn(Form):
    """Address and password."""

    email = forms.EmailField(
        label="E-mail address", widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True})
    )
    password = forms.CharField(
        label="Password", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class NewPassword(Form):
    """A password for somebody who is known already."""

    password = forms.CharField(
        label="New password",
        strip=False,
        max_length=200,
        help_text="At least 10 characters. A few words that belong together only for you are easy to keep.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Refuse what is easily guessed."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password


class Welcome(Form):
    """The first run: the team and its owner."""

    team = forms.CharField(label="Name of your team", max_length=200, help_text="As your customers know you.")
    country = country_field("Your country", "Helps to read phone numbers and states in the files that you import.")
    zone = zone_field(
        "Your time zone",
        "Times are shown on the customer's clock first, and on yours after.",
        required=False,
        empty="That of my country",
    )
    zone.widget.attrs["data-browser-zone"] = True
    name = forms.CharField(label="Your name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        help_text="You sign in with it.",
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    role = forms.ChoiceField(
        label="Your role",
        choices=[("manager", "Manager: I agree that we may walk"), ("revops", "RevOps: I connect and tune")],
        initial="manager",
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        max_length=200,
        help_text="At least 10 characters. A few words that belong together only for you are easy to keep.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Take the zone of a country that has one; refuse a password easily guessed from the name or the address."""
        given = super().clean() or {}
        if not given.get("zone") and "zone" not in self.errors:
            given["zone"] = where(given.get("country", ""), "", "")[1]
            if not given["zone"]:
                self.add_error("zone", "Choose your time zone: your country has several, or is not said.")
        if password := given.get("password"):
            user = User(name=given.get("name", ""), email=given.get("email", ""))
            try:
                validate_password(password, user)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return given
