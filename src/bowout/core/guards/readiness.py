"""No bluffing: we are prepared to walk before they hear of it (M9)."""

from collections.abc import Iterator

from msgspec.structs import replace

from bowout.core import events as e
from bowout.core.guards.news import is_news
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    CONSIDERED,
    READY,
    REP,
    at,
    call,
    example,
)
from bowout.core.intents import BookTalk, Call, Intent, Letter, Message
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def missing_confirmations(state: WalkAway, setting: Setting) -> tuple[str, ...]:
    """Who has not yet said that we are prepared to walk."""
    leader_needed = setting.playbook.manager_confirms
    missing = {"rep": not state.rep_ready, "manager": leader_needed and not state.leader_ready}
    return tuple(role for role, absent in missing.items() if absent)


def _not_prepared(state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Hit]:
    if state.mangled or not is_news(state, intent, setting):
        return
    if missing := missing_confirmations(state, setting):
        sent_back = f" The manager sent it back: {state.sent_back}" if state.sent_back else ""
        yield Hit(f"Not confirmed yet by: {' and '.join(missing)}.{sent_back}")
    elif state.confirmed_at is not None and intent.at < state.confirmed_at.replace(second=0, microsecond=0):
        yield Hit(f"It was confirmed only on {setting.office.say(state.confirmed_at)}.")


not_prepared_to_walk = Guard(
    name="not-prepared-to-walk",
    serves="M9",
    says="Tells the customer before rep and manager have confirmed that we are prepared to walk.",
    severity="block",
    against="open",
    why="If we would not really go, it is a bluff, and a bluff that is called costs their trust for good.",
    instead="Confirm it yourself and get your manager's word. Tell them after that, not before.",
    on=(Call, Message, BookTalk),
    judge=_not_prepared,
    bad=(
        example("nobody has confirmed", CONSIDERED, call()),
        example("the manager has not", (*CONSIDERED, e.Confirmed(at=at(2), by=REP)), call()),
        example("logged as before the last word", READY, replace(call(), at=at(2, "09:30"))),
        example(
            "an agenda that lets it out",
            CONSIDERED,
            BookTalk(at=at(2), by=REP, talk_at=at(4), letter=Letter("claire", "Our talk", "We may step back.")),
        ),
    ),
    fine=(
        example("both have", READY, call()),
        example(
            "an e-mail that asks for a time",
            CONSIDERED,
            Message(at=at(2), by=REP, channel="email", contact="claire"),
        ),
        example("a call that only asks for a better time", CONSIDERED, replace(call(), tells=False)),
    ),
)

GUARDS = (not_prepared_to_walk,)
