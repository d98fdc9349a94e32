"""Mail into the house: what lies in a mailbox, and what a message is. No database, no clock."""

from bowout.connectors.inbox.bounds import TooMuch
from bowout.connectors.inbox.incoming import Incoming, read
from bowout.connectors.inbox.mailbox import Mailbox, Unreachable

__all__ = ["Incoming", "Mailbox", "TooMuch", "Unreachable", "read"]
