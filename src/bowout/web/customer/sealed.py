"""An answer between the look over it and its sending: signed, short-lived, and good on one page only.

The second of the two posts carries nothing else. So what is recorded is what was shown, and only a browser that was
shown it can send it: no cookie is needed against forged requests.
"""

from datetime import timedelta

from django.core import signing
from msgspec import convert, to_builtins

from bowout.desk.replies import Reply
from bowout.store.models import CustomerLink

LIVES = timedelta(hours=2)


class Broken(Exception):
    """Not what we sealed for this page."""


def seal(link: CustomerLink, reply: Reply) -> str:
    """The answer as a hidden field."""
    return signing.dumps(to_builtins(reply), salt=_salt(link), compress=True)


def unseal(link: CustomerLink, sealed: str) -> tuple[Reply, bool]:
    """The answer, and whether it is still fresh. Raises ``Broken``."""
    try:
        reply = convert(signing.loads(sealed, salt=_salt(link)), Reply)
        signing.loads(sealed, salt=_salt(link), max_age=LIVES)
    except signing.SignatureExpired:
        return reply, False
    except (signing.BadSignature, ValueError) as error:
        raise Broken from error
    return reply, True


def _salt(link: CustomerLink) -> str:
    return f"customer-answer:{link.pk.hex}"
