"""Play a scenario through the core: no database, no clock."""

from datetime import datetime

from msgspec import Struct

from bowout.core.actor import Actor
from bowout.core.due import Step, next_steps
from bowout.core.guards.rule import Test
from bowout.core.intents import Intent, Review
from bowout.core.process import Decision, decide, judge
from bowout.core.standing import Standing, standing
from bowout.core.walkaway import WalkAway, fold
from bowout.finding import Finding
from bowout.rehearsal.scenario import Scenario


class Played(Struct, frozen=True):
    """One act, what the guards said to it, and what is due after it. ``number`` counts from 0."""

    number: int
    intent: Intent
    decision: Decision
    steps: tuple[Step, ...]


class Ending(Struct, frozen=True):
    """Where it has led. ``findings`` are what the guards say to how things stand at ``now``."""

    state: WalkAway
    now: datetime | None
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    tests: dict[Test, Standing]


class Rehearsal(Struct, frozen=True):
    """A scenario that was played."""

    scenario: Scenario
    acts: tuple[Played, ...]
    ending: Ending

    @property
    def refused(self) -> int:
        """How many acts were refused."""
        return sum(not act.decision.accepted for act in self.acts)


def play(scenario: Scenario) -> Rehearsal:
    """All acts in their order. A refused act changes nothing, and the rest is still played."""
    state, acts = WalkAway(), []
    for number, intent in enumerate(scenario.acts):
        decision = decide(state, intent, scenario.setting)
        state = fold(decision.events, state)
        acts.append(Played(number, intent, decision, next_steps(state, scenario.setting.at(intent.at))))
    return Rehearsal(scenario, tuple(acts), _ending(scenario, state))


def _ending(scenario: Scenario, state: WalkAway) -> Ending:
    moments = [act.at for act in scenario.acts] + ([scenario.now] if scenario.now else [])
    now = max(moments, default=None)
    found = judge(state, Review(at=now, by=Actor("rep")), scenario.setting) if now else ()
    steps = next_steps(state, scenario.setting.at(now))
    return Ending(state, now, found, steps, standing(state, scenario.setting))


def status(state: WalkAway) -> str:
    """The walk-away's status; ``mangled`` while a complaint is open."""
    return "mangled" if state.mangled else state.status
