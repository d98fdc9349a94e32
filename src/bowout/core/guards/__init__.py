"""All guards: an intent in, findings out (M4, M6). To add one: write it beside its family and list it there."""

from bowout.core.guards import (
    asking,
    bluffing,
    channels,
    checking_back,
    chronology,
    complaints,
    decency,
    eleventh_hour,
    hands,
    hearing,
    knowledge,
    later_reasons,
    leaving,
    meetings,
    no_contact,
    order,
    quickness,
    readiness,
    reasons,
    snoozing,
    telling,
    unknown_reasons,
)
from bowout.core.guards.rule import Example, Guard, Hit

GUARDS: tuple[Guard, ...] = (
    *order.GUARDS,
    *hands.GUARDS,
    *unknown_reasons.GUARDS,
    *chronology.GUARDS,
    *readiness.GUARDS,
    *bluffing.GUARDS,
    *complaints.GUARDS,
    *telling.GUARDS,
    *channels.GUARDS,
    *no_contact.GUARDS,
    *meetings.GUARDS,
    *eleventh_hour.GUARDS,
    *decency.GUARDS,
    *quickness.GUARDS,
    *reasons.GUARDS,
    *later_reasons.GUARDS,
    *knowledge.GUARDS,
    *asking.GUARDS,
    *hearing.GUARDS,
    *leaving.GUARDS,
    *snoozing.GUARDS,
    *checking_back.GUARDS,
)

__all__ = ["GUARDS", "Example", "Guard", "Hit"]
