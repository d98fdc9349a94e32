"""What is at hand while one file goes in."""

from dataclasses import dataclass, field

from bowout.connectors.tabular import Mapping
from bowout.desk.importing.owners import Owners
from bowout.desk.importing.report import FileReport
from bowout.store.models import Team


@dataclass(frozen=True)
class Work:
    """One file on its way into a team's rows."""

    team: Team
    source: str
    mapping: Mapping
    owners: Owners
    report: FileReport
    claimed: dict[int, int] = field(default_factory=dict)
    """Rows by their key, and the mark of the line of this file that each was found for; kept for lines without ids."""

    def has(self, *fields: str) -> bool:
        """True when the file has a column for one of these; what it has not, it does not overwrite."""
        return any(self.mapping.columns.get(field) for field in fields)
