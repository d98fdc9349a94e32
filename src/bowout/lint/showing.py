"""What the language guard has found, as text, JSON and SARIF."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from bowout.finding import Finding
from bowout.lint.book import HOUSE, Book
from bowout.lint.judging import lint
from bowout.lint.rule import Language, Step

_LEVEL = {"block": "error", "warn": "warning", "advise": "note"}


class Judged(Struct, frozen=True):
    """A text by its name, and what was found."""

    name: str
    text: str
    findings: tuple[Finding, ...]


def judge(name: str, text: str, step: Step, language: Language | None, book: Book = HOUSE) -> Judged:
    """The text with what is wrong with it."""
    return Judged(name, text, lint(text, step, language, book))


def shown(finding: Finding) -> dict[str, Any]:
    """The finding as an object of JSON."""
    return {
        "fault": finding.fault,
        "rule": finding.rule,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        "why": finding.why,
        "instead": finding.instead,
        "resembles": finding.resembles,
    }


def as_json(judged: Judged) -> str:
    """One line for a text."""
    return json.dumps({"file": judged.name, "findings": [shown(finding) for finding in judged.findings]})


def as_text(judged: Judged) -> Iterator[str]:
    """Each finding with its place, the words, why and what instead."""
    for finding in judged.findings:
        line, column = _place(judged.text, finding.start)
        yield f"{judged.name}:{line}:{column}: {finding.severity} {finding.rule}: {finding.says}"
        words = " ".join(judged.text[finding.start : finding.end].split())
        yield f"    “{words if len(words) <= 100 else f'{words[:99]}…'}”"
        yield f"    Why: {finding.why}"
        yield f"    Instead: {finding.instead}"


def as_sarif(judged: Sequence[Judged], book: Book = HOUSE) -> str:
    """All texts as one log in SARIF 2.1.0."""
    rules = [
        {"id": rule.name, "shortDescription": {"text": rule.says}, "fullDescription": {"text": rule.why}}
        for rule in book.rules
    ]
    results = [_result(one, finding) for one in judged for finding in one.findings]
    driver = {"name": "bowout", "rules": rules}
    runs = [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}]
    return json.dumps({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": runs})


def _result(judged: Judged, finding: Finding) -> dict[str, Any]:
    line, column = _place(judged.text, finding.start)
    last, after = _place(judged.text, finding.end)
    region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}
    return {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.says} {finding.instead}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": judged.name}, "region": region}}],
    }


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
