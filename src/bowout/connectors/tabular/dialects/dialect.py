"""What a CRM's export looks like: data, no code."""

from msgspec import Struct

from bowout.connectors.tabular.header import fold
from bowout.connectors.tabular.number import Mark
from bowout.connectors.tabular.records import Kind


class Dialect(Struct, frozen=True, kw_only=True):
    """One sort of export of one system."""

    system: str
    title: str
    """As people are told: “Salesforce report of opportunities”."""
    kind: Kind = "deal"
    signature: tuple[tuple[str, ...], ...]
    """Headers that prove it: of each group at least one must be there. Case and spacing do not matter."""
    fields: dict[str, tuple[str, ...]] = {}
    """Field to the headers that may hold it, best first."""
    decimal: Mark = ""
    """Set where the system writes numbers in one way for everybody."""
    aside: str = ""
    """Why such a file is set aside; empty when it is read."""

    def fits(self, folded: frozenset[str]) -> bool:
        """True when the folded headers carry the signature."""
        return all(any(fold(name) in folded for name in group) for group in self.signature)

    def columns(self, header: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """Field to the headers of this file that hold it."""
        present = {fold(name): name for name in reversed(header)}
        found = {
            field: tuple(present[key] for key in dict.fromkeys(map(fold, names)) if key in present)
            for field, names in self.fields.items()
        }
        return {field: names for field, names in found.items() if names}
