"""Whoever decides hears it from us (M3.8)."""

from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.deal import Contact
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import ASKED, DEAL, EXPLAINED, REP, TENDER, at, example, part
from bowout.core.intents import AskFeedback, BookTalk, HoldTalk, Part
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway

WITH_BUYER = replace(DEAL, contacts=(*DEAL.contacts, Contact("henri", "Henri Moreau", "economic buyer")))
CALLED_HENRI = e.Called(at=at(4, "14:30"), by=REP, contact="henri", outcome="reached")


def _unheard(state: WalkAway, intent: BookTalk | HoldTalk | AskFeedback | Part, setting: Setting) -> Iterator[Hit]:
    if state.told_at is None or setting.only_in_writing:
        return
    others = [one for one in setting.deal.contacts if setting.matters(one.key) and one.key not in state.spoken_to]
    if others:
        names = ", ".join(f"{one.name} ({one.role})" for one in others)
        yield Hit(f"{names} may hear it from a colleague first.")


leaves_them_to_hearsay = Guard(
    name="leaves-them-to-hearsay",
    serves="M3.8",
    says="Goes on although somebody who decides has not heard it from us.",
    severity="advise",
    why="What they hear in the corridor has no reasons, and no question to them; they can correct nothing.",
    instead="Call them too, or ask whoever you told to bring them to the talk.",
    on=(BookTalk, HoldTalk, AskFeedback, Part),
    judge=_unheard,
    bad=(
        example("asks, and the buyer knows nothing", EXPLAINED, AskFeedback(at=at(4, "15:00"), by=REP), WITH_BUYER),
        example("parts, and the buyer knows nothing", ASKED, part(12), WITH_BUYER),
    ),
    fine=(
        example(
            "the buyer was called as well",
            (*EXPLAINED, CALLED_HENRI),
            AskFeedback(at=at(4, "15:00"), by=REP),
            WITH_BUYER,
        ),
        example("in a tender the officer alone may hear it", EXPLAINED, AskFeedback(at=at(4, "15:00"), by=REP), TENDER),
    ),
)

GUARDS = (leaves_them_to_hearsay,)
