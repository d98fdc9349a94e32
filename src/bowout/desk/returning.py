"""When we may come back is the customer's to say (M3.6)."""

from datetime import date, datetime

from django.db import transaction

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.events import Return
from bowout.desk import acting
from bowout.store import facts, streams
from bowout.store.models import CustomerLink


def may_return(link: CustomerLink, when: Return, on: date | None, now: datetime) -> bool:
    """Write when they want to be asked again, ``on`` None for never; False when they have said so already."""
    with transaction.atomic():
        # Held against a second tap on the same button: whoever comes second finds it said.
        facts.locked(facts.walk_aways()).get(pk=link.walk_away_id)
        state = streams.load(link.walk_away_id)
        if (state.check_back_when, state.check_back_on) == (when, on):
            return False
        return acting.answer(link, i.SetCheckBack(at=now, by=Actor("customer"), when=when, on=on), now).accepted
