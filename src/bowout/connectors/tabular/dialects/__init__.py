"""The exports we know by their headers, one small file per system (M12).

A new system is a new file with ``DIALECTS`` and its name in ``ALL`` below. Order counts: the first that fits is it.
"""

from bowout.connectors.tabular.dialects import dynamics, hubspot, pipedrive, salesforce, salesforce_data, zoho
from bowout.connectors.tabular.dialects.dialect import Dialect
from bowout.connectors.tabular.header import fold

ALL: tuple[Dialect, ...] = (
    *dynamics.DIALECTS,
    *pipedrive.DIALECTS,
    *zoho.DIALECTS,
    *hubspot.DIALECTS,
    *salesforce_data.DIALECTS,
    *salesforce.DIALECTS,
)


def dialect_of(header: tuple[str, ...]) -> Dialect | None:
    """The export that these headers prove, or None."""
    folded = frozenset(map(fold, header))
    return next((dialect for dialect in ALL if dialect.fits(folded)), None)


def known(header: tuple[str, ...]) -> bool:
    """True for the header of an export we know."""
    return dialect_of(header) is not None
