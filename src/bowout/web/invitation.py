"""The link with which somebody chooses a password: signed, for one use, and for three days."""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import base36_to_int, int_to_base36

from bowout.store import teams
from bowout.store.models import User

# The token is made from the password there is, so it ends with the first use.
_TOKENS = PasswordResetTokenGenerator()


def link_for(request: HttpRequest, user: User) -> str:
    """The whole address to hand over to ``user``."""
    return request.build_absolute_uri(path_for(user))


def path_for(user: User) -> str:
    """The same without our own name in front."""
    parts = {"who": int_to_base36(user.pk), "token": _TOKENS.make_token(user)}
    return reverse("set-password", kwargs=parts)


def invited(who: str, token: str) -> User | None:
    """Whom the link was made for; None when it is used up, too old, or not ours."""
    try:
        user = teams.active_user(base36_to_int(who))
    except (ValueError, OverflowError):
        return None
    return user if user and _TOKENS.check_token(user, token) else None
