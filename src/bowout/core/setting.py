"""Where a walk-away happens: the deal and the team's playbook."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bowout.core.actor import Actor, Role
from bowout.core.deal import Deal
from bowout.core.hours import Office
from bowout.core.playbook import Playbook
from bowout.lint import HOUSE, Book


class Setting(Struct, frozen=True):
    """What a guard may look at besides the state and the intent."""

    deal: Deal
    playbook: Playbook = Playbook()
    mender: Role = "executive"
    """Who says sorry to an angry customer: an executive, or a manager in a team that has none (M10)."""
    book: Book = HOUSE
    """The rules for words, with the team's own (M5)."""
    moment: datetime | None = None
    """When it is looked at; None: at no moment, and a no-contact period is taken to be on, whatever its days."""

    def at(self, moment: datetime | None) -> "Setting":
        """The same, looked at then."""
        return replace(self, moment=moment)

    @property
    def office(self) -> Office:
        """The customer's working hours."""
        return self._office(self.deal.zone, self.deal.country, self.deal.region)

    def office_of(self, contact: str) -> Office:
        """The working hours of the contact with that key: their own where they sit elsewhere."""
        found = self.deal.contact(contact)
        if found is None or not found.zone:
            return self.office
        if not found.country:
            return self._office(found.zone, self.deal.country, self.deal.region)
        return self._office(found.zone, found.country, found.region)

    def knows_clock_of(self, contact: str) -> bool:
        """True when somebody, or a phone number, has said where that contact is."""
        found = self.deal.contact(contact)
        return self.deal.zone_known or (found is not None and bool(found.zone))

    def _office(self, zone: str, country: str, region: str) -> Office:
        book = self.playbook
        return Office(
            zone, country, book.office_opens, book.office_closes, region, (book.lunch_begins, book.lunch_ends)
        )

    @property
    def notice(self) -> timedelta:
        """Office time before a meeting in which nothing finds fault with telling them."""
        return max(self.no_notice, self.playbook.meeting_warn_days * self.office.length)

    @property
    def no_notice(self) -> timedelta:
        """Less office time than this before a meeting, and telling them is worse than keeping it."""
        return timedelta(hours=self.playbook.meeting_block_hours)

    def window(self, asked_at: datetime, told_at: datetime | None, promised: datetime | None = None) -> datetime:
        """The end of their time to answer, never before an end that they were ``promised``."""
        # It runs from when they knew: an ask logged with an earlier date must not eat their time to answer.
        end = self.office.add_days(max(asked_at, told_at or asked_at), self.playbook.feedback_days)
        return max(end, promised or end)

    def name(self, contact: str) -> str:
        """How to call the contact with that key in a sentence."""
        found = self.deal.contact(contact)
        return found.name if found else "the contact"

    def may_mend(self, actor: Actor) -> bool:
        """True for those whose sorry counts as the company's."""
        return actor.role in {"executive", self.mender}

    @property
    def only_in_writing(self) -> bool:
        """True in a no-contact period: whatever we advise, it must not be a call."""
        if self.deal.regime != "no-contact" or self.moment is None:
            return self.deal.regime == "no-contact"
        return self.deal.no_contact.covers(self.office.local(self.moment).date())

    @property
    def turns(self) -> tuple[datetime, ...]:
        """The moments from which calls are forbidden, or allowed again."""
        if self.deal.regime != "no-contact":
            return ()
        zone = ZoneInfo(self.deal.zone)
        return tuple(datetime.combine(day, time(), zone) for day in self.deal.no_contact.turns)

    def is_bystander(self, contact: str) -> bool:
        """True when the contact's role has no part in the decision: ``executive assistant``, not ``assistant dean``."""
        role = self._role(contact)
        known = {plain(known) for known in self.playbook.bystander_roles}
        # A key user may well decide; only a plain one has no part in it.
        return role in known or any(role.endswith(f" {last}") for last in known - {"user"})

    def speaks_for_them(self, contact: str) -> bool:
        """True when what this contact hears, the customer has heard; while nobody is listed, whoever it is."""
        listed = self.deal.contact(contact) is not None or not self.deal.contacts
        return listed and not self.is_bystander(contact)

    def rank(self, contact: str) -> int:
        """How much the contact's role matters: 0 most; for those without a key role, as many as there are."""
        roles, role = [plain(known) for known in self.playbook.key_roles], self._role(contact)
        return roles.index(role) if role in roles else len(roles)

    def matters(self, contact: str) -> bool:
        """True when the contact has one of the key roles."""
        return self.rank(contact) < len(self.playbook.key_roles)

    def is_officer(self, contact: str) -> bool:
        """True when the contact is the one whom a no-contact period lets us address: ``head of procurement``."""
        if named := self.deal.no_contact.officer:
            return contact == named
        # An economic buyer decides; a buyer runs the procedure.
        role = self._role(contact).replace("economic buyer", "")
        return any(f" {plain(known)} " in f" {role} " for known in self.playbook.officer_roles)

    def _role(self, contact: str) -> str:
        found = self.deal.contact(contact)
        return plain(found.role) if found else ""


def plain(role: str) -> str:
    """A role without case, hyphens and underscores, so that ``End-User`` is ``end user``."""
    return " ".join(role.casefold().replace("-", " ").replace("_", " ").split())
