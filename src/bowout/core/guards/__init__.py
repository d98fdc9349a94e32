"""All guards: an intent in, findings out (M4, M6). To add one: write it beside its family and list it there."""

from bowout.core.guards import chronology, order, parting, readiness, reasoning, telling, timing, wording
from bowout.core.guards.rule import Example, Guard, Hit

GUARDS: tuple[Guard, ...] = (
    *order.GUARDS,
    *chronology.GUARDS,
    *readiness.GUARDS,
    *telling.GUARDS,
    *timing.GUARDS,
    *reasoning.GUARDS,
    *wording.GUARDS,
    *parting.GUARDS,
)

__all__ = ["GUARDS", "Example", "Guard", "Hit"]
