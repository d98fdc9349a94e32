"""What they answer is read, and counts (M3.5)."""

from collections.abc import Iterator
from datetime import date

from bowout.core import events as e
from bowout.core.guards.rule import Guard, Hit
from bowout.core.guards.stories import (
    ASKED,
    CUSTOMER,
    REP,
    answered,
    at,
    example,
    part,
    read,
)
from bowout.core.intents import Part
from bowout.core.reasons import kinds
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def _unread(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if state.unread and state.replied_at is not None:
        yield Hit(f"Their reply of {setting.office.say(state.replied_at)} has not been acknowledged.")
    elif state.call_wanted and not setting.only_in_writing:
        yield Hit("They asked to be called, and nobody has reached them since.")


parts_while_a_reply_is_unread = Guard(
    name="parts-while-a-reply-is-unread",
    serves="M3.5",
    says="Leaves while their reply lies unread, or while they wait for a call.",
    severity="block",
    against="consulted",
    why="They answered because we asked. To leave without reading says that the question was a show.",
    instead="Read it, tell them that you did and what you make of it, and then decide.",
    on=(Part,),
    judge=_unread,
    bad=(
        example("parts although they answered", answered("right"), part(12)),
        example(
            "parts although they asked for a call",
            (*ASKED, e.FeedbackGiven(at=at(6), by=REP, call_me=True)),
            part(12),
        ),
    ),
    fine=(
        example("parts after acknowledging", read(answered("right")), part(12)),
        example("parts after silence", ASKED, part(12)),
    ),
)


def _asked_to_wait(day: int) -> tuple[e.Event, ...]:
    return (*ASKED, e.FeedbackGiven(at=at(5), by=CUSTOMER, wait_until=date(2026, 3, day)))


def _over_a_correction(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    corrected = state.corrected
    if not corrected:
        return
    if state.go_ahead:
        yield Hit(
            f"They have corrected us on {kinds(corrected)}, and would have us go ahead all the same.",
            "advise",
            "Thank them for setting it right, and say what you take from it.",
        )
    elif len(corrected) == len(state.reasons):
        yield Hit(f"They have corrected or offered to change every reason: {kinds(corrected)}. None is left standing.")
    else:
        yield Hit(
            f"They have corrected or offered to change: {kinds(corrected)}.",
            "advise",
            "Say why the other reasons still hold.",
        )


parts_over_a_correction = Guard(
    name="parts-over-a-correction",
    serves="M3.5",
    says="Leaves although they have answered every reason.",
    severity="block",
    against="consulted",
    why="We said what would make us stay; they met it and we go all the same.",
    instead="Stay, and record what changed. If the reason stands in spite of their answer, say so to them first.",
    on=(Part,),
    judge=_over_a_correction,
    bad=(
        example("they say we misread it", read(answered("misread", "All depots have wifi.")), part(12)),
        example("they can change it", read(answered("can-change", "Wifi by May.")), part(12)),
    ),
    fine=(
        example("they confirm it", read(answered("right")), part(12)),
        example("they said nothing", ASKED, part(12)),
    ),
)


def _too_soon(state: WalkAway, intent: Part, setting: Setting) -> Iterator[Hit]:
    if state.wait_until and setting.office.local(intent.at).date() < state.wait_until:
        yield Hit(f"They asked us to decide nothing before {state.wait_until:%-d %b %Y}.")


parts_before_their_day = Guard(
    name="parts-before-the-day-they-asked-for",
    serves="M3.5",
    says="Leaves before the day until which they asked us to wait.",
    severity="block",
    against="consulted",
    why="They told us that they cannot answer yet. To leave meanwhile takes their silence for an answer.",
    instead="Give them longer. Where we cannot wait, tell them so and why, and write that down here.",
    on=(Part,),
    judge=_too_soon,
    bad=(
        example("parts when its own time is over", read(_asked_to_wait(27)), part(12)),
        example("parts the day before", read(_asked_to_wait(13)), part(12)),
    ),
    fine=(
        example("parts on the day", read(_asked_to_wait(12)), part(12)),
        example(
            "they have answered since",
            read((*_asked_to_wait(27), *answered("right")[-1:])),
            part(12),
        ),
    ),
)

GUARDS = (
    parts_while_a_reply_is_unread,
    parts_over_a_correction,
    parts_before_their_day,
)
