"""On which line of a TOML text a key stands; ``tomllib`` gives values and keeps that to itself."""

import re
import tomllib
from bisect import bisect_right

Path = tuple[str | int, ...]
"""``("act", 3, "contact")``: the contact of the fourth act."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""")
_TEXT = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*\'''',
    re.DOTALL,
)
_PLAIN = re.compile(r"[^,\]}\n#]*")


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, of every table, key and list entry of a text that ``tomllib`` accepts."""
    return _Scan(text.replace("\r\n", "\n")).all()


class _Scan:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.ends = [match.start() for match in re.finditer("\n", text)]
        self.found: dict[Path, int] = {(): 1}
        self.counts: dict[Path, int] = {}

    def all(self) -> dict[Path, int]:
        table: Path = ()
        while self.skip(_BLANK) < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
        return self.found

    def header(self) -> Path:
        line, twice = self.line(), self.text.startswith("[[", self.at)
        self.at += 1 + twice
        names = self.key()
        self.at += 1 + twice
        path = self.place(names[:-1]) + names[-1:]
        if twice:
            self.counts[path] = self.counts.get(path, -1) + 1
            self.found.setdefault(path, line)
            path = (*path, self.counts[path])
        self.found.setdefault(path, line)
        return path

    def place(self, names: Path) -> Path:
        """Where a header's names lead: into the latest entry of a list of tables."""
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in self.counts:
                path = (*path, self.counts[path])
        return path

    def pair(self, table: Path) -> None:
        line = self.line()
        for name in self.key():
            table = (*table, name)
            self.found.setdefault(table, line)
        self.at += 1  # the equals sign
        self.value(table)

    def key(self) -> Path:
        names: list[str] = []
        while True:
            self.skip(_SPACE)
            names.append(_unquoted(self.take(_KEY)))
            self.skip(_SPACE)
            if self.text[self.at] != ".":
                return tuple(names)
            self.at += 1

    def value(self, path: Path) -> None:
        self.skip(_SPACE)
        opening = self.text[self.at]
        if opening == "[":
            self.entries(path)
        elif opening == "{":
            self.inline(path)
        else:
            self.take(_TEXT if opening in "\"'" else _PLAIN)

    def entries(self, path: Path) -> None:
        number = 0
        while self.next_entry("]"):
            self.found.setdefault((*path, number), self.line())
            self.value((*path, number))
            number += 1

    def inline(self, path: Path) -> None:
        while self.next_entry("}"):
            self.pair(path)

    def next_entry(self, closing: str) -> bool:
        """Step over the bracket or the comma before an entry; False, and past the end, when there is none."""
        self.skip(_BLANK)
        if self.text[self.at] in "[{,":
            # A bracket opens only where no entry has been read yet, as an entry is read whole.
            self.at += 1
            self.skip(_BLANK)
        if self.text[self.at] != closing:
            return True
        self.at += 1
        return False

    def skip(self, pattern: re.Pattern[str]) -> int:
        self.take(pattern)
        return self.at

    def take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        assert match is not None, f"tomllib accepts what stands on line {self.line()}, and this scan does not"
        self.at = match.end()
        return match.group()

    def line(self) -> int:
        return bisect_right(self.ends, self.at - 1) + 1


def _unquoted(key: str) -> str:
    return next(iter(tomllib.loads(f"{key}=0"))) if key[0] in "\"'" else key
