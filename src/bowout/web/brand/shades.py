"""A company's colour, and the nearest to it in which everybody can read (WCAG 2.2, 1.4.3)."""

import re

from msgspec import Struct

from bowout.web.brand.oklch import as_hex, linear, oklch

WHITE = "#ffffff"
"""The words on a button."""
PAPER = "#f7f8f6"
"""The ground of the customer's page, as in customer.css."""
ENOUGH = 4.5
OURS = "#0d5c4c"
"""The accent of a team that has chosen none, as in customer.css."""


class Shades(Struct, frozen=True):
    """What was wished for, and what is used. Each is ``#rrggbb``."""

    wished: str
    accent: str
    deep: str
    """Under the pointer, and for small words on ``soft``."""
    soft: str
    """Ground of what is chosen."""

    @property
    def darkened(self) -> bool:
        """True where the wished colour could not be read."""
        return self.accent != self.wished


def colour_of(typed: str) -> str | None:
    """``#rrggbb`` of what somebody typed: with or without the #, three digits or six; None for anything else."""
    digits = typed.strip().removeprefix("#").lower()
    if not re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", digits):
        return None
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def contrast(one: str, other: str) -> float:
    """1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def shades(wished: str) -> Shades:
    """The wished colour where it can be read; else darker, step by step, in its own hue, until it can."""
    light, chroma, hue = oklch(wished)
    accent = wished
    while not is_read(accent):
        light -= 0.005
        accent = as_hex(light, chroma, hue)
    # Of what is nearly black, only something lighter can be told apart.
    deep = as_hex(light - 0.08 if light > 0.25 else light + 0.2, chroma, hue)
    return Shades(wished, accent, deep, as_hex(0.955, min(chroma, 0.02), hue))


def is_read(colour: str) -> bool:
    """True when white words on it, and it as a word on our paper, can be read."""
    return min(contrast(colour, WHITE), contrast(colour, PAPER)) >= ENOUGH


def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
