"""A mail in HTML, with its tags and what it quotes made blank, so that every offset stays."""

import re

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,2000}|!--[^<>]{0,2000}--)>")
_IS_HTML = re.compile(r"</?(?:html|body|div|p|br|span|table|blockquote|a)\b", re.IGNORECASE)
_QUOTED_HTML = re.compile(r"<(blockquote|style|script|head)\b", re.IGNORECASE)


def plain(text: str) -> str:
    """The same length, with the tags of a mail in HTML, and what it quotes, made blank."""
    if "<" not in text or not _IS_HTML.search(text):
        return text
    return _TAG.sub(lambda tag: " " * len(tag.group()), _unquoted(text))


def _unquoted(text: str) -> str:
    pieces, at, lower = [], 0, text.lower()
    # Some letters change their length when they are made small.
    lower = lower if len(lower) == len(text) else text
    for opening in _QUOTED_HTML.finditer(text):
        if opening.start() < at:
            continue
        closing = lower.find(f"</{opening.group(1).lower()}", opening.end())
        if closing < 0:
            break
        pieces += [text[at : opening.start()], " " * (closing - opening.start())]
        at = closing
    return "".join((*pieces, text[at:]))
