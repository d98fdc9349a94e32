"""Nothing before a beginning, nothing after an end (M3)."""

from collections.abc import Iterator

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CONSIDERED,
    CUSTOMER,
    FIT,
    MANAGER,
    PARTED,
    REP,
    answered,
    at,
    example,
    read,
)
from bowout.core.intents import (
    ALL,
    Acknowledge,
    BookTalk,
    Call,
    CheckBack,
    Complain,
    Confirm,
    Consider,
    Feedback,
    HoldTalk,
    Intent,
    InvitedBack,
    Message,
    Part,
    Review,
    SendBack,
    Stay,
)
from bowout.core.setting import Setting
from bowout.core.walkaway import CALLED_OFF, LEFT, UNDER_WAY, WalkAway, over

_STAYED = (*read(answered("misread")), e.Stayed(at=at(9), by=REP, changed="Wifi is there."))


def _nothing(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if state.status == "none" and not isinstance(intent, (Consider, Complain, Review)):
        yield Hit("Nobody has recorded a reason to walk from this deal.")


nothing_to_walk_from = Guard(
    name="nothing-to-walk-from",
    serves="M3.1",
    says="Takes a step of a walk-away that nobody has begun.",
    severity="block",
    why="Without a recorded doubt there is nothing that the customer could be asked about.",
    instead="Record the reasons first.",
    on=ALL,
    judge=_nothing,
    bad=(
        example("confirms nothing", (), Confirm(at=at(2), by=MANAGER)),
        example("parts out of the blue", (), Part(at=at(2), by=REP, thanks=True)),
    ),
    fine=(
        example("begins", (), Consider(at=at(2), by=REP, reasons=(FIT,))),
        example("goes on", CONSIDERED, Confirm(at=at(2), by=MANAGER)),
        example("a complaint needs no permission", (), Complain(at=at(2), by=CUSTOMER, text="Outrageous.")),
    ),
)

_THANKED_US = (*_STAYED, e.FeedbackGiven(at=at(10), by=CUSTOMER, words="Glad that you stay."))

_ALWAYS = (Complain, InvitedBack, Review, Feedback)


def _over(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if state.status == "none" or state.status in UNDER_WAY or isinstance(intent, _ALWAYS):
        return
    # They may answer after any end; then reading it and calling them back are still owed.
    wanted = state.call_wanted and isinstance(intent, (Call, HoldTalk) if state.status in CALLED_OFF else Call)
    if wanted or (state.unread and isinstance(intent, Acknowledge)):
        return
    # After parting we may still speak with them; what decides the walk-away is over.
    if state.status in LEFT and not isinstance(intent, (Consider, Confirm, SendBack, Part, Stay)):
        if isinstance(intent, HoldTalk) and over(state, intent.at):
            yield Hit(f"This walk-away has ended: {state.status}.", "advise", _TALK_ALL_THE_SAME)
        return
    # Whoever mends a complaint talks with them; that moves no end either.
    if state.mangled and intent.by.role == "executive" and isinstance(intent, (Call, Message, BookTalk)):
        return
    yield Hit(f"This walk-away has ended: {state.status}.")


_TALK_ALL_THE_SAME = "Log it; it changes nothing that was decided. If they want us back, record that they invite us."


already_over = Guard(
    name="already-over",
    serves="M3.5",
    says="Takes a step of a walk-away that has ended.",
    severity="block",
    why="An end that can be moved is no end that anybody can rely on.",
    instead="Begin a new walk-away if there is a new reason.",
    on=ALL,
    judge=_over,
    bad=(
        example("parts twice", PARTED, Part(at=at(13), by=REP, thanks=True)),
        example("parts after we stayed", _STAYED, Part(at=at(12), by=REP, thanks=True)),
    ),
    fine=(
        example("checks back after parting", PARTED, CheckBack(at=at(10, month=7), by=REP)),
        example("is invited back", PARTED, InvitedBack(at=at(10, month=9), by=CUSTOMER)),
        example("reads what they write after we stayed", _THANKED_US, Acknowledge(at=at(10, "11:00"), by=REP)),
    ),
    overridable=False,
)

GUARDS = (
    nothing_to_walk_from,
    already_over,
)
