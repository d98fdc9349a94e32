"""A share of so many, and how far it can be trusted."""

from math import sqrt

from msgspec import Struct

_Z = 1.959963984540054
"""So many standard deviations on either side of the mean hold 95 % of a normal distribution."""


class Share(Struct, frozen=True):
    """``hits`` out of ``of``."""

    hits: int
    of: int

    @property
    def part(self) -> float:
        """From 0 to 1. Raises ``ZeroDivisionError`` for a share of nothing."""
        return self.hits / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of Wilson: unlike the textbook's it stays within 0 and 1 and holds for small counts."""
        part, square = self.part, _Z * _Z / self.of
        middle = (part + square / 2) / (1 + square)
        half = _Z * sqrt(part * (1 - part) / self.of + square / (4 * self.of)) / (1 + square)
        # A rounding error must not put the share itself outside.
        return min(part, max(0.0, middle - half)), max(part, min(1.0, middle + half))
