"""The customer answers on their page (M3.4)."""

from datetime import datetime

from django.db import transaction
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.reasons import Answer
from bowout.core.walkaway import WalkAway as State
from bowout.core.walkaway import fold
from bowout.desk import acting, mailing
from bowout.desk.customer import writer_of
from bowout.desk.replies import Reply, asked, reply_of, said_by
from bowout.desk.who_hears import who_hears
from bowout.store import facts, streams
from bowout.store.models import CustomerLink


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
        _tell(link, len(said_by(link, log)) + 1, now)
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


def _tell(link: CustomerLink, number: int, now: datetime) -> None:
    """Their words stay here: the mail says only that there are some."""
    walk_away, writer = link.walk_away, writer_of(link)
    for user in who_hears(walk_away.deal, now) or ([writer] if writer else []):
        text = (
            f"Hello {user.get_short_name()},\n\n"
            "they have answered. Until you have read it and told them so, nothing may be decided.\n\n"
            f"{mailing.address_of(f'/walk-aways/{walk_away.pk}/')}\n"
        )
        mail = mailing.notice(user, f"Answered: {walk_away.deal.name}", text, now)
        mailing.enqueue(walk_away.deal.team, f"answered-{link.pk.hex}-{number}-{user.pk}", mail, walk_away)
