"""What becomes of what they had given us (M3.5)."""

from datetime import date
from typing import Literal

from msgspec import Struct

Fate = Literal["returned", "deleted", "kept"]


class Documents(Struct, frozen=True):
    """Their documents: given back, deleted, or ``kept`` because the law asks for it."""

    fate: Fate
    on: date | None = None
    """The day on which it was done, or by which it will be; the day until which they are kept."""
    done: bool = False
    """False: it is promised. Says nothing where they are kept."""

    @property
    def owed_on(self) -> date | None:
        """The day by which it is ours to do; None where nothing is left to do, or no day was named."""
        return None if self.done or self.fate == "kept" else self.on
