"""Tells one walk-away act by act. Every act goes through the desk, so the guards have heard all of it."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.events import CallOutcome, Return, TurnedOut
from bowout.core.process import Decision
from bowout.core.reasons import Answer, Evidence, Known, Reason, ReasonKind, Verdict
from bowout.demo.cast import Users
from bowout.demo.moments import Moments
from bowout.demo.post import Post, composed, written
from bowout.desk import acting, answering
from bowout.desk.feeling import feel
from bowout.desk.replies import Given, Reply, asked
from bowout.desk.setting import setting_of
from bowout.desk.stepping import Step, take
from bowout.store import access, streams
from bowout.store.models import CustomerLink, Deal, User

HERE = UUID("6f2d1f0a-0d1c-5a6e-9a53-0c9b6b1f7a11")
"""Identity in the demo is made from this and a name, so that it is the same every time."""
RECORDED_AFTER = timedelta(minutes=4)
_ANY_HANDS = Actor("rep")

Seen = tuple[int, str, str]
"""Working days from today, source, text."""


class Astray(Exception):
    """The guards say something else than the story expects of them."""


class Story:
    """One walk-away of one deal. Days and clocks are the customer's, see ``Moments``."""

    def __init__(self, deal: Deal, users: Users, manager: str, moments: Moments, post: Post) -> None:
        self.deal, self.users, self.manager, self.moments, self.post = deal, users, users[manager], moments, post
        self.stream = uuid5(HERE, f"walk-away {deal.external_id}")
        self.version = 0
        self.link: CustomerLink | None = None
        self.people = {part.contact.name: part.contact for part in deal.deal_contacts.select_related("contact")}

    def reason(self, kind: ReasonKind, internal: str, customer: str, stay_if: str, *seen: Seen) -> Reason:
        """A reason with what was observed for it."""
        evidence = tuple(Evidence(self.moments.day(days), source, text) for days, source, text in seen)
        return Reason(kind, internal, customer, stay_if, evidence)

    def consider(self, days: int, clock: str, *reasons: Reason, known: Known, warned: Collection[str] = ()) -> None:
        """The doubt is recorded, by the deal's owner."""
        at = self.moments.at(days, clock)
        intent = i.Consider(at=at, by=_ANY_HANDS, reasons=reasons, known=known)
        self._went(acting.start(self._hands("owner"), self.deal, intent, self.stream, at + RECORDED_AFTER), warned)

    def do(
        self,
        days: int,
        clock: str,
        kind: type[i.Intent],
        by: str = "owner",
        warned: Collection[str] = (),
        **fields: Any,
    ) -> None:
        """Somebody of ours acts; the guards must warn of, or have overridden, just what ``warned`` names."""
        intent = kind(at=self.moments.at(days, clock), by=_ANY_HANDS, **fields)
        self._take(by, self._with_letter(intent, self._hands(by)), warned)

    def agree(self, days: int) -> None:
        """Rep and manager say that we are prepared to walk."""
        self.do(days, "11:35", i.Confirm)
        self.do(days, "15:20", i.Confirm, by="manager")

    def call(self, days: int, clock: str, name: str, outcome: CallOutcome = "reached", **more: Any) -> None:
        """Phone somebody."""
        self.do(days, clock, i.Call, contact=self.key(name), outcome=outcome, **more)

    def ask(self, days: int, clock: str, name: str, by: str = "owner") -> None:
        """Ask for their view, with the letter that leads to the page on which they can give it."""
        at, to = self.moments.at(days, clock), self.people[name]
        state = streams.load(self.stream)
        letter = composed("ask", state, setting_of(self.deal), self.deal, to, self._hands(by), at)
        self._take(by, Step(i.AskFeedback(at=at, by=_ANY_HANDS, letter=letter), True, invited=str(to.pk)), ())
        self.link = access.any_link(access.links_of(self._hands(by)).filter(walk_away=self.stream).latest("made_at").pk)

    def reply(self, days: int, clock: str, *answers: Answer, words: str = "", call_me: bool = False) -> None:
        """The customer answers on their page."""
        assert self.link is not None
        at = self.moments.at(days, clock)
        reasons = {reason.kind: reason for reason in streams.load(self.stream).reasons}
        given = {asked(self.link, reasons[one.kind]).ref: Given(one.verdict, one.words) for one in answers}
        answering.record(self.link, Reply(given, words, call_me), at)
        self.version = streams.load(self.stream).version
        self.post(at)

    def feel(self, days: int, clock: str, said: str = "", private: bool = False, **grades: int) -> None:
        """The customer says on their page how it felt."""
        assert self.link is not None
        if not feel(self.link, grades, said, private, self.moments.at(days, clock)):
            raise Astray(f"{self.deal.external_id}: how it felt was not taken")
        self.version = streams.load(self.stream).version

    def came_back(self, days: int, clock: str) -> None:
        """The mail with the question did not reach them."""
        self._hear(days, clock, i.ComeBack, what="asked")

    def wish(self, days: int, clock: str, when: Return, on: date) -> None:
        """The customer says on their page when we may come back."""
        self._hear(days, clock, i.SetCheckBack, when=when, on=on)

    def outcome(self, days: int, clock: str, how: TurnedOut, words: str = "") -> None:
        """The customer says on their page how it turned out."""
        self._hear(days, clock, i.TellOutcome, how=how, words=words)

    def _hear(self, days: int, clock: str, kind: type[i.Intent], **said: Any) -> None:
        assert self.link is not None
        at = self.moments.at(days, clock)
        if not acting.answer(self.link, kind(at=at, by=_ANY_HANDS, **said), at).accepted:
            raise Astray(f"{self.deal.external_id}: what the customer said was not taken")
        self.version = streams.load(self.stream).version

    def key(self, name: str) -> str:
        """How events name that contact."""
        return str(self.people[name].pk)

    def _with_letter(self, intent: i.Intent, by: User) -> Step:
        letter = self._letter(intent, by)
        return Step(replace(intent, letter=letter), True) if letter else Step(intent)

    def _letter(self, intent: i.Intent, by: User) -> i.Letter | None:
        """What goes out with it: to whom they have talked to, or to whom a message is addressed."""
        if isinstance(intent, i.Message):
            to = next(person for person in self.people.values() if str(person.pk) == intent.contact)
            return written(intent.text, to, by) if intent.channel == "email" else None
        if self.link is None:
            return None
        if isinstance(intent, i.Acknowledge):
            return written(intent.text, self.link.contact, by, "acknowledge")
        return written(intent.text, self.link.contact, by, "part") if isinstance(intent, i.Part) else None

    def _take(self, by: str, step: Step, warned: Collection[str]) -> None:
        recorded_at = step.intent.at + RECORDED_AFTER
        self._went(take(self._hands(by), self.stream, step, self.version, recorded_at), warned)
        if step.mail:
            self.post(recorded_at)

    def _hands(self, by: str) -> Any:
        return {"owner": self.deal.owner, "manager": self.manager}.get(by) or self.users[by]

    def _went(self, decision: Decision, warned: Collection[str]) -> None:
        spoke = {finding.rule for finding in decision.findings if finding.severity != "advise"}
        if not decision.accepted or spoke != set(warned):
            raise Astray(f"{self.deal.external_id}, after event {self.version}: {decision.findings}")
        self.version += len(decision.events)


def says(kind: ReasonKind, verdict: Verdict, words: str = "") -> Answer:
    """What the customer says to one reason."""
    return Answer(kind, verdict, words)
