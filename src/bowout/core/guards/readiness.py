"""No bluffing: prepared to walk before they hear of it, and true to it afterwards (M9)."""

from collections.abc import Iterator

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CONSIDERED,
    CUSTOMER,
    MANAGER,
    READY,
    REP,
    TENDER,
    TOLD,
    answered,
    at,
    example,
    read,
)
from bowout.core.intents import Call, Intent, Message, Part, Stay, TakeBack
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _call() -> Call:
    return Call(at=at(3), by=REP, contact="claire", outcome="reached")


def missing_confirmations(state: WalkAway, setting: Setting) -> tuple[str, ...]:
    """Who has not yet said that we are prepared to walk."""
    leader_needed = setting.playbook.manager_confirms
    missing = {"rep": not state.rep_ready, "manager": leader_needed and not state.leader_ready}
    return tuple(role for role, absent in missing.items() if absent)


def _not_prepared(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if not state.untold or state.mangled:
        return
    if isinstance(intent, Message) and not setting.only_in_writing:
        return
    if missing := missing_confirmations(state, setting):
        sent_back = f" The manager sent it back: {state.sent_back}" if state.sent_back else ""
        yield Hit(f"Not confirmed yet by: {' and '.join(missing)}.{sent_back}")


not_prepared_to_walk = Guard(
    name="not-prepared-to-walk",
    serves="M9",
    says="Tells the customer before rep and manager have confirmed that we are prepared to walk.",
    severity="block",
    why="If we would not really go, it is a bluff, and a bluff that is called costs their trust for good.",
    instead="Confirm it yourself and get your manager's word. Tell them after that, not before.",
    on=(Call, Message),
    judge=_not_prepared,
    bad=(
        example("nobody has confirmed", CONSIDERED, _call()),
        example("the manager has not", (*CONSIDERED, e.Confirmed(at=at(2), by=REP)), _call()),
    ),
    fine=(
        example("both have", READY, _call()),
        example(
            "an e-mail that asks for a time",
            CONSIDERED,
            Message(at=at(2), by=REP, channel="email", contact="claire"),
        ),
    ),
)


def _bluffs(state: WalkAway, intent: TakeBack | Stay, setting: Setting) -> Iterator[Hit]:
    if state.told_at is not None and not state.corrected:
        yield Hit("They were told, and the log shows no answer of theirs that corrects or changes a reason.")


taken_back_though_nothing_changed = Guard(
    name="taken-back-though-nothing-changed",
    serves="M9",
    says="Stays after all, although nothing changed since they were told.",
    severity="block",
    why="From then on they know that our leaving is a move, and so does everybody they talk to.",
    instead="If they corrected us or changed something, record their answer first. If not, do what you said.",
    on=(TakeBack, Stay),
    judge=_bluffs,
    bad=(
        example("takes it back the next day", TOLD, TakeBack(at=at(4), by=REP)),
        example(
            "stays although they confirmed",
            read(answered("right")),
            Stay(at=at(9), by=REP, changed="New quarter"),
        ),
    ),
    fine=(
        example("drops the idea before anybody was told", READY, TakeBack(at=at(2), by=REP)),
        example(
            "stays because we misread",
            read(answered("misread")),
            Stay(at=at(9), by=REP, changed="Wifi is there"),
        ),
    ),
)


def _says_nothing(state: WalkAway, intent: Stay, setting: Setting) -> Iterator[Hit]:
    if not intent.changed.strip():
        yield Hit("Nothing says what changed.")


stays_without_saying_what_changed = Guard(
    name="stays-without-saying-what-changed",
    serves="M3.5",
    says="Stays and does not record what changed.",
    severity="block",
    why="The next doubt will be the same one, and they will have to answer it again.",
    instead="Write in a line what they corrected or changed.",
    on=(Stay,),
    judge=_says_nothing,
    bad=(
        example("an empty word", read(answered("misread")), Stay(at=at(9), by=REP, changed="")),
        example("only blanks", read(answered("can-change")), Stay(at=at(9), by=REP, changed="  ")),
    ),
    fine=(
        example("a line", read(answered("misread")), Stay(at=at(9), by=REP, changed="All depots have wifi.")),
        example(
            "what they will change",
            read(answered("can-change")),
            Stay(at=at(9), by=REP, changed="Wifi by May."),
        ),
    ),
)


def _angry(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if state.mangled and intent.by.role != "executive":
        yield Hit(
            "They have complained, and no executive has said sorry yet.",
            instead=_IN_WRITING if setting.only_in_writing else "",
        )


_IN_WRITING = "Leave it to an executive: a letter to the procurement officer that says sorry without excuses."


carries_on_over_a_complaint = Guard(
    name="carries-on-over-a-complaint",
    serves="M10",
    says="Goes on with the routine although the customer has complained.",
    severity="block",
    why="An angry customer who gets the next step of a process hears that nobody listened.",
    instead="Leave it to an executive: call, listen, say sorry without excuses. Then go on, or do not.",
    on=(Call, Message, Part),
    judge=_angry,
    bad=(
        example("the rep calls again", (*TOLD, e.Complained(at=at(3), by=CUSTOMER, text="Outrageous.")), _call()),
        example(
            "the manager parts",
            (*read(answered("right")), e.Complained(at=at(9), by=CUSTOMER, text="Outrageous.")),
            Part(at=at(12), by=MANAGER, thanks=True),
        ),
    ),
    fine=(
        example("nobody complained", TOLD, Call(at=at(4), by=REP, contact="claire", outcome="reached")),
        example("parts in peace", read(answered("right")), Part(at=at(12), by=MANAGER, thanks=True), TENDER),
    ),
)

GUARDS = (
    not_prepared_to_walk,
    taken_back_though_nothing_changed,
    stays_without_saying_what_changed,
    carries_on_over_a_complaint,
)
