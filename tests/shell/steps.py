"""A walk-away the right way, step by step, as the team takes it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.process import Decision
from bowout.core.reasons import Answer, Evidence, Known, Reason
from bowout.desk import acting
from bowout.store import streams
from bowout.store.models import User
from tests.people import NOW, Cast

STREAM = UUID(int=7)
NOBODY = Actor("rep")
"""Who intents are by before the desk has said so."""
REASON = Reason(
    "fit",
    internal="They need offline maps; we have none.",
    customer="From what we see, we are not well placed for work without a network.",
    stay_if="We would compete if most sites have a network.",
    evidence=(Evidence(date(2026, 3, 2), "note", "Claire showed us the sites."),),
)
KNOWN = Known(cycle="decision in April", players="Claire, Henri", needs="offline maps", potential="48 k€")


def consider(at: datetime = NOW) -> i.Consider:
    """Record the doubt."""
    return i.Consider(at=at, by=NOBODY, reasons=(REASON,), known=KNOWN)


def begin(cast: Cast, stream: UUID = STREAM) -> None:
    """Record the doubt on the cast's deal."""
    must(acting.start(cast.alice, cast.deal, consider(), stream, NOW))


def do(user: User, intent: i.Intent, stream: UUID = STREAM) -> Decision:
    """Act on the walk-away as it stands, and record it at once."""
    return acting.act(user, stream, intent, streams.load(stream).version, intent.at)


def must(decision: Decision) -> Decision:
    """The decision, which had better be accepted."""
    assert decision.accepted, decision.findings
    return decision


def ask(cast: Cast) -> datetime:
    """Take it as far as the open question; returns when."""
    contact = str(cast.claire.pk)
    begin(cast)
    at = NOW + timedelta(minutes=30)
    must(do(cast.alice, i.Confirm(at=at, by=NOBODY)))
    must(do(cast.mia, i.Confirm(at=at, by=NOBODY)))
    must(do(cast.alice, i.Call(at=at, by=NOBODY, contact=contact, outcome="reached")))
    must(do(cast.alice, i.HoldTalk(at=at + timedelta(hours=1), by=NOBODY)))
    asked = at + timedelta(hours=2)
    must(do(cast.alice, i.AskFeedback(at=asked, by=NOBODY)))
    return asked


def answer(verdict: str, at: datetime, by: Actor = NOBODY) -> i.Feedback:
    """What Claire says to the reason."""
    return i.Feedback(at=at, by=by, answers=(Answer("fit", verdict, "Thank you for asking."),))  # type: ignore[arg-type]
