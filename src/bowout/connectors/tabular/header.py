"""Which row is the header, and what its columns are called."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from statistics import median

WIDEST = 2000
NUMBER = re.compile(r"[\d\s.,:/%$€£()+-]+")
ARROWS = re.compile(r"\s*[↑↓]\s*$")


def fold(name: str) -> str:
    """A header as it is compared: no case, no arrows, no stars, one kind of space and apostrophe."""
    text = unicodedata.normalize("NFKC", name).replace("’", "'").replace("\ufeff", "")
    return " ".join(ARROWS.sub("", text).rstrip("* ").casefold().split())


def name_columns(cells: Sequence[str]) -> tuple[str, ...]:
    """A name for each column, none twice: ``Name``, ``Name (2)``, ``Column 3``; empty ones at the end are cut."""
    names = [ARROWS.sub("", " ".join(cell.replace("\ufeff", "").split())) for cell in cells]
    while names and not names[-1]:
        names.pop()
    taken: dict[str, int] = {}
    for place, name in enumerate(names):
        names[place] = _free(name or f"Column {place + 1}", taken)
    return tuple(names)


def _free(name: str, taken: dict[str, int]) -> str:
    """``taken`` has the number that each name got to, so that thousands of one name are counted once each."""
    count, free = taken.get(name, 1), name
    while free in taken:
        count += 1
        free = f"{name} ({count})"
    taken[name] = count
    taken.setdefault(free, 1)
    return free


def find_header(rows: Sequence[Sequence[str]], known: Callable[[tuple[str, ...]], bool]) -> int | None:
    """Place of the header among the first rows: one we know, else the first that is as full as a header is.

    Report exports put a title, filters and blank rows before it.
    """
    for place, cells in enumerate(rows):
        if _filled(cells) > 1 and known(name_columns(cells)):
            return place
    counts = [_filled(cells) for cells in rows]
    usual = median([count for count in counts if count > 1] or [1])
    for place, cells in enumerate(rows):
        if counts[place] >= max(1, 0.75 * usual) and not _is_hint(cells):
            return place
    return None


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _is_hint(cells: Sequence[str]) -> bool:
    return cells[0].lower().startswith("sep=")


def looks_like_values(header: Sequence[str]) -> bool:
    """True where most cells are numbers or dates: the file has rows, but no header over them."""
    filled = [name for name in header if not name.startswith("Column ")]
    return bool(filled) and sum(bool(NUMBER.fullmatch(name)) for name in filled) * 2 > len(filled)
