"""The talk about the reasons in the customer's calendar (M3.3).

What they see in it is what a colleague may see who shares the calendar: a talk with somebody, and nothing of why.
"""

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID, uuid5

from msgspec import Struct

from bowout.connectors.mail import Invitation
from bowout.core.intents import BookTalk, CallOffTalk, Intent
from bowout.core.playbook import Playbook
from bowout.core.walkaway import WalkAway as State
from bowout.desk.branding import company_of
from bowout.store.models import User, WalkAway

_TITLE = {
    "en": "Conversation with {name}, {team}",
    "de": "Gespräch mit {name}, {team}",
    "fr": "Entretien avec {name}, {team}",
}

_NOTES = {
    "en": ("This appointment is off.", "This appointment has another time now."),
    "de": ("Dieser Termin entfällt.", "Dieser Termin hat jetzt eine andere Zeit."),
    "fr": ("Ce rendez-vous est annulé.", "Ce rendez-vous a maintenant une autre heure."),
}
"""For a mail that brings a calendar up to date and nothing else: called off, and moved."""


class Kept(Struct, frozen=True):
    """The talk as it stands in somebody's calendar: whom we invited, in whose name, and in which language."""

    attendee: tuple[str, str]
    organizer: tuple[str, str]
    language: str


def kept_in(last: dict[str, Any] | None) -> Kept | None:
    """What the last mail with an invitation has left in their calendar; None: nothing."""
    if last is None or last["invitation"]["method"] == "CANCEL":
        return None
    by = last["invitation"].get("organizer") or (last["sender"], last["sender_name"])
    return Kept((last["to"], last["to_name"]), (by[0], by[1]), last.get("language", ""))


def appointment(
    intent: Intent, state: State, walk_away: WalkAway, by: User, language: str, version: int, kept: Kept | None
) -> Invitation | None:
    """What goes into their calendar with a step: the talk, another time for it, or that it is off; None for others.

    One walk-away has one appointment; what was said last counts. What is ``kept`` there stays in its maker's name.
    """
    organizer = kept.organizer if kept else None
    if isinstance(intent, BookTalk):
        return _of(walk_away, by, language, version, "REQUEST", intent.talk_at, organizer)
    if isinstance(intent, CallOffTalk) and state.talk_at is not None and kept is not None:
        return _of(walk_away, by, language, version, "CANCEL", state.talk_at, organizer)
    return None


def note(invitation: Invitation, language: str) -> str:
    """What a mail says that only brings their calendar up to date."""
    off, moved = _NOTES.get(language, _NOTES["en"])
    return off if invitation.method == "CANCEL" else moved


def _of(
    walk_away: WalkAway,
    by: User,
    language: str,
    version: int,
    method: Literal["REQUEST", "CANCEL"],
    start: datetime,
    organizer: tuple[str, str] | None,
) -> Invitation:
    team = walk_away.deal.team
    name = organizer[1] if organizer else by.name
    return Invitation(
        method=method,
        uid=talk_uid(walk_away.pk),
        # The log only grows, so each state of the appointment has a higher number than the one before.
        sequence=version,
        start=start,
        end=start + timedelta(minutes=Playbook.of(team.playbook).talk_minutes),
        summary=_TITLE.get(language, _TITLE["en"]).format(name=name, team=company_of(team)),
        organizer=organizer,
    )


def talk_uid(walk_away: UUID) -> str:
    """The same for ever; it says nothing of the walk-away."""
    return str(uuid5(walk_away, "talk"))
