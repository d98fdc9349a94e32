"""What an editor is told."""

from typing import Any

from bowout import __version__
from bowout.connectors.languagetool.asking import Question
from bowout.connectors.languagetool.marked import units
from bowout.finding import Finding
from bowout.lint import Language, Step, guess, lint

NAMES: dict[Language, str] = {"en": "English", "de": "German", "fr": "French"}
_COUNTRIES: dict[Language, dict[str, str]] = {
    "en": {"US": "US", "GB": "GB", "AU": "Australian", "CA": "Canadian", "IE": "Ireland", "NZ": "New Zealand"},
    "de": {"DE": "Germany", "AT": "Austria", "CH": "Swiss"},
    "fr": {"FR": "France", "BE": "Belgium", "CA": "Canada", "CH": "Switzerland"},
}
_AROUND = 40
"""Characters of context on each side."""


def languages() -> list[dict[str, str]]:
    """Each language, and each with its countries."""
    found = [{"name": name, "code": code, "longCode": code} for code, name in NAMES.items()]
    return found + [
        {"name": f"{NAMES[code]} ({name})", "code": code, "longCode": f"{code}-{country}"}
        for code, countries in _COUNTRIES.items()
        for country, name in countries.items()
    ]


def answer(asked: Question, step: Step | None = None) -> dict[str, Any]:
    """The findings as matches. An editor that does not know its step hears only what is wrong at every one."""
    text = asked.text.text
    spoken = asked.language or guess(text)
    # Editors send a paragraph at a time: what one lacks, the next may have.
    found = lint(text, step, spoken, whole=False)
    wanted = [f for f in found if f.rule not in asked.off and (not asked.only or f.rule in asked.only)]
    named = {"name": NAMES[spoken], "code": spoken}
    return {
        "software": {
            "name": "Bowout",
            "version": __version__,
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": False},
        "language": {**named, "detectedLanguage": {**named, "confidence": 1.0}},
        "matches": [_match(asked, finding) for finding in sorted(wanted, key=lambda finding: finding.start)],
    }


def _match(asked: Question, finding: Finding) -> dict[str, Any]:
    offset, length = asked.text.place(finding.start, finding.end)
    return {
        "message": f"{finding.says} {finding.why} Instead: {finding.instead}",
        "shortMessage": finding.says,
        "replacements": [],
        "offset": offset,
        "length": length,
        "context": _context(asked.text.text, finding),
        "sentence": asked.text.text[finding.start : finding.end],
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": finding.says,
            "issueType": "style",
            "category": {"id": "BOWOUT", "name": "Walking away well"},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _context(text: str, finding: Finding) -> dict[str, Any]:
    begin, end = max(0, finding.start - _AROUND), finding.end + _AROUND
    before, after = "..." * (begin > 0), "..." * (end < len(text))
    return {
        "text": f"{before}{text[begin:end]}{after}",
        "offset": len(before) + units(text[begin : finding.start]),
        "length": units(text[finding.start : finding.end]),
    }
