"""People of the team, and the team itself."""

from django import forms

from bowout.store.models import User
from bowout.web.forms.base import Form
from bowout.web.forms.places import country_field, zone_field

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


class ChangePassword(Form):
    """The password that was, to be sure that it is really you; the new one is asked beside it."""

    old = forms.CharField(
        label="Password now",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
