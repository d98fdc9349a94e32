"""People of the team, and the team itself."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings

from bowout.store.models import OwnCalendar, User
from bowout.web.forms.base import DayField, Form
from bowout.web.forms.places import country_field, zone_field

_HERE = {"localhost", "127.0.0.1", "::1"}
ROLES = [
    ("rep", "Rep: owns deals"),
    ("manager", "Manager: agrees that we may walk"),
    ("executive", "Executive: mends what went wrong"),
    ("revops", "RevOps: connects the CRM and tunes the playbook"),
]


class NewMember(Form):
    """Somebody to add."""

    name = forms.CharField(label="Name", max_length=200)
    email = forms.EmailField(label="E-mail address", max_length=254, help_text="They sign in with it.")
    role = forms.ChoiceField(label="Role", choices=ROLES)
    zone = zone_field()


class ChangeMember(Form):
    """What may be changed of a member."""

    role = forms.ChoiceField(label="Role", choices=ROLES)
    active = forms.BooleanField(label="May sign in", required=False)

    @classmethod
    def of(cls, member: User) -> "ChangeMember":
        """The form as it stands for a member."""
        return cls(initial={"role": member.role, "active": member.is_active})


class ChangeTeam(Form):
    """Where the team is."""

    name = forms.CharField(label="Name of the team", max_length=200)
    country = country_field()
    zone = zone_field(help_text="Taken where nobody knows where a customer is.")


class Me(Form):
    """How colleagues see me, and my clock."""

    name = forms.CharField(label="Your name", max_length=200)
    zone = zone_field("Your time zone", "Times are shown on the customer's clock first, and on yours after.")
    digest = forms.BooleanField(
        label="Every working morning, a mail with what is due and what is late",
        required=False,
        help_text="One mail, and none when nothing is due.",
    )
    away_from = DayField(label="Away from", required=False)
    away_until = DayField(
        label="Away until",
        required=False,
        help_text="The last day. Until then no mail comes, and what is due from you stands on your manager’s list.",
    )

    def clean(self) -> dict[str, Any]:
        """Both days or none, in their order."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("away_from"), cleaned.get("away_until")
        if bool(first) != bool(last) and not self.errors:
            self.add_error("away_until" if first else "away_from", "Give both days, or neither.")
        elif first and last and last < first:
            self.add_error("away_until", "You cannot be back before you go.")
        return cleaned


class ConnectCalendar(Form):
    """Where my calendar is."""

    url = forms.CharField(
        label="Address of the server, or of one calendar",
        max_length=500,
        widget=forms.URLInput(attrs={"placeholder": "https://cloud.example.com/remote.php/dav/"}),
    )
    login = forms.CharField(
        label="User name there", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    calendar_password = forms.CharField(
        label="Password there",
        strip=False,
        max_length=500,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Best one that your server makes for this alone. It is kept encrypted, and shown to nobody.",
    )

    def __init__(self, data: Any = None, known: OwnCalendar | None = None) -> None:
        super().__init__(data, initial={"url": known.url, "login": known.login} if known else None)
        self.known = known
        self.fields["calendar_password"].required = known is None
        if known:
            self.fields["calendar_password"].help_text = "Empty: the one that we have."

    def clean_url(self) -> str:
        """A password crosses no network unencrypted."""
        url: str = self.cleaned_data["url"]
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            host = ""
        if not host:
            raise forms.ValidationError("This is no address. It begins with https://.")
        on_trial = urlsplit(settings.BOWOUT_BASE_URL).hostname in _HERE
        if parts.scheme != "https" and not (on_trial and parts.scheme == "http" and host in _HERE):
            raise forms.ValidationError("Use an address that begins with https://: your password goes there.")
        if parts.username or parts.password:
            raise forms.ValidationError("Leave name and password out of the address; they have fields of their own.")
        return url

    def clean(self) -> dict[str, Any]:
        """A password is needed at first, and again for another server: the one we have is for the first."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        known = self.known
        same = known is not None and urlsplit(known.url)[:2] == urlsplit(cleaned.get("url", ""))[:2]
        if not cleaned.get("calendar_password") and not (same and known and known.login == cleaned.get("login")):
            self.add_error("calendar_password", "Enter the password.")
        return cleaned


class ChangePassword(Form):
    """The password that was, to be sure that it is really you; the new one is asked beside it."""

    old = forms.CharField(
        label="Password now",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
