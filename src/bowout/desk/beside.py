"""What stands beside a walk-away on its page: their links, and the mail that went and came."""

from bowout.desk.walking import Walk
from bowout.store import access
from bowout.store.models import CustomerLink, Outbox, Received

_MAILS = 20


def links_of(walk: Walk) -> list[CustomerLink]:
    """The customer's links, latest first; one query."""
    links = access.links_of(walk.user).filter(walk_away=walk.row.pk).select_related("asked_by")
    return list(links.order_by("-made_at"))


def mails_of(walk: Walk) -> list[Outbox]:
    """What went out or waits to, latest first; one query."""
    return list(access.outbox_of(walk.user).filter(walk_away=walk.row.pk, kind="mail").order_by("-pk")[:_MAILS])


def received_of(walk: Walk) -> list[Received]:
    """What came by mail, latest first; one query."""
    rows = access.received_of(walk.user).filter(walk_away=walk.row.pk).select_related("contact")
    return list(rows.order_by("-received_at", "-pk")[:_MAILS])
