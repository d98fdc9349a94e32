"""One round of a mail worker: claim a row, carry it, say how that ended.

What is killed before the final dot is tried again; what is killed after it is in doubt, and people judge it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import msgspec

from bowout.connectors.mail import Carrier, Mail, Refused, Unclear, compose
from bowout.desk.mailing import KIND
from bowout.store import outbox
from bowout.store.models import Outbox

Clock = Callable[[], datetime]


def send_next(carrier: Carrier, clock: Clock, token: str) -> Outbox | None:
    """Send the mail that has waited longest; None when there is none. ``token`` must be new for every call."""
    outbox.sweep(clock())
    row = outbox.claim(clock(), token, [KIND])
    if row is not None:
        # Without the lease nothing is lost: whoever has the row now says how it ends.
        with suppress(outbox.LeaseLost):
            _send(row, carrier, clock, token)
    return row


def _send(row: Outbox, carrier: Carrier, clock: Clock, token: str) -> None:
    try:
        message = compose(msgspec.convert(row.payload, Mail), row.key, carrier.sender)
    except (ValueError, msgspec.ValidationError) as error:
        outbox.failed(row, token, clock(), str(error), final=True)
        return
    try:
        carrier.carry(message, row.key, lambda: outbox.hand_over(row, token, clock()))
    except Refused as error:
        outbox.failed(row, token, clock(), str(error), final=error.final)
    except Unclear as error:
        outbox.doubt(row, token, str(error))
    else:
        outbox.done(row, token, clock())
