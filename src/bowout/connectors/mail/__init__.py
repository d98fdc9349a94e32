"""Mail out of the house: a message, and what carries it. No database, no clock."""

from bowout.connectors.mail.carrier import Carrier, Refused, Unclear, carrier
from bowout.connectors.mail.invitation import Invitation
from bowout.connectors.mail.message import BadAddress, Mail, compose

__all__ = ["BadAddress", "Carrier", "Invitation", "Mail", "Refused", "Unclear", "carrier", "compose"]
