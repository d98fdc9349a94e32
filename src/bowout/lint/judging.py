"""A text and its step in, findings out: sentence by sentence, then the message as a whole."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from bowout.finding import Finding, gravest_first
from bowout.lint.book import HOUSE, Book, Speaking
from bowout.lint.features import words
from bowout.lint.html import JOINT, plain
from bowout.lint.language import guess
from bowout.lint.model import Model, model
from bowout.lint.phrases import lower, said
from bowout.lint.rule import Language, Rule, Step
from bowout.lint.seen import Seen, has_two_readings, seen
from bowout.lint.text import Sentence, split

Scores = Sequence[Sequence[float]]

_SURE = 0.9
"""From here on the learned layer alone may block; below, it warns."""


def lint(
    text: str,
    step: Step | None,
    language: Language | None = None,
    book: Book = HOUSE,
    whole: bool = True,
) -> tuple[Finding, ...]:
    """What is wrong with the text by the rules of the book, gravest first; no language given: it is guessed.

    Without a step only what is wrong at every step. Of a text that is not ``whole`` nobody says what it lacks.
    Never raises for any text. Each finding has its place in ``text``; what is missing is said of all own words.
    """
    bare = plain(text, JOINT)
    shown = seen(bare)
    spoken = language or guess(shown.text)
    found = _placed(judged(shown.text, step, spoken, model(spoken), book, whole), shown)
    if not has_two_readings(bare):
        return found
    closely = seen(bare, spoken)
    more = _placed(judged(closely.text, step, spoken, model(spoken), book, whole=False), closely)
    once = {(finding.rule, finding.start, finding.end): finding for finding in (*found, *more)}
    return gravest_first(list(once.values()))


def _placed(found: Iterable[Finding], shown: Seen) -> tuple[Finding, ...]:
    places = ((finding, *shown.span(finding.start, finding.end)) for finding in found)
    return tuple(replace(finding, start=start, end=end) for finding, start, end in places)


def judged(
    text: str,
    step: Step | None,
    spoken: Language,
    learned: Model,
    book: Book = HOUSE,
    whole: bool = True,
) -> tuple[Finding, ...]:
    """The same by that model, of a text without tags."""
    ours = [sentence for sentence in split(text) if sentence.part != "quoted"]
    own = [sentence for sentence in ours if sentence.part == "own"]
    rules, scored = book.at(step, spoken), [learned.scores(sentence.text, step or "explain") for sentence in own]
    found = list(_said(own, scored, rules, spoken, learned))
    # A greeting and a closing are too short to be judged by what was learned; what is wrong anywhere is wrong there.
    rest = [sentence for sentence in ours if sentence.part != "own"]
    found.extend(_said(rest, [()] * len(rest), rules, spoken, learned))
    if whole and own:
        found.extend(_missing(own, scored, rules, learned))
    return gravest_first(found)


def _said(
    own: Sequence[Sentence], scored: Scores, rules: Speaking, language: Language, learned: Model
) -> Iterator[Finding]:
    rules_and_lanes = [(rule, learned.lanes.get(rule.fault)) for rule in rules.said]
    for sentence, scores in zip(own, scored, strict=True):
        low = lower(sentence.text)
        phrased = rules.phrases is not None and rules.phrases.search(low) is not None
        for rule, lane in rules_and_lanes:
            if phrased and (match := said(rules.closed(rule), low, rule.even_denied)):
                start = sentence.start + match.start()
                yield _finding(rule, start, start + len(match.group()), sentence, language, sure=1.0)
            elif lane is not None and scores and scores[lane] >= 0:
                sure = learned.sure(rule.fault, scores[lane])
                yield _finding(rule, sentence.start, sentence.end, sentence, language, sure)


def _missing(own: Sequence[Sentence], scored: Scores, rules: Speaking, learned: Model) -> Iterator[Finding]:
    for rule in rules.missing:
        lane = learned.lanes[rule.act]
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
