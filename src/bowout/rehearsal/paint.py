"""Colours of a terminal, or none. A colour never says what no word says."""

from collections.abc import Callable

from msgspec import Struct

from bowout.finding import Severity


class Paint(Struct, frozen=True):
    """Paints words when ``colour`` is wanted; otherwise leaves them as they are."""

    colour: bool = False

    def _with(self, code: int, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.colour else words

    def strong(self, words: str) -> str:
        """What to look at first."""
        return self._with(1, words)

    def quiet(self, words: str) -> str:
        """What to look at last."""
        return self._with(2, words)

    def block(self, words: str) -> str:
        """What was refused."""
        return self._with(31, words)

    def warn(self, words: str) -> str:
        """What was warned of."""
        return self._with(33, words)

    def advise(self, words: str) -> str:
        """What was advised."""
        return self._with(36, words)

    def of(self, severity: Severity) -> Callable[[str], str]:
        """The colour of that severity."""
        shades: dict[Severity, Callable[[str], str]] = {"block": self.block, "warn": self.warn, "advise": self.advise}
        return shades[severity]
