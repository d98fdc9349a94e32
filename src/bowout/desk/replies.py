"""What a customer says on their page: each reason under a name of its own, and their answers to it (M3.4)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.crypto import salted_hmac
from msgspec import Struct

from bowout.core import events as e
from bowout.core.actor import Actor
from bowout.core.reasons import Reason, ReasonKind, Verdict
from bowout.store.models import CustomerLink


class Asked(Struct, frozen=True):
    """One reason as the customer reads it. ``ref`` names these words on this page, and says nothing of its kind."""

    ref: str
    says: str
    stay_if: str


class Given(Struct, frozen=True):
    """Their view of one reason."""

    verdict: Verdict
    words: str = ""


class Reply(Struct, frozen=True):
    """All that they say at once; ``answers`` by the reason's ``ref``."""

    answers: dict[str, Given] = {}
    words: str = ""
    call_me: bool = False
    call_at: tuple[datetime, ...] = ()
    go_ahead: bool = False
    wait_until: date | None = None

    def is_empty(self) -> bool:
        """True when it says nothing at all."""
        return self == Reply()


def asked(link: CustomerLink, reason: Reason) -> Asked:
    """The reason for this customer's eyes. Its kind would name what we think of them, so even its name is sealed."""
    words = "\0".join((link.pk.hex, reason.kind, reason.customer, reason.stay_if))
    ref = salted_hmac("customer-page-reason", words, algorithm="sha256").hexdigest()[:16]
    return Asked(ref, reason.customer, reason.stay_if)


def said_by(link: CustomerLink, log: Iterable[e.Event]) -> list[e.FeedbackGiven]:
    """What this contact said; another contact's answers are not theirs to read."""
    me = Actor("customer", str(link.contact_id))
    return [event for event in log if isinstance(event, e.FeedbackGiven) and event.by == me]


def reply_of(link: CustomerLink, log: Sequence[e.Event]) -> Reply | None:
    """What they say as it stands: their latest answer to each reason as it reads now, and their latest words."""
    mine = said_by(link, log)
    if not mine:
        return None
    refs: dict[ReasonKind, str] = {}
    latest: dict[ReasonKind, Given] = {}
    for event in log:
        if isinstance(event, e.Considered):
            before = refs
            refs = {**before, **{reason.kind: asked(link, reason).ref for reason in event.reasons}}
            refs = {kind: ref for kind, ref in refs.items() if kind not in event.dropped}
            latest = {kind: given for kind, given in latest.items() if refs.get(kind) == before[kind]}
        elif event in mine and isinstance(event, e.FeedbackGiven):
            latest |= {
                answer.kind: Given(answer.verdict, answer.words) for answer in event.answers if answer.kind in refs
            }
    last = mine[-1]
    answers = {refs[kind]: given for kind, given in latest.items()}
    return Reply(answers, last.words, last.call_me, last.call_at, last.go_ahead, last.wait_until)


def is_read(log: Sequence[e.Event], last: e.FeedbackGiven) -> bool:
    """True once somebody of ours has said that they read it."""
    for event in reversed(log):
        if event is last:
            return False
        if isinstance(event, e.Acknowledged):
            return True
    return False


def outcome_of(link: CustomerLink, log: Sequence[e.Event]) -> e.OutcomeTold | None:
    """What this contact said last of how it turned out; None: nothing yet."""
    me = Actor("customer", str(link.contact_id))
    return next((one for one in reversed(log) if isinstance(one, e.OutcomeTold) and one.by == me), None)
