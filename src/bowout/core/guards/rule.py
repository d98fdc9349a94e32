"""A guard: data in one place that carries its own docs and tests."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from bowout.core.deal import Deal
from bowout.core.events import Event
from bowout.core.intents import Intent
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway
from bowout.finding import Finding, Severity

Test = Literal["respected", "open", "consulted"]
"""What the customer can say afterwards: they respected us, they are open to us, they consulted us (M2)."""


class Hit(Struct, frozen=True):
    """One case in which a guard speaks. What it leaves empty, the guard's own words fill."""

    says: str
    severity: Severity | None = None
    instead: str = ""


class Example(Struct, frozen=True):
    """A story that ends in an intent: what had happened, and what somebody now means to do."""

    says: str
    past: tuple[Event, ...]
    intent: Intent
    deal: Deal


Judge = Callable[[WalkAway, Any, Setting], Iterable[Hit]]


class Guard(Struct, frozen=True, kw_only=True):
    """One way to walk away badly, and how to do it well (M4)."""

    name: str
    serves: str
    """Point of the mission, e.g. ``M3.2``."""
    says: str
    """The offence in one sentence."""
    severity: Severity
    """The gravest it gets."""
    why: str
    instead: str
    on: tuple[type[Intent], ...]
    """Intents that it judges."""
    judge: Judge
    bad: tuple[Example, ...]
    fine: tuple[Example, ...]
    against: Test | None = None
    """Of the three tests, the one that it speaks against when it is broken or warned of; None: none of them."""
    overridable: bool = True

    def findings(self, state: WalkAway, intent: Intent, setting: Setting) -> Iterator[Finding]:
        """What this guard has to say to an intent in a state."""
        if not isinstance(intent, self.on):
            return
        # Rules hold on their days: what counts is when it is done, not when it is written down.
        for hit in self.judge(state, intent, setting.at(intent.at)):
            yield Finding(
                rule=self.name,
                severity=hit.severity or self.severity,
                says=hit.says,
                why=self.why,
                instead=hit.instead or self.instead,
                overridable=self.overridable,
            )
