"""Mappings that a team has confirmed once and uses again."""

import msgspec

from bowout.connectors.tabular import Mapping, Table, from_json
from bowout.desk.importing.files import fits, signature
from bowout.store import importing
from bowout.store.models import Team


def saved_for(team: Team, table: Table) -> Mapping | None:
    """The team's mapping for a file with these headers. Raises Unreadable for one that cannot be read any more."""
    row = importing.saved_mapping(team, signature(table.header))
    return _mapping(row.name, row.mapping) if row else None


def called(team: Team, name: str) -> list[Mapping]:
    """The team's mappings of that name, one for each sort of file. Raises Unreadable."""
    return [_mapping(row.name, row.mapping) for row in importing.mappings_called(team, name)]


def best(given: list[Mapping], table: Table) -> Mapping | None:
    """The one whose columns the file has; else the first."""
    return next((mapping for mapping in given if fits(mapping, table)), given[0] if given else None)


def keep(team: Team, name: str, table: Table, mapping: Mapping) -> None:
    """Save it for files with these headers."""
    importing.keep_mapping(team, name, signature(table.header), msgspec.to_builtins(mapping))


def _mapping(name: str, plain: object) -> Mapping:
    return from_json(msgspec.json.encode(plain), name)
