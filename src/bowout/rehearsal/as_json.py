"""A rehearsal as JSON for other programs: a line for each act, and a last one for where it led."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from bowout.core.standing import Standing
from bowout.finding import Finding
from bowout.rehearsal.play import Ending, Played, Rehearsal, status


def json_lines(rehearsal: Rehearsal) -> Iterator[str]:
    """One object a line, ASCII only."""
    for act in rehearsal.acts:
        yield json.dumps(_act(act))
    yield json.dumps(_ending(rehearsal.ending))


def _act(act: Played) -> dict[str, Any]:
    return {
        "act": act.number,
        "accepted": act.decision.accepted,
        "findings": [_finding(finding) for finding in act.decision.findings],
        "events": msgspec.to_builtins(act.decision.events),
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "why": f"{finding.says} {finding.why}",
        "instead": finding.instead,
    }


def _ending(ending: Ending) -> dict[str, Any]:
    return {
        "state": status(ending.state),
        "next": [{"do": step.do, "due": step.due.isoformat(), "why": step.why} for step in ending.steps],
        "tests": {test: _test(stands) for test, stands in ending.tests.items()},
        "findings": [_finding(finding) for finding in ending.findings],
    }


def _test(stands: Standing) -> dict[str, Any]:
    # What they felt is theirs to say, and a rehearsal asks nobody.
    return {"did": {"for": list(stands.speaks_for), "against": list(stands.speaks_against)}, "felt": "not asked"}
