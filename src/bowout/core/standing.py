"""The three tests: what we did for and against each, from the log alone (M2). What they felt is theirs to say."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from bowout.core.guards import GUARDS
from bowout.core.guards.rule import Test
from bowout.core.setting import Setting
from bowout.core.walkaway import LEFT, WalkAway
from bowout.lint import BY_FAULT, RULES

Side = Literal["for", "against"]
Evidence = tuple[Test, Side, str]

# A rule that was broken or warned of speaks against the test that its customer would fail us on.
_AGAINST: dict[str, Test] = {
    **{guard.name: guard.against for guard in GUARDS if guard.against is not None},
    # A wrong word is disrespect, but for these.
    **{rule.name: "respected" for rule in RULES},
    **{BY_FAULT[fault].name: "consulted" for fault in ("unilateral", "noreason", "noinvite")},
    **{BY_FAULT[fault].name: "open" for fault in ("ultimatum", "nodoor")},
    # Logs of the time before the language guard.
    "internal-words-for-the-customer": "respected",
}


class Standing(Struct, frozen=True):
    """What the log says for and against one test, each a sentence."""

    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()

    @property
    def side(self) -> Side | None:
        """On which side the test is: against us as soon as anything is; None while the log says nothing of it."""
        if self.speaks_against:
            return "against"
        return "for" if self.speaks_for else None


def standing(state: WalkAway, setting: Setting) -> dict[Test, Standing]:
    """The three tests by name. Empty sides are honest: nothing in the log speaks for that yet."""
    # The same breach at two steps is one thing to say.
    found = list(dict.fromkeys((*_deeds(state, setting), *_breaches(state))))
    tests: tuple[Test, ...] = ("respected", "open", "consulted")
    return {
        test: Standing(
            tuple(says for name, side, says in found if (name, side) == (test, "for")),
            tuple(says for name, side, says in found if (name, side) == (test, "against")),
        )
        for test in tests
    }


def _breaches(state: WalkAway) -> Iterator[Evidence]:
    broken = [(note.rule, note.says) for note in state.warnings]
    broken += [(note.rule, note.says) for note in state.overrides]
    for rule, says in broken:
        if test := _AGAINST.get(rule):
            yield test, "against", says
    if state.complained_at is not None:
        yield "respected", "against", "They complained."


def _deeds(state: WalkAway, setting: Setting) -> Iterator[Evidence]:
    office = setting.office
    yield from _told(state, setting)
    if state.explained_at is not None:
        yield "consulted", "for", f"A talk about the reasons was held on {office.say(state.explained_at)}."
    if state.asked_at is not None and state.window_until is not None:
        yield (
            "consulted",
            "for",
            f"They were asked for their view, with time until {office.say(state.window_until)}.",
        )
    if any(reason.stay_if.strip() for reason in state.reasons) and state.explained_at is not None:
        yield "open", "for", "They know what would make us stay."
    if state.answers and not state.unread:
        yield "consulted", "for", "Their answer was read."
    yield from _ends(state)


def _told(state: WalkAway, setting: Setting) -> Iterator[Evidence]:
    if state.told_at is None or state.considered_at is None or state.told_at < state.considered_at:
        return
    days = setting.office.days_between(state.considered_at, state.told_at)
    if days <= setting.playbook.quickly_days:
        when = f"{days} working day{'s' * (days != 1)}" if days else "less than a working day"
        yield "respected", "for", f"Told {when} after the doubt was recorded."


def _ends(state: WalkAway) -> Iterator[Evidence]:
    if state.swayed and state.changed:
        yield "consulted", "for", f"We stayed because of what they said: {state.changed}"
    if state.thanked:
        yield "respected", "for", "They were thanked."
    if state.check_back_on is not None:
        yield "open", "for", f"A check-back is promised for {state.check_back_on:%-d %b %Y}."
    if state.checked_at is not None:
        yield "open", "for", "We asked how it turned out."
    if state.invited_at is not None:
        yield "open", "for", "They invited us back."
    if state.bluff:
        yield "open", "against", "They were told that we may leave, and we did not, although nothing had changed."
    if state.told_at is None and state.status in LEFT:
        yield "consulted", "against", "Nobody at the customer was ever told."
