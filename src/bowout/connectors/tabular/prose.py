"""A letter or a list of notes, which has lines and commas and is no table all the same."""

from itertools import islice

from bowout.connectors.tabular.guess import propose
from bowout.connectors.tabular.read import SAMPLE, Table

SURE = 0.6
"""A column called as we know it scores more; one that only holds such a word among others scores less."""


def is_prose(table: Table) -> bool:
    """True where no column is called as we know one, and the lines do not fall into columns."""
    if any(score >= SURE for score in propose(table).confidence.values()):
        return False
    faults = [fault for _, _, fault in islice(table.rows, SAMPLE)]
    broken = sum(1 for fault in faults if fault is not None)
    return len(table.header) < 2 or broken * 2 > len(faults)
