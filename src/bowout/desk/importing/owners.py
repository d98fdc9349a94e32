"""Who owns a deal: a member of the team where name or address match, else only the name that the CRM gives."""

from bowout.connectors.tabular import DealRecord, UserRecord
from bowout.store import importing
from bowout.store.models import Team, User


class Owners:
    """The team's members, and the CRM's users as far as a file has told of them."""

    def __init__(self, team: Team) -> None:
        self._mails: dict[str, int] = {}
        self._names: dict[str, int | None] = {}
        self._people: dict[str, UserRecord] = {}
        for member in importing.members(team):
            self._mails[member.email.casefold()] = member.pk
            name = _plain(member.name)
            self._names[name] = None if name in self._names else member.pk

    def learn(self, person: UserRecord) -> bool:
        """Take note of a colleague in the CRM; True when they are a member here."""
        self._people[person.external_id] = person
        return self._member(person.name, person.email) is not None

    def of(self, record: DealRecord) -> tuple[int | None, str]:
        """The member's key, and the name as the CRM has it."""
        person = self._people.get(record.owner_external_id) if record.owner_external_id else None
        name = record.owner_name or (person.name if person else "")
        mail = record.owner_email or (person.email if person else "")
        return self._member(name, mail), name or mail

    def claim(self, member: User) -> int:
        """Give a member the deals that files left to their name or address and nobody has taken. Returns how many."""
        waiting = importing.unowned(member.team)
        names = {name for name in waiting.values_list("owner_name", flat=True).distinct() if self._is(member, name)}
        return waiting.filter(owner_name__in=names).update(owner=member)

    def _is(self, member: User, name: str) -> bool:
        return self._member(name, name) == member.pk

    def knows(self, external_id: str) -> bool:
        """True when a file has told who has that id."""
        return external_id in self._people

    def _member(self, name: str, mail: str) -> int | None:
        return self._mails.get(mail.casefold()) or self._names.get(_plain(name))


def _plain(name: str) -> str:
    first = name.partition(",")
    swapped = f"{first[2]} {first[0]}" if first[1] else name
    return " ".join(swapped.casefold().split())
