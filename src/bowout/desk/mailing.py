"""Mail goes out through the outbox, together with the events that cause it."""

from datetime import datetime

from django.conf import settings
from django.utils.crypto import salted_hmac
from msgspec import to_builtins

from bowout.connectors.mail import Mail
from bowout.store import outbox
from bowout.store.models import Contact, Team, User, WalkAway

KIND = "mail"


def mail(by: User, to: Contact | User, subject: str, text: str, at: datetime, language: str = "") -> Mail:
    """What a colleague writes; answers go to them. The mail may leave from ``at`` on."""
    return Mail(
        at=at,
        to=to.email,
        to_name=to.name,
        sender=by.email,
        sender_name=by.name,
        subject=subject,
        text=text,
        language=language,
    )


def notice(to: User, subject: str, text: str, at: datetime) -> Mail:
    """What Bowout itself tells a colleague."""
    return Mail(
        at=at,
        to=to.email,
        to_name=to.name,
        sender=to.email,
        sender_name="Bowout",
        subject=subject,
        text=text,
        automatic=True,
    )


def parcel(key: str, mail: Mail) -> outbox.Parcel:
    """The mail for ``acting.act``'s ``parcels``. ``key`` names it for ever: a second one is dropped."""
    return outbox.Parcel(KIND, key, to_builtins(mail), mail.at)


def enqueue(
    team: Team, key: str, mail: Mail, walk_away: WalkAway | None = None, private_to: User | None = None
) -> None:
    """Put the mail into the outbox, in the caller's transaction; a second one of the same ``key`` is dropped.

    Colleagues see what goes out, unless it is ``private_to`` one of them.
    """
    outbox.post(team.pk, [parcel(key, mail)], walk_away, private_to)


def sealed(key: str) -> str:
    """A key that is counted, with an end that nobody can guess: who knows a mail's id could say that it came back."""
    return f"{key}-{salted_hmac('notice', key, algorithm='sha256').hexdigest()[:16]}"


def address_of(path: str) -> str:
    """The full address of one of our pages."""
    return f"{settings.BOWOUT_BASE_URL}{path}"
