"""Log lines without personal data."""

import logging
import re

# A customer's link is in the path of a request; a database names the offending value in DETAIL.
_SECRET = re.compile(r"(?<=/)(?:[\w:.=-]|%3A){32,}(?![^\s/?#&,;'\")\]>])", re.IGNORECASE)
_DETAIL = re.compile(r"^\s*DETAIL:.*\n?", re.MULTILINE)


class Discreet(logging.Formatter):
    """Leaves out tokens in addresses, and the values that a database complains of."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return _DETAIL.sub("", _SECRET.sub("…", super().format(record)))
