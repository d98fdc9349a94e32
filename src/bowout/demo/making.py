"""Makes the whole demo in an empty database, the same every time for the same ``now``."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from msgspec import Struct

from bowout.connectors.mail import Carrier
from bowout.core.hours import Office
from bowout.demo import customers, deals, stories
from bowout.demo.cast import Users, enlist
from bowout.demo.crm import enter, there
from bowout.demo.moments import Moments
from bowout.demo.post import SENDING, Post, post_by
from bowout.demo.story import Story
from bowout.desk import links
from bowout.desk.editing import edit
from bowout.store.models import Deal

SHOWN, WON = "T-2034", "T-1612"


class Made(Struct, frozen=True):
    """What the terminal needs to say: whose page can be answered, and the token in its address."""

    customer: str
    token: str


@transaction.atomic
def make(now: datetime, carrier: Carrier) -> Made:
    """Fill the database. ``now`` is aware; nothing that happened is later than it. The carrier gets all mail."""
    users, post = enlist(), post_by(carrier)
    moments = Moments(now, Office("UTC"))
    direct = enter(users["nora"].team, customers.DIRECT, deals.DIRECT, users, moments)
    partners = enter(users["tomas"].team, customers.PARTNERS, deals.PARTNERS, users, moments)
    shown = _tell(direct, stories.DIRECT, users, "judith", moments, post)[SHOWN]
    _tell(partners, stories.PARTNERS, users, "ingrid", moments, post)
    # What waited for somebody's morning.
    post(now - SENDING)
    won = direct[WON]
    won.refresh_from_db()
    edit(users["daniel"], won, {"status": "won", "stage": "Closed won"})
    assert shown.link is not None
    return Made(shown.link.contact.name, links.token(shown.link))


def _tell(
    rows: dict[str, Deal],
    tales: Mapping[str, stories.Tale],
    users: Users,
    manager: str,
    moments: Moments,
    post: Post,
) -> dict[str, Story]:
    told = {}
    for number, tale in tales.items():
        deal = rows[number]
        told[number] = Story(deal, users, manager, there(deal.account, moments), post)
        tale(told[number])
    return told
