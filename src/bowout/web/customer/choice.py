"""One of several things that they can choose."""

from msgspec import Struct


class Choice(Struct, frozen=True):
    """One of the answers to a reason."""

    value: str
    label: str
    hint: str
    chosen: bool
