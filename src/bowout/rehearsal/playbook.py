"""``[playbook]``: the team's own numbers."""

from typing import Any

from msgspec import ValidationError

from bowout.core.playbook import Entry, Playbook, entries
from bowout.rehearsal.table import Table


def read_playbook(table: Table) -> Playbook:
    """The playbook with these values in place of the defaults."""
    known = {entry.name: entry for entry in entries()}
    table.only(known)
    good = {key: value for key, value in table.data.items() if key in known and _fits(table, known[key], value)}
    return Playbook.of(good)


def _fits(table: Table, entry: Entry, value: Any) -> bool:
    try:
        Playbook.of({entry.name: value})
    except ValidationError as error:
        reason = str(error).partition(" - at ")[0].replace("`", "")
        says = f"`{entry.name}` in [playbook] cannot be {value!r}: {reason[:1].lower()}{reason[1:]}."
        table.error(entry.name, says, f"It is counted in: {entry.unit}. Without a word from you it is {entry.default}.")
        return False
    return True
