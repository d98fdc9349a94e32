"""What went out for a team, and what people say of what is in doubt."""

from datetime import datetime
from email.message import EmailMessage

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from bowout.connectors.mail import Mail, compose
from bowout.store import access, outbox
from bowout.store.models import Outbox, User

PER_PAGE = 50
STUCK = (Outbox.State.IN_DOUBT, Outbox.State.FAILED)


def outgoing(user: User, states: tuple[str, ...] = (), page: int = 1) -> Page[Outbox]:
    """Rows of the team, latest first."""
    rows = access.outbox_of(user).select_related("walk_away__deal").order_by("-not_before", "-pk")
    return Paginator(rows.filter(state__in=states) if states else rows, PER_PAGE).get_page(page)


def how_many(user: User) -> dict[str, int]:
    """Rows of the team by state."""
    rows = access.outbox_of(user).order_by().values_list("state").annotate(many=Count("pk"))
    return dict(rows)


def message(row: Outbox, sender: str) -> EmailMessage | None:
    """The mail as it leaves the house (from the house's ``sender``, if it has one); None for what cannot be one."""
    try:
        return compose(msgspec.convert(row.payload, Mail), row.key, sender)
    except (ValueError, msgspec.ValidationError):
        return None


def arrived(user: User, key: int, now: datetime) -> bool:
    """Somebody knows that it was sent. False when it is not in doubt any more."""
    return outbox.settle(_one(user, key), now) == 1


def again(user: User, key: int, now: datetime) -> bool:
    """Somebody wants it sent, or sent again. False when it is not in doubt any more."""
    return outbox.send_again(_one(user, key), now) == 1


def _one(user: User, key: int) -> QuerySet[Outbox]:
    return access.outbox_of(user).filter(pk=key)
