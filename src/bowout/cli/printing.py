"""Prints lines so that neither a terminal without a letter nor a reader who has read enough ends in a traceback."""

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper


def print_lines(lines: Iterable[str]) -> None:
    """Print each line as it comes."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A name in another script must not end the command on a terminal that cannot show it.
        sys.stdout.reconfigure(errors="replace")
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has read enough; without this, Python complains of it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
