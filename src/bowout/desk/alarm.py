"""An angry customer waits for no morning mail: whoever says sorry for us hears of it at once (M10)."""

from datetime import datetime

from bowout.desk import mailing
from bowout.desk.digest import own_office
from bowout.store import facts
from bowout.store.models import WalkAway


def tell_menders(walk_away: WalkAway, role: str, version: int, now: datetime) -> None:
    """Write to everybody of that role in the team, in the caller's transaction; at night it waits for their morning.

    Their words stay here, as with every mail of ours.
    """
    deal = walk_away.deal
    for user in facts.members(deal.team_id, role):
        text = (
            f"Hello {user.get_short_name()},\n\n"
            f"{deal.account.name} is angry about how we are leaving. Call them, listen, and say sorry. What happened, "
            "in order, and what they said:\n\n"
            f"{mailing.address_of(f'/walk-aways/{walk_away.pk}/')}\n"
        )
        at = own_office(user).next_open(now)
        mail = mailing.notice(user, f"They are angry: {deal.name}", text, at)
        mailing.enqueue(deal.team, f"angry-{walk_away.pk}-{version}-{user.pk}", mail, walk_away)
