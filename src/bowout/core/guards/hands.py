"""A step is taken by the one whose part it is (M9)."""

from collections.abc import Iterator

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    CONSIDERED,
    CUSTOMER,
    MANAGER,
    REP,
    at,
    example,
)
from bowout.core.intents import (
    ALL,
    Confirm,
    Feedback,
    Intent,
    Review,
    SendBack,
)
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _wrong_hands(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    hands = intent.hands()
    if intent.by.role not in hands and not isinstance(intent, Review):
        yield Hit(f"A {intent.by.role} cannot do this; it is for: {', '.join(sorted(hands))}.")


not_theirs_to_do = Guard(
    name="not-theirs-to-do",
    serves="M9",
    says="Is done by somebody whose part it is not.",
    severity="block",
    why="A word only counts from the one who has to stand by it.",
    instead="Ask the one whose part it is.",
    on=ALL,
    judge=_wrong_hands,
    bad=(
        example("the customer confirms for us", CONSIDERED, Confirm(at=at(2), by=CUSTOMER)),
        example("the rep sends it back in the manager's place", CONSIDERED, SendBack(at=at(2), by=REP, words="No")),
    ),
    fine=(
        example("the manager confirms", CONSIDERED, Confirm(at=at(2), by=MANAGER)),
        example("the rep takes the customer's answer down", ASKED, Feedback(at=at(5), by=REP, words="They agree.")),
    ),
    overridable=False,
)

GUARDS = (not_theirs_to_do,)
