"""One walk-away as its page shows it, in a number of queries that does not grow with the log."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from bowout.core.actor import LEADERS, Actor
from bowout.core.deal import Contact
from bowout.core.due import Step, next_steps
from bowout.core.guards.readiness import missing_confirmations
from bowout.core.guards.rule import Test
from bowout.core.hours import Office
from bowout.core.independence import Arrangement, arrangements
from bowout.core.intents import Intent, Review
from bowout.core.process import judge
from bowout.core.reasons import Answer, Reason
from bowout.core.setting import Setting
from bowout.core.standing import Standing, standing
from bowout.core.walkaway import UNDER_WAY, after
from bowout.core.walkaway import WalkAway as State
from bowout.desk import logbook, naming
from bowout.desk.path import Stop, path, waiting
from bowout.desk.setting import setting_of
from bowout.desk.whom import key_contact
from bowout.finding import Finding
from bowout.store import access, streams
from bowout.store.models import Deal, User, WalkAway
from bowout.store.streams import Entry

PAGE = 100
"""Acts on one page of the log."""


class Heard(Struct, frozen=True):
    """One answer of theirs to one reason, and who wrote it down."""

    answer: Answer
    who: str
    at: datetime


class Why(Struct, frozen=True):
    """A reason with all that was answered to it, latest first."""

    reason: Reason
    heard: tuple[Heard, ...]
    stands: bool
    """False when the latest answer was to other words than those that stand now."""


class Walk(Struct, frozen=True):
    """A walk-away, its log, and who is looking at it when."""

    row: WalkAway
    state: State
    setting: Setting
    lines: tuple[logbook.Line, ...]
    """All acts, oldest first."""
    names: logbook.Names
    leaders: tuple[str, ...]
    """Names of those who can confirm for the team."""
    ready_at: datetime | None
    user: User
    now: datetime
    arrangements: tuple[Arrangement, ...] = ()
    """What sounds like an arrangement with a rival, for those who lead the team; for others always empty."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is due."""
        return next_steps(self.state, self.setting)

    @property
    def path(self) -> tuple[Stop, ...]:
        """The way, stop by stop."""
        return path(self.state, self.setting, self.steps, self.ready_at, self.now)

    @property
    def waiting(self) -> bool:
        """True while it is the customer's turn."""
        return waiting(self.state, self.steps, self.now)

    @property
    def tests(self) -> dict[Test, Standing]:
        """The three tests."""
        return standing(self.state, self.setting)

    @property
    def may_act(self) -> bool:
        """False for those who may only look."""
        return access.may_act(self.user, self.row.deal)

    @property
    def actor(self) -> Actor:
        """Who looks, as the core knows them. Raises ``PermissionDenied`` for those who may only look."""
        return access.actor(self.user, self.row.deal)

    @property
    def missing(self) -> tuple[str, ...]:
        """Roles that have not confirmed yet."""
        return missing_confirmations(self.state, self.setting)

    @property
    def reasons(self) -> tuple[Why, ...]:
        """The reasons with their answers."""
        return tuple(
            Why(reason, self._heard(reason), self.state.answer(reason.kind) is not None)
            for reason in self.state.reasons
        )

    @property
    def overdue(self) -> tuple[Finding, ...]:
        """What is wrong with how things stand now, whatever is done next."""
        # To an angry customer nobody hurries with the routine.
        return () if self.state.mangled else self.judge(Review(at=self.now, by=Actor("rep")))

    @property
    def office(self) -> Office:
        """The working hours of the one whom all this is about."""
        contact = self._contact
        return self.setting.office_of(contact.key) if contact else self.setting.office

    @property
    def clock_known(self) -> bool:
        """False when nobody has said where they are."""
        contact = self._contact
        return self.setting.knows_clock_of(contact.key if contact else "")

    @property
    def office_closed(self) -> str:
        """Why a call right now would be indecent; empty when it is decent."""
        return self.office.why_not_now(self.now)

    @property
    def quiet_until(self) -> datetime | None:
        """Until when nobody is reminded; None when everybody is."""
        until = self.state.quiet_until
        return until if until and until > self.now else None

    @property
    def _contact(self) -> Contact | None:
        return key_contact(self.setting, self.state.told_to)

    @property
    def underway(self) -> bool:
        """False once it has ended."""
        return self.state.status in UNDER_WAY

    @property
    def last_words(self) -> str:
        """What they wrote last, beside their answers to the reasons."""
        said = [line.words for line in self.lines if line.kind == "feedback-given"]
        return said[-1] if said else ""

    def judge(self, intent: Intent) -> tuple[Finding, ...]:
        """What the guards say to an intent that is recorded now; writes nothing."""
        return judge(self.state, replace(intent, recorded_at=self.now), self.setting)

    def since(self, version: int) -> tuple[logbook.Line, ...]:
        """What has happened after that version."""
        return tuple(line for line in self.lines if line.version > version)

    def _heard(self, reason: Reason) -> tuple[Heard, ...]:
        given = (
            Heard(answer, line.who, line.at)
            for line in reversed(self.lines)
            for answer in line.answers
            if answer.kind == reason.kind
        )
        return tuple(given)


def walk(user: User, stream: UUID, now: datetime) -> Walk:
    """The walk-away as ``user`` sees it. Raises ``WalkAway.DoesNotExist`` for a stranger."""
    row = access.walk_aways_of(user).select_related("deal__account", "deal__team", "deal__owner").get(pk=stream)
    setting = setting_of(row.deal).at(now)
    entries = streams.entries([stream]).get(stream, ())
    state, ready_at = _folded(entries, setting)
    names, leaders = naming.of(user, entries, setting)
    return Walk(
        row=row,
        state=state,
        setting=setting,
        lines=tuple(logbook.lines(entries, names, setting)),
        names=names,
        leaders=leaders,
        ready_at=ready_at,
        user=user,
        now=now,
        arrangements=arrangements(entry.event for entry in entries) if user.role in LEADERS else (),
    )


def _folded(entries: Iterable[Entry], setting: Setting) -> tuple[State, datetime | None]:
    """The state, and since when everybody was prepared to walk before anybody was told."""
    state, ready_at = State(), None
    for entry in entries:
        state = after(state, entry.event)
        if state.told_at is None:
            ready = not missing_confirmations(state, setting)
            ready_at = (ready_at or entry.event.at) if ready else None
    return state, ready_at


def unbegun(user: User, deal: Deal, now: datetime) -> Walk:
    """What a walk-away from that deal would begin with: an empty log."""
    names = logbook.Names({}, {})
    return Walk(WalkAway(deal=deal), State(), setting_of(deal).at(now), (), names, (), None, user, now)
