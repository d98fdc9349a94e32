"""How it felt to them over many walk-aways, beside what we did (M2).

What somebody said for those who lead the team alone is in no figure that others see: they could work it out by
taking away what they may read.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from bowout.core.actor import LEADERS
from bowout.core.share import Share
from bowout.desk.feeling import QUESTIONS
from bowout.desk.felt_counts import TESTS, Tallies, Tally, tallies
from bowout.store import access
from bowout.store.models import User

FEW = 5
"""With fewer, one more answer can move a share by twenty points and more, and its interval covers most of the scale."""
GOOD = 4
"""Grades from here on say yes."""
YEAR = timedelta(days=365)
Period = Literal["year", "all"]


class Question(Struct, frozen=True):
    """What they said to one question: how many gave which grade, from 1 to 5."""

    name: str
    counts: tuple[int, ...]
    did: "Did"
    """The test that it speaks to, by our own log."""

    @property
    def answered(self) -> int:
        """How many gave it a grade."""
        return sum(self.counts)

    @property
    def share(self) -> Share | None:
        """Those who gave a 4 or a 5; None: too few answered to say anything."""
        return _share(sum(self.counts[GOOD - 1 :]), self.answered)

    @property
    def spread(self) -> tuple[tuple[int, int], ...]:
        """Grade and how many gave it, the best first; empty where too few answered."""
        return tuple((grade, self.counts[grade - 1]) for grade in (5, 4, 3, 2, 1)) if self.share else ()


class Did(Struct, frozen=True):
    """What our own log says of one test."""

    passed: int
    against: int
    ended: int

    @property
    def silent(self) -> int:
        """In so many the log says nothing of it."""
        return self.ended - self.passed - self.against

    @property
    def share(self) -> Share | None:
        """Walk-aways in which something speaks for us, and nothing against; None: too few to say anything."""
        return _share(self.passed, self.ended)


class Figures(Struct, frozen=True):
    """A team's walk-aways, or somebody's, that have ended and of which the customer knew."""

    ended: int
    not_asked: int
    """Walk-aways in which nobody had a page with the questions."""
    asked: int
    """People who had one."""
    answered: int
    kept: int
    """Of these, how many answered for those who lead the team alone, where somebody else looks."""
    questions: tuple[Question, ...]

    @property
    def silent(self) -> int:
        """People who were asked, and did not answer."""
        return self.asked - self.answered


class Page(Struct, frozen=True):
    """What somebody may see of it."""

    team: Figures
    own: Figures | None
    """Of their own deals; None for those who own none by their role."""
    by_rep: tuple[tuple[str, Figures], ...]
    """By name, for those who lead the team."""


def figures(user: User, period: Period, now: datetime) -> Page:
    """The figures that ``user`` may see, in a number of queries that never grows."""
    found = tallies(user, now - YEAR if period == "year" else None)
    return Page(
        team=_figures(sum(found.values(), Counter())),
        own=_figures(found.get(user.pk, Counter())) if user.role == User.Role.REP else None,
        by_rep=tuple(_by_rep(user, found)) if user.role in LEADERS else (),
    )


def _by_rep(user: User, found: Tallies) -> Iterable[tuple[str, Figures]]:
    for member in access.members_of(user).filter(pk__in=[key for key in found if key]).order_by("name", "pk"):
        yield member.name, _figures(found[member.pk])


def _figures(tally: Tally) -> Figures:
    ended, answered = tally["ended"], tally["answered"] + tally["kept"]
    did = {test: Did(tally[f"{test}-for"], tally[f"{test}-against"], ended) for test in TESTS}
    return Figures(
        ended=ended,
        not_asked=ended - tally["paged"],
        asked=tally["asked"],
        answered=answered,
        kept=tally["kept"],
        questions=tuple(
            Question(name, tuple(tally[f"{name}-{grade}"] for grade in range(1, 6)), did[test])
            for name, (test, _) in QUESTIONS.items()
        ),
    )


def _share(hits: int, of: int) -> Share | None:
    return Share(hits, of) if of >= FEW else None
