"""A mail in HTML, with its tags and what it quotes made blank, so that every offset stays."""

import re
from html import unescape
from unicodedata import category

JOINT = "\u2060"
"""A sign that no reader sees."""
_BLOCKS = (
    "address|article|aside|br|blockquote|body|button|caption|center|col|dd|details|dialog|dir|div|dl|dt|fieldset|figure"
    "|footer|form|frame|h[1-6]|head|header|hr|html|iframe|img|input|legend|li|main|menu|nav|object|ol|optgroup|option|p"
    "|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul|video"
)
_TAG = re.compile(r"<(?:/?[a-zA-Z]|[!?])[^<>]{0,2000}>")
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?![\w:-])", re.IGNORECASE)
_IS_HTML = re.compile(
    r"</?(?:html|body|div|p|br|span|table|blockquote|a)\b|</?(?:b|i|u|s|em|strong|font|small|mark)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_HIDES = re.compile(r"<(blockquote|style|script|head)\b|<!(?=--)", re.IGNORECASE)
_SHOWS = {name: re.compile(rf"(?=</{name})", re.IGNORECASE) for name in ("blockquote", "style", "script", "head")} | {
    "": re.compile(r"--!?>")
}
_NAMED = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def plain(text: str, joint: str = " ") -> str:
    """The same length, with the tags of a mail in HTML, and what it quotes, made blank, and letters by name as letters.

    ``joint`` stands for every sign of what divides a word in the file and not on the screen; were it none, the length
    changes.
    """
    if "<" not in text or not _IS_HTML.search(text):
        return text

    def blank(tag: re.Match[str]) -> str:
        return (" " if _BLOCK.match(tag.group()) else joint) * len(tag.group())

    def letter(name: re.Match[str]) -> str:
        sign = unescape(name.group())
        return sign + joint * (len(name.group()) - 1) if _is_letter(sign) else name.group()

    return _NAMED.sub(letter, _TAG.sub(blank, _unquoted(text, joint)))


def _is_letter(sign: str) -> bool:
    """True also for what stands between letters unseen; not for marks, lest one makes a tag, a quotation or a line."""
    return sign == "\u00a0" or (len(sign) == 1 and category(sign)[0] in "LMC" and not sign.isspace())


def _unquoted(text: str, joint: str) -> str:
    pieces, at, endless = [], 0, set[str]()
    for opening in _HIDES.finditer(text):
        kind = (opening[1] or "").lower()
        if opening.start() < at or kind in endless:
            continue
        closing = _SHOWS[kind].search(text, opening.end())
        if closing is None:
            endless.add(kind)
            continue
        pieces += [text[at : opening.start()], (" " if kind else joint) * (closing.end() - opening.start())]
        at = closing.end()
    return "".join((*pieces, text[at:]))
