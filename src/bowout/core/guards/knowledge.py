"""Not before we know enough (M3.8)."""

from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import BUDGET, CONSIDERED, FIT, KNOWN, consider, example
from bowout.core.intents import Consider
from bowout.core.reasons import Known
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _gaps(state: WalkAway, intent: Consider, setting: Setting) -> Iterator[Hit]:
    merged = [gap for gap in intent.known.gaps() if not getattr(state.known, gap).strip()]
    if merged:
        yield Hit(f"Nobody has recorded: {', '.join(_GAP_WORDS[gap] for gap in merged)}.")


_GAP_WORDS = {
    "cycle": "the sales cycle (what happens when)",
    "players": "its players (who decides, who influences)",
    "needs": "their needs",
    "potential": "their potential",
}


not_known_enough = Guard(
    name="not-known-enough",
    serves="M3.8",
    says="Raises a doubt before the cycle, its players, their needs and their potential are known.",
    severity="warn",
    why="A doubt brought to the wrong people too early walks away from the right deal.",
    instead="Find out first: ask the champion how they decide, who is in it, what they need and what it is worth.",
    on=(Consider,),
    judge=_gaps,
    bad=(
        example("nothing known", (), consider(FIT, known=Known())),
        example("the players are not known", (), consider(FIT, known=replace(KNOWN, players=""))),
    ),
    fine=(
        example("all four known", (), consider(FIT)),
        example("known from before", CONSIDERED, consider(BUDGET, known=Known())),
    ),
)

GUARDS = (not_known_enough,)
