"""What makes no sense in any order of things."""

from collections.abc import Iterator

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    CONSIDERED,
    CUSTOMER,
    FIT,
    MANAGER,
    PARTED,
    READY,
    REP,
    TOLD,
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
from bowout.core.reasons import Answer
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
    decides = isinstance(intent, (Consider, Confirm, SendBack, Part, Stay, HoldTalk))
    if state.status in LEFT and not decides:
        return
    if state.status in LEFT and isinstance(intent, HoldTalk):
        if over(state, intent.at):
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


def _unknown(state: WalkAway, intent: Feedback | HoldTalk, setting: Setting) -> Iterator[Hit]:
    named = intent.reasons if isinstance(intent, HoldTalk) else tuple(answer.kind for answer in intent.answers)
    given = {reason.kind for reason in state.reasons}
    for kind in named:
        if kind not in given:
            yield Hit(f"{kind} is not among the reasons: {', '.join(sorted(given)) or 'none'}.")


answers_an_unknown_reason = Guard(
    name="answers-an-unknown-reason",
    serves="M3.4",
    says="Names a reason that this walk-away does not have.",
    severity="block",
    why="An answer must land on what they were told, or it is lost.",
    instead="Name one of the reasons given, or add the reason first.",
    on=(Feedback, HoldTalk),
    judge=_unknown,
    bad=(
        example("answers on budget", ASKED, Feedback(at=at(5), by=CUSTOMER, answers=(Answer("budget", "right"),))),
        example("discusses capacity", TOLD, HoldTalk(at=at(4), by=REP, reasons=("capacity",))),
    ),
    fine=(
        example("answers on fit", ASKED, Feedback(at=at(5), by=CUSTOMER, answers=(Answer("fit", "right"),))),
        example("discusses all there are", READY, HoldTalk(at=at(4), by=REP)),
    ),
    overridable=False,
)

GUARDS = (nothing_to_walk_from, already_over, not_theirs_to_do, answers_an_unknown_reason)
