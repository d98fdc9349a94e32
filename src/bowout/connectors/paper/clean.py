"""Text from anywhere, as it can stand on paper: nothing invisible, nothing endless."""

import re
import unicodedata

LONGEST_LINE = 300
"""Characters of a name, a title, a reference."""
LONGEST_TEXT = 20_000
"""Characters of the helpful word."""
_JOINERS = "\u200c\u200d"
# Controls, marks that turn the direction of others' text, halves of characters, and what no font and no standard knows.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
# Emoji with what joins and colours them: no font of ours has them, and a formal letter needs none.
_PICTURES = re.compile("[\U0001f000-\U0001fbff][\u200d\ufe0f]*|\ufe0f")
_LAST_WORD = re.compile(r"\s\S{0,99}\Z")


def one_line(text: str) -> str:
    """A name, a title, a reference: one line. What is longer ends in an ellipsis."""
    return _cut(" ".join(_seen(text).split()), LONGEST_LINE)


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """Paragraphs of lines; an empty line begins a paragraph. What is longer ends in an ellipsis."""
    lines = [" ".join(line.split()) for line in _seen(text).splitlines()]
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    blocks = _cut(whole, LONGEST_TEXT).split("\n\n") if whole else []
    return tuple(tuple(block.splitlines()) for block in blocks)


def _seen(text: str) -> str:
    plain = unicodedata.normalize("NFC", "\n".join(_PICTURES.sub("", text).splitlines())).replace("\t", " ")
    return "".join(sign for sign in plain if sign in _JOINERS + "\n" or unicodedata.category(sign) not in _UNSEEN)


def _cut(text: str, longest: int) -> str:
    """At the last white space of the last hundred characters; without one, where it is."""
    return text if len(text) <= longest else _LAST_WORD.sub("", text[: longest - 2]) + " …"
