"""A text and its step in, findings out: sentence by sentence, then the message as a whole."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bowout.finding import Finding, gravest_first
from bowout.lint.features import words
from bowout.lint.language import guess
from bowout.lint.model import Model, model
from bowout.lint.rule import Language, Rule, Step
from bowout.lint.rules import BY_FAULT, RULES
from bowout.lint.text import Sentence, sentences

_SURE = 0.9
"""From here on the learned layer alone may block; below, it warns."""
_NEGATED = re.compile(
    r"(?:n['’]t|\b(?:not|no|never|without|nothing|nobody|nicht|kein\w*|nie|niemand|ohne|pas|jamais|aucune?|sans"
    r"|rien|last to (?:say|think|claim)))\b[^.;:!?\n]{0,60}$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»\n]{3,200}[\"“”„«»]")


def lint(text: str, step: Step, language: Language | None = None) -> tuple[Finding, ...]:
    """What is wrong with the text, gravest first; its language is guessed where none is given.

    Never raises for any text. Each finding has its place in ``text``; what is missing is said of all own words.
    """
    spoken = language or guess(text)
    return judged(text, step, spoken, model(spoken))


def judged(text: str, step: Step, spoken: Language, learned: Model) -> tuple[Finding, ...]:
    """The same by that model."""
    own = [sentence for sentence in sentences(text) if sentence.part == "own"]
    if not own:
        return ()
    scored = [learned.scores(sentence.text, step) for sentence in own]
    found = [*_said(own, scored, step, spoken, learned), *_missing(own, scored, step, learned)]
    return gravest_first(found)


def _said(
    own: Sequence[Sentence], scored: list[list[float]], step: Step, language: Language, learned: Model
) -> Iterator[Finding]:
    for lane, label in enumerate(learned.labels):
        rule = BY_FAULT.get(label)
        if rule is None or step not in rule.steps:
            continue
        # An apology names what was said; whether it says it again, closed phrases cannot tell.
        phrases = rule.phrases if step != "apology" or rule.fault == "excuse" else None
        for sentence, scores in zip(own, scored, strict=True):
            if phrases and (match := _phrase(phrases, sentence.text)):
                start = sentence.start + match.start()
                yield _finding(rule, start, start + len(match.group()), sentence, language, sure=1.0)
            elif scores[lane] >= 0:
                sure = learned.sure(label, scores[lane])
                yield _finding(rule, sentence.start, sentence.end, sentence, language, sure)


def _phrase(phrases: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A closed phrase that is neither denied nor quoted."""
    for match in phrases.finditer(text):
        quoted = any(one.start() <= match.start() < one.end() for one in _QUOTED.finditer(text))
        if not quoted and not _NEGATED.search(text, 0, match.start()):
            return match
    return None


def _missing(own: Sequence[Sentence], scored: list[list[float]], step: Step, learned: Model) -> Iterator[Finding]:
    for rule in RULES:
        if rule.act and step in rule.steps:
            lane = learned.labels.index(rule.act)
            if max(scores[lane] for scores in scored) < 0:
                yield Finding(
                    rule=rule.name,
                    severity=rule.severity,
                    says=rule.says,
                    why=rule.why,
                    instead=rule.instead,
                    fault=rule.fault,
                    start=own[0].start,
                    end=own[-1].end,
                )


def _finding(rule: Rule, start: int, end: int, sentence: Sentence, language: Language, sure: float) -> Finding:
    return Finding(
        rule=rule.name,
        severity=rule.severity if sure >= _SURE else "warn",
        says=rule.says,
        why=rule.why,
        instead=rule.instead,
        fault=rule.fault,
        start=start,
        end=end,
        resembles=_nearest(rule, sentence.text, language),
    )


def _nearest(rule: Rule, text: str, language: Language) -> str:
    """The example of the rule, in that language, that shares most words with the sentence."""
    said = set(words(text))
    examples = [example.text for example in rule.bad if example.language == language]
    return max(examples, key=lambda example: len(said & _words_of(example)), default="")


@lru_cache(maxsize=1024)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(words(text))
