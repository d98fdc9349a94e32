"""One table of the file, asked for one key after another; what is wrong goes into the notes."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from bowout.rehearsal.lines import Path
from bowout.rehearsal.problems import Notes, did_you_mean, nearest

NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in for a date-time that is wrong, so that the rest can be read."""
TOP = ("now", "deal", "playbook", "act")
_EXAMPLE = datetime.fromisoformat("2026-03-03T10:00:00")
_YEARS = range(1970, 2200)
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (str, "text"),
    (datetime, "a date-time"),
    (date, "a date"),
    (time, "a time of day"),
    (list, "a list"),
    (dict, "a table"),
)


def kind_of(value: object) -> str:
    """What a value is, in words."""
    return next(words for kind, words in _KINDS if isinstance(value, kind))


class Table:
    """A table, where it stands, and what to call it."""

    def __init__(self, data: Mapping[str, Any], path: Path, notes: Notes, name: str) -> None:
        self.data, self.path, self.notes, self.name = data, path, notes, name
        self.misspelt: set[str] = set()

    def only(self, known: Iterable[str], elsewhere: Iterable[str] = (), lenient: bool = False) -> None:
        """Every other key is an error. A warning: keys that mean something ``elsewhere`` and, if ``lenient``, those
        that resemble nothing."""
        names, others = list(known), set(elsewhere)
        for key in self.data:
            if key in names:
                continue
            if key in TOP and self.path:
                self.error(key, f"`{key}` stands inside {self.name}.", f"Move `{key}` above the first [table].")
            elif key in others:
                self.warn(key, f"`{key}` means nothing in {self.name} and is passed over.", _takes(names))
            elif lenient and not nearest(key, names, 0.8):
                self.warn(key, f"unknown key `{key}` in {self.name} is passed over.", _takes(names))
            else:
                self.misspelt.add(nearest(key, names))
                self.error(key, f"unknown key `{key}` in {self.name}.", did_you_mean(key, names, _takes(names)))

    def text(self, key: str, like: str = "") -> str:
        """Text, or nothing. With ``like``, an example, it may not be missing or blank."""
        value = self.data.get(key, "")
        if not isinstance(value, str):
            self.wrong(key, "text", f'Put it in quotes: {key} = "{like or "…"}"')
            return ""
        if like and not value.strip():
            self.lacks(key, f'{key} = "{like}"')
        return value

    def choice(self, key: str, options: tuple[str, ...], default: str = "") -> str:
        """One of the options; the first one stands in for what is wrong."""
        value = self.data.get(key, default)
        if not isinstance(value, str):
            self.wrong(key, "text", f'Write {key} = "{options[0]}", or another of: {", ".join(options)}.')
        elif value in options:
            return value
        elif key not in self.data:
            self.lacks(key, f'{key} = "{options[0]}"', f", or another of: {', '.join(options)}")
        else:
            self.error(key, f'{key} = "{value}" in {self.name} is not known.', did_you_mean(value, list(options)))
        return options[0]

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false; ``default`` when it is missing."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            self.wrong(key, "true or false", f"Write {key} = true or {key} = false, without quotes.")
            return False
        return value

    def number(self, key: str) -> int:
        """A whole number; 0 when it is missing."""
        value = self.data.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(key, "a whole number", f"Write it without quotes: {key} = 4")
            return 0
        return value

    def moment(self, key: str) -> datetime:
        """A date-time with its offset; may not be missing."""
        value = self.data.get(key)
        like = f"{key} = {self.notes.with_offset(_EXAMPLE)}"
        if key not in self.data:
            self.lacks(key, like)
        elif not isinstance(value, datetime):
            self.wrong(key, "a date-time with an offset", f"Write it without quotes: {like}")
        elif value.tzinfo is None:
            says = f"`{key}` of {self.name} has no offset from UTC, so nobody knows which moment it is."
            self.error(key, says, f"Write {key} = {self.notes.with_offset(value)}")
        elif self.in_range(key, value):
            return value
        return NEVER

    def day(self, key: str) -> date | None:
        """A date, or nothing."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self.wrong(key, "a date", f"Write it without quotes: {key} = 2026-07-01")
        elif self.in_range(key, value):
            return value
        return None

    def in_range(self, key: str, value: date) -> bool:
        """Whether the year can be meant."""
        if value.year not in _YEARS:
            self.error(key, f"`{key}` of {self.name} is in the year {value.year}.", "Check the year.")
        return value.year in _YEARS

    def table(self, key: str) -> "Table":
        """The table under that key; an empty one when it is missing."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, "a table", f"Write [{self._dotted(key)}] on a line of its own.")
            value = {}
        return Table(value, (*self.path, key), self.notes, f"[{self._dotted(key)}]")

    def tables(self, key: str, name: str) -> "list[Table]":
        """The tables of the list under that key, called by ``name`` and their number."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.wrong(key, "a list of tables", f"Write [[{self._dotted(key)}]] in double brackets before each.")
            return []
        return [Table(entry, (*self.path, key, n), self.notes, f"{name} {n}") for n, entry in enumerate(value)]

    def error(self, key: str, says: str, mend: str) -> None:
        """Note an error at that key."""
        self.notes.error((*self.path, key), says, mend)

    def warn(self, key: str, says: str, mend: str) -> None:
        """Note a warning at that key."""
        self.notes.warn((*self.path, key), says, mend)

    def wrong(self, key: str, wanted: str, mend: str) -> None:
        """Note a value of the wrong kind."""
        self.error(key, f"`{key}` of {self.name} must be {wanted}, and is {kind_of(self.data[key])}.", mend)

    def lacks(self, key: str, like: str, more: str = "") -> None:
        """Note a key that is missing or blank; a misspelt one has been noted already."""
        if key in self.misspelt:
            return
        self.error(key, f"{self.name} lacks `{key}`.", f"Add {like}{more}")

    def _dotted(self, key: str) -> str:
        return ".".join(part for part in (*self.path, key) if isinstance(part, str))


def _takes(names: list[str]) -> str:
    return f"It takes: {', '.join(names)}."
