"""A line to whoever of us hears of a customer: that there is something to read, and where. Their words stay here."""

from datetime import datetime

from bowout.desk import mailing
from bowout.desk.who_hears import who_hears
from bowout.store.models import User, WalkAway


def tell(walk_away: WalkAway, key: str, subject: str, words: str, now: datetime, else_to: User | None = None) -> None:
    """Write it, in the caller's transaction; a second line of the same ``key`` is dropped.

    ``else_to`` gets it where nobody hears of the deal. No name of a customer's belongs into ``words``: whoever is
    forgotten one day is not in anybody's mailbox.
    """
    page = mailing.address_of(f"/walk-aways/{walk_away.pk}/")
    for user in who_hears(walk_away.deal, now) or filter(None, [else_to]):
        text = f"Hello {user.get_short_name()},\n\n{words}\n\n{page}\n"
        mail = mailing.notice(user, subject, text, now)
        mailing.enqueue(walk_away.deal.team, mailing.sealed(f"{key}-{user.pk}"), mail, walk_away)
