"""The rows, one small file per concern."""

from bowout.store.models.account import Account, Contact
from bowout.store.models.calendar import CalendarEntry, OwnCalendar, StageChange
from bowout.store.models.deal import Deal, DealContact, TakenOut
from bowout.store.models.event import Event, Words
from bowout.store.models.feeling import Feeling
from bowout.store.models.imports import ImportRun, SavedMapping
from bowout.store.models.link import CustomerLink
from bowout.store.models.logo import Logo
from bowout.store.models.not_useful import NotUseful
from bowout.store.models.outbox import Outbox
from bowout.store.models.received import MailboxPlace, Received
from bowout.store.models.team import Team
from bowout.store.models.tries import SignInTries
from bowout.store.models.user import User
from bowout.store.models.walkaway import WalkAway

__all__ = [
    "Account",
    "CalendarEntry",
    "Contact",
    "CustomerLink",
    "Deal",
    "DealContact",
    "Event",
    "Feeling",
    "ImportRun",
    "Logo",
    "MailboxPlace",
    "NotUseful",
    "Outbox",
    "OwnCalendar",
    "Received",
    "SavedMapping",
    "SignInTries",
    "StageChange",
    "TakenOut",
    "Team",
    "User",
    "WalkAway",
    "Words",
]
