"""How it felt to them, asked lightly once it is over, and shown beside what we did (M2)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.actor import LEADERS, Actor
from bowout.core.guards.rule import Test
from bowout.desk import acting
from bowout.desk.logbook import Names
from bowout.desk.walking import Walk
from bowout.store.models import CustomerLink

QUESTIONS: dict[str, tuple[Test, str]] = {
    "respected": ("respected", ""),
    "open_person": ("open", "this person"),
    "open_company": ("open", "the company"),
    "consulted": ("consulted", ""),
}
"""Field of the answer: the test that it speaks to, and of whom."""

Silence = Literal["not asked", "no answer"]


class Grade(Struct, frozen=True):
    """One grade of somebody's, from 1 to 5."""

    who: str
    grade: int
    of: str = ""


class Said(Struct, frozen=True):
    """What somebody wrote beside their grades."""

    who: str
    words: str


class Feelings(Struct, frozen=True):
    """What they felt, as far as whoever looks may read it."""

    grades: dict[Test, tuple[Grade, ...]]
    said: tuple[Said, ...]
    kept: int
    """How many answered for those who lead the team alone."""
    silence: Silence


def feel(link: CustomerLink, grades: dict[str, int], said: str, private: bool, now: datetime) -> bool:
    """Write how it felt to the contact of that link; False when nothing was said, or was said before."""
    intent = replace(i.Feel(at=now, by=Actor("customer"), said=said, private=private), **grades)
    return acting.answer(link, intent, now).accepted


def feelings(walk: Walk) -> Feelings:
    """How it felt to everybody at the customer who said so; what is private only where leaders look."""
    leads = walk.user.role in LEADERS
    open_ones = [felt for felt in walk.state.felt if leads or not felt.private]
    return Feelings(
        grades={test: tuple(_grades(open_ones, test, walk.names)) for test in ("respected", "open", "consulted")},
        said=tuple(Said(_who(felt, walk.names), felt.said) for felt in open_ones if felt.said),
        kept=len(walk.state.felt) - len(open_ones),
        silence="no answer" if walk.state.told_at and not walk.underway and _had_page(walk) else "not asked",
    )


def _had_page(walk: Walk) -> bool:
    """The questions stand on their page from the end on; whose page was closed by then was not asked."""
    over_at = walk.state.ended_at or walk.state.told_at
    return walk.row.links.filter(expires_at__gt=over_at).exclude(revoked_at__lte=over_at).exists()


def _grades(felt: Iterable[e.Felt], test: Test, names: Names) -> Iterable[Grade]:
    for one in felt:
        for name, (of_test, of) in QUESTIONS.items():
            if of_test == test and (grade := getattr(one, name)):
                yield Grade(_who(one, names), grade, of)


def _who(felt: e.Felt, names: Names) -> str:
    return names.contact(felt.by.key)
