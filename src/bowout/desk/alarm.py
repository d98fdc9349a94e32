"""What waits for no morning mail: an angry customer (M10), and what sounds like an arrangement with a rival (M6)."""

from collections.abc import Iterable
from datetime import datetime

from bowout.core.actor import LEADERS
from bowout.core.events import Event
from bowout.core.independence import arrangements
from bowout.desk import mailing
from bowout.desk.digest import own_office
from bowout.desk.who_hears import here_of
from bowout.store import facts
from bowout.store.models import WalkAway


def tell_leaders(walk_away: WalkAway, events: Iterable[Event], version: int, now: datetime) -> None:
    """Write to those who lead the team, and to nobody else, when words of ours sound like an arrangement with a rival.

    In the caller's transaction. The words stay on the page, which shows them to leaders only.
    """
    if not arrangements(events):
        return
    deal = walk_away.deal
    text = (
        "Hello {},\n\nSomething written on this walk-away sounds like an arrangement with another bidder. It may be "
        "innocent. Whether we compete is our own decision and nobody else's, so read it, ask, and call counsel before "
        "anything more is sent. You see it at the top of the page, your reps do not:\n\n{}\n"
    )
    for role in sorted(LEADERS):
        for user in facts.members(deal.team_id, role):
            words = text.format(user.get_short_name(), mailing.address_of(f"/walk-aways/{walk_away.pk}/"))
            mail = mailing.notice(user, f"Please look: {deal.name}", words, own_office(user).next_open(now))
            key = f"independence-{walk_away.pk}-{version}-{user.pk}"
            mailing.enqueue(deal.team, key, mail, walk_away, private_to=user)


def tell_menders(walk_away: WalkAway, role: str, version: int, now: datetime) -> None:
    """Write to everybody of that role in the team, in the caller's transaction; at night it waits for their morning.

    Where all of them are away, the managers hear it. Their words stay here, as with every mail of ours.
    """
    deal = walk_away.deal
    for user in here_of(deal, (role, "manager"), now):
        text = (
            f"Hello {user.get_short_name()},\n\n"
            f"{deal.account.name} is angry about how we are leaving. Call them, listen, and say sorry. What happened, "
            "in order, and what they said:\n\n"
            f"{mailing.address_of(f'/walk-aways/{walk_away.pk}/')}\n"
        )
        at = own_office(user).next_open(now)
        mail = mailing.notice(user, f"They are angry: {deal.name}", text, at)
        mailing.enqueue(deal.team, f"angry-{walk_away.pk}-{version}-{user.pk}", mail, walk_away)
