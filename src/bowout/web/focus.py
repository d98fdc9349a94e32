"""What stands large on the page of a walk-away: the next thing, seen by the one who looks."""

from datetime import datetime

from msgspec import Struct

from bowout.core.actor import LEADERS
from bowout.core.walkaway import WalkAway
from bowout.desk.logbook import HOW
from bowout.desk.walking import Walk
from bowout.web.forms.steps.people import key_contact


class Focus(Struct, frozen=True):
    """The next thing: ``slug`` of the act whose form stands there, empty when there is none for this person."""

    title: str
    why: str
    slug: str = ""
    by: str = ""
    due: datetime | None = None
    also: tuple[str, ...] = ()
    """Acts that are as near."""


def focus(walk: Walk) -> Focus:
    """The next thing for whoever looks."""
    if not walk.steps:
        return _ended(walk)
    step = walk.steps[0]
    if step.do == "confirm":
        return _confirming(walk)
    if step.do == "recover":
        return _recovering(walk)
    if walk.waiting:
        return Focus("It is their turn", step.why, "feedback", "the customer", step.due, ("part",))
    return Focus(_title(walk, step.do), step.why, step.do, _owner(walk), step.due, _NEAR.get(step.do, ()))


_NEAR: dict[str, tuple[str, ...]] = {
    "stay": ("part",),
    "part": ("feedback",),
    "book-talk": ("hold-talk",),
    "hold-talk": ("book-talk", "call-off-talk"),
    "call": ("message",),
    "documents": ("check-back",),
    "check-back": ("message",),
}


def _title(walk: Walk, do: str) -> str:
    contact = key_contact(walk)
    name = contact.name if contact else "them"
    titles = {
        "call": f"Call {name}",
        "message": f"Write to {name}",
        "book-talk": f"Book the talk with {name}",
        "hold-talk": f"Talk the reasons through with {name}",
        "ask-feedback": f"Ask {name} what we got wrong",
        "acknowledge": "Read their answer, and tell them so",
        "stay": "Decide whether we stay",
        "part": "Thank them and part",
        "documents": "Return or delete their documents",
        "check-back": f"Ask {name} how it turned out",
    }
    return titles[do]


def _confirming(walk: Walk) -> Focus:
    step, leader = walk.steps[0], walk.user.role in LEADERS
    wanted = {step.by for step in walk.steps}
    as_rep = not leader or walk.row.deal.owner_id == walk.user.pk
    if (leader and "manager" in wanted) or (as_rep and "rep" in wanted):
        why = step.why
        also = ("send-back", "consider") if leader else ("consider", "take-back")
        return Focus("Are we prepared to walk?", why, "confirm", "you", step.due, also)
    if "manager" in wanted:
        who = " or ".join(walk.leaders) or "a manager, whom the team does not have yet"
        return Focus("Waiting for your manager's word", step.why, "", who, step.due, ("consider", "take-back"))
    return Focus("Waiting for the rep's word", step.why, "", _owner(walk), step.due, ("send-back", "consider"))


def _recovering(walk: Walk) -> Focus:
    step = walk.steps[0]
    contact = key_contact(walk)
    who = "A manager" if step.by == "manager" else "An executive"
    if not walk.setting.may_mend(walk.actor):
        return Focus(f"{who} takes it from here", step.why, "", who.lower(), step.due)
    name = contact.name if contact else "them"
    if walk.setting.only_in_writing:
        return Focus(f"Write to {name} and say sorry", step.why, "message", "you", step.due)
    return Focus(f"Call {name}, listen and say sorry", step.why, "call", "you", step.due)


def _ended(walk: Walk) -> Focus:
    state = walk.state
    if state.status == "stayed":
        return Focus("We stayed", f"What changed: {state.changed}" if state.changed else "")
    if state.status == "invited-back":
        return Focus("They invited us back", "The deal is open again. If a new doubt comes up, raise it as a new one.")
    if state.status == "taken-back":
        return Focus("Taken back", "Nothing more is due. If the doubt comes back, raise it as a new one.")
    if state.status == "checked-back":
        return _checked_back(state)
    return Focus("Parted", "They asked us not to check back. The door stays open.", also=("invited-back",))


def _checked_back(state: WalkAway) -> Focus:
    told = state.turned_out
    if told is None and not state.outcome:
        return Focus("We have asked how it turned out", "They have not said yet.", also=("check-back", "invited-back"))
    said = f"They say: {HOW[told.how]}. {told.words}".rstrip() if told else state.outcome
    return Focus("We know how it turned out", said, also=("invited-back",))


def _owner(walk: Walk) -> str:
    owner = walk.row.deal.owner
    if owner is None or not owner.is_active:
        return "whoever takes the deal"
    return "you" if owner.pk == walk.user.pk else owner.name
