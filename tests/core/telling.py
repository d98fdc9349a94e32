"""Short ways to say what happens, for tests of the core."""

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.deal import Deal
from bowout.core.guards.stories import DEAL, READY, REP, at
from bowout.core.playbook import Playbook
from bowout.core.process import Decision, decide
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from bowout.finding import Finding

Log = tuple[e.Event, ...]
NUMBERS = Playbook()


def decided(past: Log, intent: i.Intent, deal: Deal = DEAL, playbook: Playbook = NUMBERS) -> Decision:
    """What comes of an intent after such a past."""
    return decide(fold(past), intent, Setting(deal, playbook))


def found(rule: str, past: Log, intent: i.Intent, deal: Deal = DEAL, playbook: Playbook = NUMBERS) -> list[Finding]:
    """What one guard says to it."""
    findings = decided(past, intent, deal, playbook).findings
    return [finding for finding in findings if finding.rule == rule]


def severity(rule: str, past: Log, intent: i.Intent, deal: Deal = DEAL, playbook: Playbook = NUMBERS) -> str:
    """How grave that guard finds it; empty when it is silent."""
    return next((finding.severity for finding in found(rule, past, intent, deal, playbook)), "")


def played(*intents: i.Intent, past: Log = (), deal: Deal = DEAL) -> Log:
    """The log after these intents, all of which must be accepted."""
    log = past
    for intent in intents:
        decision = decided(log, intent, deal)
        assert decision.accepted, (intent, decision.findings)
        log = (*log, *decision.events)
    return log


def reached(day: int, clock: str = "10:00", month: int = 3) -> i.Call:
    """A call to the champion that reaches her, Paris time."""
    return i.Call(at=at(day, clock, month), by=REP, contact="claire", outcome="reached")


__all__ = ["READY", "Log", "decided", "found", "played", "reached", "severity"]
