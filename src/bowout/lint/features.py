"""A sentence as the learned layer sees it: words, their neighbours, and pieces of words."""

import re
from itertools import pairwise

_WORD = re.compile(r"\w+(?:['’]\w+)?|[?!:;,.…\"“”„«»]")
_BEGIN, _END = "<s>", "</s>"


def words(text: str) -> list[str]:
    """Words and marks in lower case; every number is ``0``."""
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower().replace("’", "'"))]


def features(text: str) -> set[str]:
    """What a sentence has; the same in training and at work."""
    known = words(text)
    return grams(known).union(*map(pieces, known))


def grams(known: list[str]) -> set[str]:
    """Words with their neighbours: two and three in a row, and two with one between them."""
    line = [_BEGIN, *known, _END]
    found = set(map(" ".join, pairwise(line)))
    found.update(map(" ".join, zip(line, line[1:], line[2:], strict=False)))
    found.update(map("_".join, zip(line, line[2:], strict=False)))
    return found


def pieces(word: str) -> list[str]:
    """The word, its letters five at a time, and how a long one begins: ``unfair`` is half of ``unfairly``."""
    if len(word) <= 3:
        return [word]
    framed = f"^{word}$"
    found = [word, *(f"c{framed[at : at + 5]}" for at in range(len(framed) - 4))]
    return [*found, f"p{word[:6]}"] if len(word) > 6 else found
