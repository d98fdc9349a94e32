"""Cells that a spreadsheet would run as a formula: harmless in files we write, given back when we read them."""

import re

PROBLEM_COLUMNS = ("problem_row", "problem_field", "problem", "mend")
"""What an error file has beside the columns of its source."""

RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guard(cell: str) -> str:
    """The cell with an apostrophe in front if it needs one; ``unguard`` gives it back exactly."""
    return f"'{cell}" if RISKY.match(cell) else cell


def unguard(cell: str) -> str:
    """The cell before ``guard``."""
    return cell[1:] if cell.startswith("'") and RISKY.match(cell) else cell


def is_error_file(header: tuple[str, ...]) -> bool:
    """True for the header of a file that we wrote."""
    return set(PROBLEM_COLUMNS[:2]) <= set(header)
