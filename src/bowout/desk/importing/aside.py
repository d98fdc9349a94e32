"""Rows that could not be taken in, kept outside memory until they are written into an error file."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from bowout.connectors.tabular import Problem, Table, write_error_file

IN_MEMORY = 1 << 20


class Aside:
    """Problems of one file, in the order of its rows."""

    def __init__(self, most_remembered: int = 20) -> None:
        self._spool = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - lives as long as this object
        self._encode = msgspec.json.Encoder().encode
        self._most = most_remembered
        self.first: list[Problem] = []
        self.rows = 0
        self._line = 0

    def add(self, problem: Problem) -> None:
        """Set a row aside; several problems of one row come one after the other."""
        if problem.line != self._line:
            self._line, self.rows = problem.line, self.rows + 1
        if len(self.first) < self._most:
            self.first.append(problem)
        self._spool.write(self._encode(problem) + b"\n")

    def __iter__(self) -> Iterator[Problem]:
        self._spool.seek(0)
        decode = msgspec.json.Decoder(Problem).decode
        for line in self._spool:
            yield decode(line)
        self._spool.seek(0, 2)

    def write(self, table: Table, out: Path) -> int:
        """Write the error file; returns how many rows. Without any, no file is made."""
        return write_error_file(table, iter(self), out) if self.rows else 0
