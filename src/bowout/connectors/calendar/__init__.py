"""What is in somebody's calendar, from a file or from a server."""

from bowout.connectors.calendar.dated import Dated, Unreadable, read
from bowout.connectors.calendar.dav import Account, Seen, Unreachable, look

__all__ = ["Account", "Dated", "Seen", "Unreachable", "Unreadable", "look", "read"]
