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
    call,
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
    HoldTalk,
    Intent,
    InvitedBack,
    Message,
    Part,
    Review,
)
from bowout.core.origins import HAPPENED, may_come
from bowout.core.setting import Setting
from bowout.core.walkaway import LEFT, UNDER_WAY, WalkAway, over

_STAYED = (*read(answered("misread")), e.Stayed(at=at(9), by=REP, changed="Wifi is there."))
_THANKED_US = (*_STAYED, e.FeedbackGiven(at=at(10), by=CUSTOMER, words="Glad that you stay."))


_NO_DOUBT = "Nobody has recorded a reason to walk from this deal."


def _nothing(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if state.status == "none" and not isinstance(intent, (Consider, Complain, Review, *HAPPENED)):
        yield Hit(_NO_DOUBT)


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
    overridable=False,
)


def _too_soon(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if state.status == "none":
        yield Hit(_NO_DOUBT)


speaks_before_a_doubt_is_recorded = Guard(
    name="speaks-before-a-doubt-is-recorded",
    serves="M3.1",
    says="Speaks with them about leaving before anybody has recorded why.",
    severity="block",
    why="Whoever hears that we may leave asks why, and everybody of ours gives another answer.",
    instead="Record the reasons first. If it has happened, log it and say why.",
    on=HAPPENED,
    judge=_too_soon,
    bad=(
        example("calls out of the blue", (), Call(at=at(2), by=REP, contact="claire", outcome="reached")),
        example("holds the talk out of the blue", (), HoldTalk(at=at(2), by=REP)),
    ),
    fine=(
        example("calls when the doubt is recorded", CONSIDERED, call()),
        example("answers after the end", _THANKED_US, Acknowledge(at=at(10, "11:00"), by=REP)),
    ),
)


def _out_of_place(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if may_come(intent, state.status) or isinstance(intent, HAPPENED) or state.status == "none":
        return
    if state.status in UNDER_WAY:
        yield Hit("Nobody has left, so there is nothing to come back to.", instead=_NOT_LEFT)
    else:
        yield Hit(f"This walk-away has ended: {state.status}.")


_NOT_LEFT = "Record what they said as their answer; then stay or part."


already_over = Guard(
    name="already-over",
    serves="M3.5",
    says="Moves an end, or jumps into one.",
    severity="block",
    why="An end that can be moved is no end that anybody can rely on.",
    instead="Begin a new walk-away if there is a new reason.",
    on=ALL,
    judge=_out_of_place,
    bad=(
        example("parts twice", PARTED, Part(at=at(13), by=REP, thanks=True)),
        example("parts after we stayed", _STAYED, Part(at=at(12), by=REP, thanks=True)),
        example("checks back before anybody has left", CONSIDERED, CheckBack(at=at(3), by=REP, outcome="Live")),
        example("is invited back before anybody has left", CONSIDERED, InvitedBack(at=at(3), by=REP)),
    ),
    fine=(
        example("checks back after parting", PARTED, CheckBack(at=at(10, month=7), by=REP)),
        example("is invited back", PARTED, InvitedBack(at=at(10, month=9), by=CUSTOMER)),
        example("reads what they write after we stayed", _THANKED_US, Acknowledge(at=at(10, "11:00"), by=REP)),
    ),
    overridable=False,
)


def _talks_on(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if state.status in LEFT and isinstance(intent, HoldTalk) and over(state, intent.at):
        yield Hit(f"This walk-away has ended: {state.status}.", "advise", _TALK_ALL_THE_SAME)
    if may_come(intent, state.status) or state.status == "none":
        return
    # They may answer after any end; then reading it and calling them back are still owed.
    wanted = state.call_wanted and isinstance(intent, (Call, HoldTalk))
    # Whoever mends a complaint talks with them; that moves no end either.
    mends = state.mangled and setting.may_mend(intent.by) and isinstance(intent, (Call, Message, BookTalk))
    if not (wanted or mends or (state.unread and isinstance(intent, Acknowledge))):
        yield Hit(f"This walk-away has ended: {state.status}.")


_TALK_ALL_THE_SAME = "Log it; it changes nothing that was decided. If they want us back, record that they invite us."


talks_on_after_the_end = Guard(
    name="talks-on-after-the-end",
    serves="M3.5",
    says="Goes on with them about a walk-away that has ended.",
    severity="block",
    why="Whoever was told that it is over wonders what we still want.",
    instead="Leave it. If it has happened, log it and say why; it moves no end.",
    on=HAPPENED,
    judge=_talks_on,
    bad=(
        example("calls after we stayed", _STAYED, Call(at=at(10), by=REP, contact="claire", outcome="reached")),
        example("holds a talk after we stayed", _STAYED, HoldTalk(at=at(10), by=REP)),
    ),
    fine=(
        example("reads what they write after we stayed", _THANKED_US, Acknowledge(at=at(10, "11:00"), by=REP)),
        example("calls after parting", PARTED, Call(at=at(13), by=REP, contact="claire", outcome="reached")),
    ),
)

GUARDS = (
    nothing_to_walk_from,
    speaks_before_a_doubt_is_recorded,
    already_over,
    talks_on_after_the_end,
)
