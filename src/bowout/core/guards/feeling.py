"""What they felt is theirs to say: once each, at the end, as much of it as they like (M2)."""

from collections.abc import Iterator

from bowout.core import events as e
from bowout.core.actor import Actor
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import PARTED, at, example
from bowout.core.intents import Feel
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

_CLAIRE = Actor("customer", "claire")
_HUGO = Actor("customer", "hugo")
_FELT = (*PARTED, e.Felt(at=at(13), by=_CLAIRE, respected=5))


def _again(state: WalkAway, intent: Feel, setting: Setting) -> Iterator[Hit]:
    if any(felt.by == intent.by for felt in state.felt):
        yield Hit("They have said how they felt.")


says_it_twice = Guard(
    name="says-how-they-felt-twice",
    serves="M2",
    says="Takes down how they felt a second time.",
    severity="block",
    why="A question that was answered and comes back is a reminder that nobody has listened.",
    instead="Leave it as they said it; what else they tell us is an answer like any other.",
    on=(Feel,),
    judge=_again,
    overridable=False,
    bad=(
        example("the same person, a day later", _FELT, Feel(at=at(14), by=_CLAIRE, respected=4)),
        example("the same person, with other words", _FELT, Feel(at=at(14), by=_CLAIRE, said="On second thoughts …")),
    ),
    fine=(
        example("for the first time", PARTED, Feel(at=at(13), by=_CLAIRE, respected=5)),
        example("a colleague, after her", _FELT, Feel(at=at(14), by=_HUGO, consulted=3)),
    ),
)


def _nothing(state: WalkAway, intent: Feel, setting: Setting) -> Iterator[Hit]:
    if any(not 0 <= grade <= 5 for grade in intent.grades.values()):
        yield Hit("A grade goes from 1 to 5.")
    elif not (any(intent.grades.values()) or intent.said.strip()):
        yield Hit("Nothing is said.")


says_nothing = Guard(
    name="says-nothing-of-how-they-felt",
    serves="M2",
    says="Takes down how they felt where they have said nothing that can be read.",
    severity="block",
    why="An answer that nobody gave would stand beside those that somebody did.",
    instead="Leave it: that they did not answer is an honest answer.",
    on=(Feel,),
    judge=_nothing,
    overridable=False,
    bad=(
        example("no grade and no word", PARTED, Feel(at=at(13), by=_CLAIRE)),
        example("a grade that there is not", PARTED, Feel(at=at(13), by=_CLAIRE, respected=6)),
    ),
    fine=(
        example("one grade is enough", PARTED, Feel(at=at(13), by=_CLAIRE, open_company=2)),
        example("a word is enough", PARTED, Feel(at=at(13), by=_CLAIRE, said="You were fair to us.")),
    ),
)

GUARDS = (says_it_twice, says_nothing)
