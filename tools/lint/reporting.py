"""The quality report as a page of the docs."""

from collections.abc import Sequence

from tools.lint.corpus import Item
from tools.lint.measuring import Measured, Quality, counted, interval

NAMES = {"en": "English", "de": "German", "fr": "French"}


def report(learned: Sequence[Quality], items: Sequence[Item]) -> str:
    """The whole page, made by ``python -m tools.lint.train``."""
    measured = [one.everybody for one in learned]
    parts = [_HEAD, _corpus(measured, items), _summary(_ALL, measured), _summary(_MANY, [one.many for one in learned])]
    parts.append(_ways([one.ways for one in learned]))
    parts += [_by_fault(one) for one in measured]
    return "\n".join(parts)


_HEAD = """# How good the language guard is
Made by `python -m tools.lint.train` from the corpus; do not edit it by hand.

Every message here was judged by a model that had read nothing of its author: the authors are dealt into five parts, and
each part is judged by what was learned from the other four, with cuts that come from those four, too. A finding
counts by its kind for the whole message.
Behind each share stands its 95 % interval (Wilson).
"""


def _corpus(measured: Sequence[Measured], items: Sequence[Item]) -> str:
    rows = [
        "## What it has learned from",
        "| language | authors | labelled lines | whole messages | neutral lines |",
        "| --- | --- | --- | --- | --- |",
    ]
    for one in measured:
        many = counted([item for item in items if item.language == one.language])
        rows.append(
            f"| {NAMES[one.language]} | {one.voices} | {many['line']:,} | {many['message']:,} | {many['neutral']:,} |"
        )
    return "\n".join([*rows, ""])


_ALL = "## Whole messages of authors it has not read"
_MANY = """### Of these, messages that many writers wrote
Every message by another writer, half of them clean, a fifth of the others without any word that gives them away. The
rest of the messages above are each author's own collection, full of near misses; they are harder.
"""
_WAYS = """### The five wrong ways
Too busy, five minutes before the meeting; stopped, on a voicemail at night; too simple; rigged; not coming, at the
eleventh hour: each in ten wordings a language by somebody who was to use none of the words that these lines use. Before
the guard had read them. What a message lacks does not count here. It has since learned from them, and a test holds
that it names a fault in every one.
"""
_SHARES = ("right of what is said", "found of what is there")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _summary(title: str, measured: Sequence[Measured]) -> str:
    rows = [
        title,
        _row("language", "messages", *_SHARES, "clean messages with a finding", "neutral lines with one, of 1,000"),
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in measured:
        tally = one.all
        per_thousand = 1000 * one.neutral_alarms / max(1, one.neutral)
        rows.append(
            f"| {NAMES[one.language]} | {one.messages:,} | {interval(tally.right, tally.right + tally.wrong)} "
            f"| {interval(tally.right, tally.right + tally.missed)} | {interval(one.alarmed, one.clean)} of "
            f"{one.clean:,} "
            f"| {per_thousand:.1f} |"
        )
    return "\n".join([*rows, ""])


def _ways(measured: Sequence[Measured]) -> str:
    rows = [_WAYS, _row("language", "messages", "one of their faults named"), "| --- | --- | --- |"]
    for one in measured:
        faulty = one.messages - one.clean
        rows.append(_row(NAMES[one.language], str(faulty), interval(one.named, faulty)))
    return "\n".join([*rows, ""])


def _by_fault(one: Measured) -> str:
    rows = [
        f"## {NAMES[one.language]}, by kind",
        _row("kind", "there", *_SHARES),
        "| --- | --- | --- | --- |",
    ]
    for fault, tally in one.faults.items():
        rows.append(
            f"| `{fault}` | {tally.right + tally.missed} | {interval(tally.right, tally.right + tally.wrong)} "
            f"| {interval(tally.right, tally.right + tally.missed)} |"
        )
    misses = [
        f"- `{fault}` ({voice}): {text}" for fault, voice, text in one.misses[:: max(1, len(one.misses) // 12)][:12]
    ]
    return "\n".join([*rows, "", f"A sample of what it missed, {len(one.misses)} in all:", "", *misses, ""])
