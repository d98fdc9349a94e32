"""Bare numbers such as ``1.234,56``: what they can mean, and which decimal mark they prove."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from bowout.connectors.tabular.errors import Misread

Mark = Literal["", ".", ","]
"""Decimal mark; empty: not known."""

SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u2002\u2003\u2005"), " ") | {ord("−"): "-", ord("’"): "'"}
GROUPED = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")


class Number(NamedTuple):
    """What stands in a number: digits before and after the mark, and which mark it proves."""

    value: Decimal | None
    """None: it takes the decimal mark to know."""
    proves: Mark
    if_point: Decimal
    if_comma: Decimal

    @property
    def groups_by(self) -> Mark:
        """The decimal mark, if the separator of a doubtful number groups."""
        return "" if self.value is not None else "," if self.if_comma > self.if_point else "."


@lru_cache(maxsize=1 << 12)
def number(digits: str) -> Number:
    """Judge a bare number such as ``1.234,56``. Raises Misread for what is grouped in no known way."""
    text = digits.translate(SPACES).strip()
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return _certain(text, "", "")
    other = "," if text[last] == "." else "."
    head, tail = text[:last], text[last + 1 :]
    if other in head or "'" in head or " " in head:
        return _mixed(text, head, tail, last)
    if text[last] in head:
        return _grouped(text)
    if len(tail) == 3 and head.isdigit() and len(head) <= 3 and head[0] != "0":
        whole, part = Decimal(head + tail), Decimal(f"{head}.{tail}")
        return Number(None, "", *((part, whole) if text[last] == "." else (whole, part)))
    return _certain(head, tail, "." if text[last] == "." else ",")


def _mixed(text: str, head: str, tail: str, last: int) -> Number:
    """Two kinds of separator: the last one is the decimal mark."""
    if text[last] in head or not (GROUPED.fullmatch(head) or head.isdigit()) or not tail.isdigit():
        raise _unsound(text)
    return _certain(head, tail, "." if text[last] == "." else ",")


def _grouped(text: str) -> Number:
    """One kind of separator, several times: it groups, so the other one is the decimal mark."""
    if not GROUPED.fullmatch(text):
        raise _unsound(text)
    return _certain(text, "", "," if "." in text else ".")


def _certain(head: str, tail: str, proves: Mark) -> Number:
    if head and not head.isdigit() and not GROUPED.fullmatch(head):
        raise _unsound(head)
    value = Decimal(f"{re.sub(r'[^0-9]', '', head) or '0'}.{tail or '0'}") if tail else Decimal(re.sub(r"\D", "", head))
    return Number(value, proves, value, value)


def _unsound(text: str) -> Misread:
    return Misread(f"“{text}” is grouped in no way we know.", "Write it without separators, such as 1234567.50.")


def resolve(found: Number, mark: Mark, text: str) -> Decimal:
    """The value under the column's decimal mark. Raises Misread where the mark is needed and not known."""
    if found.value is not None:
        return found.value
    if mark:
        return found.if_point if mark == "." else found.if_comma
    raise Misread(
        f"“{text.strip()}” may mean {found.if_point} or {found.if_comma}.",
        "Say which decimal mark the file uses, or write the number without separators.",
    )
