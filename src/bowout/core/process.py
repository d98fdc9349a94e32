"""Judge an intent, then return the events it causes: the only way in."""

from msgspec import Struct

from bowout.core.causes import caused_by
from bowout.core.events import Event, Overridden, Warned
from bowout.core.guards import GUARDS
from bowout.core.intents import Intent
from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway
from bowout.core.wording import worded
from bowout.finding import Finding, gravest_first


class Decision(Struct, frozen=True):
    """What the guards said, and what happens: no events when the intent was refused."""

    accepted: bool
    findings: tuple[Finding, ...]
    events: tuple[Event, ...]


def judge(state: WalkAway, intent: Intent, setting: Setting) -> tuple[Finding, ...]:
    """What the guards say to an intent and to its words, gravest first. Nothing happens."""
    found = [finding for guard in GUARDS for finding in guard.findings(state, intent, setting)]
    return gravest_first([*found, *worded(state, intent, setting)])


def decide(state: WalkAway, intent: Intent, setting: Setting) -> Decision:
    """Judge the intent and return the events it causes.

    A block refuses it unless the intent carries a reason to override it. What was overridden or warned of
    becomes an event too: the log keeps the fact and the word why (M4).
    """
    findings = judge(state, intent, setting)
    if any(_stands(finding, intent) for finding in findings):
        return Decision(False, findings, ())
    noted = (_note(finding, intent) for finding in findings if finding.severity != "advise")
    return Decision(True, findings, (*noted, *caused_by(state, intent, setting.at(intent.at))))


def _stands(finding: Finding, intent: Intent) -> bool:
    return finding.severity == "block" and not (finding.overridable and intent.override.strip())


def _note(finding: Finding, intent: Intent) -> Event:
    if finding.severity == "warn":
        return Warned(at=intent.at, by=intent.by, rule=finding.rule, says=finding.says)
    return Overridden(at=intent.at, by=intent.by, rule=finding.rule, says=finding.says, reason=intent.override)
