"""What is wrong with a file or a row: said once, with the place and the mend (M12)."""

from msgspec import Struct


class Problem(Struct, frozen=True):
    """One thing in a file that cannot be read as it stands."""

    file: str
    line: int
    """Line of the file where the record starts, counted from 1; 0 when it is the file as a whole."""
    field: str
    """Header of the column; empty when it is the row or the file as a whole."""
    value: str
    says: str
    mend: str
    cells: tuple[str, ...] = ()
    """The row as it was read, for the error file."""

    def __str__(self) -> str:
        place = f", line {self.line}" if self.line else ""
        column = f", {self.field}" if self.field else ""
        return f"{self.file}{place}{column}: {self.says} {self.mend}"


class Fault(Struct, frozen=True):
    """A row that is broken as a row, before anybody looks at its values."""

    says: str
    mend: str
    column: int | None = None
    """Place of the broken cell in the row, from 0."""


class Unreadable(Exception):
    """The file as a whole cannot be read; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def unreadable(file: str, says: str, mend: str, line: int = 0) -> Unreadable:
    """The refusal of a whole file."""
    return Unreadable(Problem(file=file, line=line, field="", value="", says=says, mend=mend))


class Misread(ValueError):
    """A value that cannot be read; parsers raise it, ``read`` makes a Problem of it."""

    def __init__(self, says: str, mend: str) -> None:
        super().__init__(says)
        self.says = says
        self.mend = mend
