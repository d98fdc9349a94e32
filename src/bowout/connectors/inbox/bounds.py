"""What of a message is looked into: one that was made to hold us up is left alone before it can.

Python's mail library takes the square of the length for what is long or deep, so it is stopped while it reads, where it
knows what is a header and what is a part; whoever looks for them before it may see others than it does.
"""

from collections import Counter
from email.message import Message
from email.parser import BytesParser
from email.policy import Policy, compat32
from itertools import count
from typing import Any

from bowout.connectors.inbox.head import LONGEST

LINES = 500_000
"""Of a message; the largest that is fetched has 350,000 when it is one file."""
FIELDS = 1_000
"""In one head."""
PARTS = 1_000
DEEP = 50
"""Parts within parts."""
OF_A_PART = 2_000
"""Characters of all fields of one name in the head of a part: a long name of a file in another script has 1,500."""


class TooMuch(Exception):
    """More lines, fields or parts than a message has that was written to be read."""


def parsed(raw: bytes) -> Message:
    """The message in these bytes, with what is read of its fields. Raises ``TooMuch``, and what the library raises."""
    if raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n") > LINES:
        raise TooMuch("too many lines")
    numbers = count()

    def made(policy: Policy) -> Message:
        if next(numbers) > PARTS:
            raise TooMuch("too many parts")
        return _Part(policy)

    # The older policy: it reads headers when asked, and takes none of them for granted.
    return BytesParser(policy=compat32.clone(message_factory=made)).parsebytes(raw)


class _Part(Message):
    depth = 0

    def __init__(self, policy: Policy) -> None:
        super().__init__(policy)
        self._length = Counter[str]()
        self._fields = 0

    def attach(self, payload: Any) -> None:
        """Called by the parser before it reads the part."""
        payload.depth = self.depth + 1
        if payload.depth > DEEP:
            raise TooMuch("too many parts within parts")
        super().attach(payload)

    def set_raw(self, name: str, value: str) -> None:
        """Called by the parser with each field; what is too long loses its end."""
        self._fields += 1
        if self._fields > FIELDS:
            raise TooMuch("too many fields")
        key = name.lower()
        longest = OF_A_PART if self.depth or key.startswith("content-") else LONGEST
        value = value[: longest - self._length[key]]
        self._length[key] += len(value)
        super().set_raw(name, value)
