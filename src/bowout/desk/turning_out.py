"""Months later the customer says how it turned out, and whether they want to talk again (M3.6)."""

from datetime import datetime

from django.db import transaction

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.walkaway import fold
from bowout.desk import acting
from bowout.desk.replies import outcome_of
from bowout.desk.telling import tell
from bowout.store import facts, streams
from bowout.store.models import CustomerLink


def turned_out(link: CustomerLink, how: e.TurnedOut | None, words: str, again: bool, now: datetime) -> bool:
    """Write what they say, and tell us; False when it is what they have said already, or nothing.

    Words without ``how`` are lost: the page asks for it.
    """
    with transaction.atomic():
        # Held against a second tap on the same button: whoever comes second finds it said.
        facts.locked(facts.walk_aways()).get(pk=link.walk_away_id)
        log = streams.log(link.walk_away_id)
        me, said, before = Actor("customer"), False, outcome_of(link, log)
        if how and (before is None or (before.how, before.words) != (how, words)):
            said = acting.answer(link, i.TellOutcome(at=now, by=me, how=how, words=words), now).accepted
        if again and fold(log).status != "invited-back":
            said = acting.answer(link, i.InvitedBack(at=now, by=me), now).accepted or said
        if said:
            _tell(link, again, len(log), now)
    return said


def _tell(link: CustomerLink, again: bool, number: int, now: datetime) -> None:
    subject = f"{'Talk again' if again else 'How it turned out'}: {link.walk_away.deal.name}"
    words = "they want to talk again: please call them." if again else "they have said how it turned out."
    tell(link.walk_away, f"turned-out-{link.pk.hex}-{number}", subject, words, now)
