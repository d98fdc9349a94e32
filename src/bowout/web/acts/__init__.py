"""The steps of a walk-away as the pages offer them, in their order: by slug, with form and words."""

from datetime import timedelta
from typing import Any

from bowout.core import intents as i
from bowout.core.documents import Documents
from bowout.desk.walking import Walk
from bowout.web.acts import asking, ending, telling
from bowout.web.acts.act import Act

ACTS: dict[str, Act] = {act.slug: act for act in (*telling.ACTS, *asking.ACTS, *ending.ACTS)}


def possible(walk: Walk) -> list[Act]:
    """Acts that no guard refuses outright, in their order."""
    return [act for act in ACTS.values() if not _refused(walk, act.intent)]


def _refused(walk: Walk, intent: type[i.Intent]) -> bool:
    """True when no reason could make it right, whatever else is filled in."""
    anything: dict[str, Any] = {
        "contact": "",
        "outcome": "no-answer",
        "channel": "email",
        "talk_at": walk.now,
        "words": "…",
        "changed": "…",
        "why": "…",
        "thanks": True,
        "until": walk.now + timedelta(days=366),
        "documents": Documents("deleted"),
        "when": "never",
    }
    given = {name: value for name, value in anything.items() if name in intent.__struct_fields__}
    findings = walk.judge(intent(at=walk.now, by=walk.actor, **given))
    return any(finding.severity == "block" and not finding.overridable for finding in findings)


__all__ = ["ACTS", "Act", "possible"]
