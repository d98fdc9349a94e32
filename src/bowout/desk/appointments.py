"""The talk about the reasons in the customer's calendar (M3.3).

What they see in it is what a colleague may see who shares the calendar: a talk with somebody, and nothing of why.
"""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID, uuid5

from bowout.connectors.mail import Invitation
from bowout.core.intents import BookTalk, CallOffTalk, Intent
from bowout.core.playbook import Playbook
from bowout.core.walkaway import WalkAway as State
from bowout.store.models import User, WalkAway

_TITLE = {
    "en": "Conversation with {name}, {team}",
    "de": "Gespräch mit {name}, {team}",
    "fr": "Entretien avec {name}, {team}",
}


def appointment(
    intent: Intent, state: State, walk_away: WalkAway, by: User, language: str, version: int
) -> Invitation | None:
    """What goes into their calendar with a step: the talk, another time for it, or that it is off; None for others.

    One walk-away has one appointment; what was said last counts.
    """
    if isinstance(intent, BookTalk):
        return _of(walk_away, by, language, version, "REQUEST", intent.talk_at)
    if isinstance(intent, CallOffTalk) and state.talk_at is not None:
        return _of(walk_away, by, language, version, "CANCEL", state.talk_at)
    return None


def _of(
    walk_away: WalkAway, by: User, language: str, version: int, method: Literal["REQUEST", "CANCEL"], start: datetime
) -> Invitation:
    team = walk_away.deal.team
    return Invitation(
        method=method,
        uid=talk_uid(walk_away.pk),
        # The log only grows, so each state of the appointment has a higher number than the one before.
        sequence=version,
        start=start,
        end=start + timedelta(minutes=Playbook.of(team.playbook).talk_minutes),
        summary=_TITLE.get(language, _TITLE["en"]).format(name=by.name, team=team.name),
    )


def talk_uid(walk_away: UUID) -> str:
    """The same for ever; it says nothing of the walk-away."""
    return str(uuid5(walk_away, "talk"))
