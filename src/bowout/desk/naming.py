"""Who the people in a log are, also those who have left the team or the deal."""

from collections.abc import Sequence

from django.db.models import Q

from bowout.core.setting import Setting
from bowout.desk.logbook import Names
from bowout.store import access
from bowout.store.models import User
from bowout.store.streams import Entry

_LEADERS = (User.Role.MANAGER, User.Role.EXECUTIVE)


def of(user: User, entries: Sequence[Entry], setting: Setting) -> tuple[Names, tuple[str, ...]]:
    """All names in the log, and the names of those who can confirm for the team; at most two queries."""
    members = _members(user, entries)
    contacts = {contact.key: contact.name for contact in setting.deal.contacts} | _gone(user, entries, setting)
    leaders = tuple(member.name for member in members if member.is_active and member.role in _LEADERS)
    return Names({member.pk: member.name for member in members}, contacts), leaders


def _members(user: User, entries: Sequence[Entry]) -> list[User]:
    wrote = {entry.by_user for entry in entries if entry.by_user}
    return list(access.members_of(user).filter(Q(pk__in=wrote) | Q(role__in=_LEADERS)).order_by("name"))


def _gone(user: User, entries: Sequence[Entry], setting: Setting) -> dict[str, str]:
    """Contacts whom the log names and who have no part in the deal any more; at most one query."""
    named = {key for entry in entries for key in _contact_keys(entry)}
    keys = {int(key) for key in named if key.isdecimal() and setting.deal.contact(key) is None}
    return {str(row.pk): row.name for row in access.contacts_of(user).filter(pk__in=keys)}


def _contact_keys(entry: Entry) -> tuple[str, ...]:
    key = entry.event.by.key if entry.event.by.role == "customer" else ""
    return (str(getattr(entry.event, "contact", "")), key)
