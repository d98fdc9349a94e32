"""A sentence as the learned layer sees it: words, their neighbours, and pieces of words."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+(?:['’]\w+)?|[?!:;,.…\"“”„«»]")
_BEGIN, _END = "<s>", "</s>"


def words(text: str) -> list[str]:
    """Words and marks in lower case; every number is ``0``."""
    return ["0" if word[0].isdigit() else word.replace("’", "'") for word in _WORD.findall(text.lower())]


def features(text: str) -> set[str]:
    """What a sentence has; the same in training and at work."""
    known = words(text)
    found = set(known)
    line = [_BEGIN, *known, _END]
    after = line[1:]
    found.update([f"{one} {two}" for one, two in zip(line, after, strict=False)])
    found.update([f"{one} {two} {three}" for one, two, three in zip(line, after, line[2:], strict=False)])
    found.update([f"{one}_{three}" for one, three in zip(line, line[2:], strict=False)])
    for word in known:
        if len(word) > 3:
            found.update(pieces(word))
    return found


@lru_cache(maxsize=50_000)
def pieces(word: str) -> tuple[str, ...]:
    """Five letters at a time, and how a long word begins: ``unfair`` and ``unfairly`` have much in common."""
    framed = f"^{word}$"
    found = [f"c{framed[at : at + 5]}" for at in range(len(framed) - 4)]
    if len(word) > 6:
        found.append(f"p{word[:6]}")
    return tuple(found)
