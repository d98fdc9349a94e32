"""The customer answers on their page (M3.4)."""

from datetime import datetime

from django.db import transaction
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.reasons import Answer
from bowout.core.walkaway import WalkAway as State
from bowout.core.walkaway import fold
from bowout.desk import acting
from bowout.desk.customer import writer_of
from bowout.desk.replies import Reply, asked, reply_of, said_by
from bowout.desk.telling import tell
from bowout.store import facts, streams
from bowout.store.models import CustomerLink

_ANSWERED = "they have answered. Until you have read it and told them so, nothing may be decided."


class ReasonsChanged(Exception):
    """The reasons are not those that the customer has read."""


def record(link: CustomerLink, reply: Reply, now: datetime) -> bool:
    """Write what they say, and tell the rep that they did; False when it is what they have said already.

    Raises ``ReasonsChanged``. Nothing is refused for being late: their word is their word.
    """
    with transaction.atomic():
        # Held against a second tap on the same button: whoever comes second finds it said.
        facts.locked(facts.walk_aways()).get(pk=link.walk_away_id)
        log = streams.log(link.walk_away_id)
        intent = _feedback(link, fold(log), reply, now)
        before = reply_of(link, log)
        if before is not None and before == replace(reply, answers={**before.answers, **reply.answers}):
            return False
        decision = acting.answer(link, intent, now)
        assert decision.accepted, "no guard keeps the customer from speaking"
        key = f"answered-{link.pk.hex}-{len(said_by(link, log)) + 1}"
        tell(link.walk_away, key, f"Answered: {link.walk_away.deal.name}", _ANSWERED, now, else_to=writer_of(link))
    return True


def _feedback(link: CustomerLink, state: State, reply: Reply, now: datetime) -> i.Feedback:
    kinds = {asked(link, reason).ref: reason.kind for reason in state.reasons}
    if not kinds.keys() >= reply.answers.keys():
        raise ReasonsChanged
    return i.Feedback(
        at=now,
        by=Actor("customer"),
        answers=tuple(Answer(kinds[ref], given.verdict, given.words) for ref, given in reply.answers.items()),
        words=reply.words,
        call_me=reply.call_me,
        call_at=reply.call_at,
        go_ahead=reply.go_ahead,
        wait_until=reply.wait_until,
        override="The customer's own words.",
    )
