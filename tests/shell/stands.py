"""Every page that a customer can get, in every language, as a walk-away goes its way, with secrets all around."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import product
from typing import Literal

from django.http import HttpResponse
from msgspec import Struct

from bowout.core import intents as i
from bowout.core.documents import Documents
from bowout.desk import acting, links
from bowout.desk.answering import record
from bowout.desk.customer import page_of
from bowout.desk.feeling import feel
from bowout.desk.replies import Given, Reply
from bowout.desk.turning_out import turned_out
from bowout.store import streams
from bowout.store.models import CustomerLink
from bowout.web import clock
from tests.people import NOW, Cast
from tests.shell import ways
from tests.shell.customers import Customer, link_for
from tests.shell.hidden import doubt, hide, secret
from tests.shell.steps import NOBODY, STREAM, do, must

LANGUAGES = ("en", "de", "fr")
End = Literal["part", "stay", "take-back"]


class Seen(Struct, frozen=True):
    """A page as somebody at the customer got it."""

    name: str
    language: str
    customer: Customer
    response: HttpResponse

    @property
    def html(self) -> str:
        """The page as it was sent."""
        return str(self.response.content.decode(errors="replace"))

    @property
    def is_page(self) -> bool:
        """False for an answer without anything to see, such as one that leads on."""
        return self.response["Content-Type"].startswith("text/html") and bool(self.response.content)


class Stands:
    """One walk-away from the first doubt to the end; ``at`` moves the clock that pages read."""

    def __init__(
        self,
        cast: Cast,
        at: Callable[[datetime], None],
        end: End,
        answers: bool = True,
        languages: tuple[str, ...] = LANGUAGES,
    ) -> None:
        self.cast, self.at, self.end, self.answers, self.languages = cast, at, end, answers, languages
        hide(cast)

    def pages(self) -> Iterator[Seen]:
        """All of them; whoever takes the next lets the walk-away go on."""
        yield from self._all("early", self._early())
        yield from self._all("told", self._told())
        yield from self._all("open", self._asked(), ways.fails)
        if self.answers:
            yield from self._all("answered", self._answered(), ways.answers)
            yield from self._all("read", self._read(), ways.brings)
        yield from self._all("late", self._late())
        parts = self.end == "part"
        yield from self._all("over", self._over(), *((ways.leaves,) if parts else ()), ways.feels)
        if parts:
            yield from self._all("months later", self._months_later(), ways.tells)
        yield from self._all("expired", self._expired())
        yield from self._all("revoked", self._revoked())
        yield from self._all("nonsense", self._nonsense())

    def _all(self, name: str, customer: Customer, *more: ways.Way) -> Iterator[Seen]:
        hide(self.cast)
        for way, language in product((ways.looks, *more), self.languages):
            for what, response in way(customer, f"?lang={language}"):
                yield Seen(f"{name}: {what}", language, customer, response)

    def _do(self, intent: i.Intent, leader: bool = False) -> None:
        must(do(self.cast.mia if leader else self.cast.alice, intent))

    def _early(self) -> Customer:
        must(acting.start(self.cast.alice, self.cast.deal, doubt(), STREAM, NOW))
        self.at(NOW)
        self.claire, self.henri = (
            link_for(self.cast, contact, NOW, number)
            for number, contact in enumerate((self.cast.claire, self.cast.henri), 3)
        )
        CustomerLink.objects.update(expires_at=NOW + timedelta(days=200))
        self.customer = Customer(self.claire)
        return self.customer

    def _told(self) -> Customer:
        why, contact = secret("override"), str(self.cast.claire.pk)
        self._do(i.SendBack(at=NOW, by=NOBODY, words=secret("sent back"), override=why), leader=True)
        self._do(i.Call(at=NOW, by=NOBODY, contact=contact, outcome="reached", override=why))
        return self.customer

    def _asked(self) -> Customer:
        when = NOW + timedelta(hours=2)
        self._do(i.HoldTalk(at=when, by=NOBODY, override=secret("override")))
        self._do(i.AskFeedback(at=when, by=NOBODY, override=secret("override")))
        until = streams.load(STREAM).window_until
        assert until
        self.asked, self.until = when, until
        self.at(when + timedelta(hours=1))
        reason = page_of(self.henri, when).reasons[0]
        theirs = Reply({reason.ref: Given("misread", secret("words of another"))}, secret("more of another"))
        record(self.henri, theirs, when + timedelta(minutes=5))
        complaint = i.Complain(at=when, by=NOBODY, text=secret("complaint"))
        acting.answer(self.henri, complaint, when + timedelta(minutes=6))
        return self.customer

    def _answered(self) -> Customer:
        return self.customer

    def _read(self) -> Customer:
        now = clock.now()
        self._do(i.Acknowledge(at=now, by=NOBODY, text=secret("acknowledged"), override=secret("override")))
        return self.customer

    def _late(self) -> Customer:
        self.at(self.until + timedelta(hours=1))
        return self.customer

    def _over(self) -> Customer:
        at, why = self.until + timedelta(hours=20), secret("override")
        left = {"word": "Ask for a map first.", "documents": Documents("deleted", (at + timedelta(days=30)).date())}
        ends: dict[End, i.Intent] = {
            "part": i.Part(at=at, by=NOBODY, thanks=True, text=secret("parting"), override=why, **left),
            "stay": i.Stay(at=at, by=NOBODY, changed=secret("changed"), override=why),
            "take-back": i.TakeBack(at=at, by=NOBODY, words=secret("taken back"), override=why),
        }
        self._do(ends[self.end])
        self.at(at + timedelta(hours=1))
        feel(self.henri, {"respected": 1, "consulted": 2}, secret("felt by another"), True, clock.now())
        return self.customer

    def _months_later(self) -> Customer:
        self.at(NOW + timedelta(days=140))
        self._do(i.CheckBack(at=clock.now(), by=NOBODY, outcome=secret("outcome noted"), override=secret("override")))
        turned_out(self.henri, "well", secret("outcome of another"), False, clock.now())
        return self.customer

    def _expired(self) -> Customer:
        CustomerLink.objects.update(expires_at=clock.now())
        return self.customer

    def _revoked(self) -> Customer:
        links.revoke(self.cast.alice, self.claire.pk, clock.now())
        return self.customer

    def _nonsense(self) -> Customer:
        self.customer.path = "/c/no-such:link/"
        return self.customer


def different(pages: Iterable[Seen]) -> list[Seen]:
    """Those that look different from all before them; seals and addresses aside."""
    found: dict[str, Seen] = {}
    for seen in pages:
        if seen.is_page:
            found.setdefault(re.sub(r'value="[^"]{40,}"|/c/[^"?]*', "", seen.html), seen)
    return list(found.values())
