"""What follows from a message that came: whatever answers one of our mails lands on its walk-away.

What a person wrote is the customer's word: it stops the clock and lies there unread. What a machine wrote is kept and
decides nothing; one of ours that came back is said to have failed.
"""

import re
from datetime import datetime

from bowout.connectors.inbox import Incoming
from bowout.connectors.inbox.absence import back_on
from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.events import Undelivered
from bowout.core.walkaway import fold
from bowout.desk import acting, tagging
from bowout.desk.setting import setting_of
from bowout.desk.telling import tell
from bowout.store import inbox, outbox, streams
from bowout.store.models import DealContact, Outbox, Received, WalkAway

_OURS = re.compile(r"^<([0-9a-f]{40})@")
_STEP = re.compile(r"^[0-9a-f-]{36}:(\d+)$")
"""The key of a step's own mail: the walk-away, and its version before the step (see ``stepping``)."""
NO_TEXT = "(There is no text in it: see the mail.)"
_LONGEST = 20_000
"""Characters of their words in the log; the rest stands in the mail."""


def keep(incoming: Incoming, whole: bool, file: str, now: datetime) -> None:
    """Save the message where it belongs, with what follows from it, in the caller's transaction."""
    ours = inbox.sent_as([found[1] for one in incoming.answers if (found := _OURS.match(one))])
    walk_away = _walk_away(incoming, ours)
    part = inbox.contact_at(walk_away, incoming.sender) if walk_away else None
    kind = _kind(incoming, ours, walk_away, part)
    row = Received(
        walk_away=walk_away,
        contact=part.contact if part else None,
        message_id=incoming.message_id[:1000],
        kind=kind,
        sender=incoming.sender[:320],
        sender_name=incoming.sender_name,
        subject=incoming.subject,
        text=incoming.text,
        files=list(incoming.files),
        whole=whole,
        file=file,
        sent_at=incoming.sent_at,
        received_at=now,
        private_to=ours.private_to if ours else None,
    )
    known = walk_away.deal.team if walk_away else (ours.team if ours else None)
    inbox.save(row, [known] if known else inbox.whose(incoming.sender))
    if kind == Received.Kind.BOUNCE and ours is not None:
        outbox.came_back(ours, incoming.failure)
        if ours.walk_away is not None:
            _did_not_reach(ours.walk_away, ours.key, now)
        if not ours.payload.get("automatic"):
            # A notice that came back is told to nobody: the notice of it would come back, too, for ever.
            _tell(row, f"It came back: {ours.payload.get('subject', '')}", "A mail of yours did not arrive.", now)
    elif kind == Received.Kind.REPLY and walk_away is not None:
        heard(walk_away, part, incoming.sender, incoming.own or incoming.subject or NO_TEXT, now)
        words = "They have answered by mail. Until you have read it and told them so, nothing may be decided."
        _tell(row, f"Answered: {walk_away.deal.name}", words, now)
    elif kind == Received.Kind.AWAY and walk_away is not None and part is not None:
        _is_away(row, walk_away, part, now)


def _did_not_reach(walk_away: WalkAway, key: str, now: datetime) -> None:
    """What a step's mail was to tell or ask counts no longer: silence is no answer to what never arrived."""
    if (step := _STEP.match(key)) is None:
        return
    log = streams.log(walk_away.pk)
    state, at = fold(log), next((event.at for event in log[int(step[1]) :]), None)
    what: Undelivered = "other"
    # Whoever was asked again since was asked by another mail, of which this says nothing.
    if at is not None and at in (state.asked_at, state.told_at):
        what = "asked" if at == state.asked_at else "told"
    acting.hear(walk_away.pk, i.ComeBack(at=now, by=Actor("customer"), what=what), now)


def _is_away(row: Received, walk_away: WalkAway, part: DealContact, now: datetime) -> None:
    """Whoever was asked is away: they have their whole time to answer once they are back, where they say when."""
    state, setting = streams.load(walk_away.pk), setting_of(walk_away.deal)
    written = setting.office.local(min(row.sent_at or now, now)).date()
    back = back_on(f"{row.subject}\n\n{row.text}", written)
    open_still = state.status == "asked" and state.window_until is not None and state.window_until > now
    if back is None or not open_still or state.window_until is None or str(part.contact_id) != state.told_to:
        return
    until = setting.window(setting.office.bounds(back)[0], None, state.window_until)
    if until <= state.window_until:
        return
    decision = acting.hear(walk_away.pk, i.GiveTime(at=now, by=Actor("customer", state.told_to), until=until), now)
    if decision.accepted:
        says = setting.office.say(until)
        words = f"They are away. They have their time to answer once they are back: it ends on {says}."
        _tell(row, f"Away: {walk_away.deal.name}", words, now)


def _walk_away(incoming: Incoming, ours: Outbox | None) -> WalkAway | None:
    """By the mail that it answers, else by the address to which it came."""
    if ours is not None and ours.walk_away is not None:
        return ours.walk_away
    key = tagging.walk_away_in(incoming.to)
    return inbox.walk_away(key) if key else None


def _kind(incoming: Incoming, ours: Outbox | None, walk_away: WalkAway | None, part: DealContact | None) -> str:
    """What it is to us: an answer to what Bowout told a colleague, or from one, is no customer's."""
    if incoming.kind == "list" and walk_away is None:
        return Received.Kind.AUTO
    if incoming.kind not in {"reply", "list"}:
        return incoming.kind
    told_a_colleague = ours is not None and bool(ours.payload.get("automatic"))
    from_one = walk_away is not None and part is None and inbox.is_colleague(walk_away, incoming.sender)
    return Received.Kind.OURS if told_a_colleague or from_one else Received.Kind.REPLY


def heard(walk_away: WalkAway, part: DealContact | None, sender: str, words: str, now: datetime) -> None:
    """Their words stop the clock and lie on the walk-away unread, in the caller's transaction."""
    by = Actor("customer", str(part.contact_id) if part else "")
    if part is None and sender:
        words = f"{sender}: {words}"
    feedback = i.Feedback(at=now, by=by, words=words[:_LONGEST], override="The customer's own words.")
    acting.hear(walk_away.pk, feedback, now)


def _tell(row: Received, subject: str, words: str, now: datetime) -> None:
    if row.walk_away is not None and row.private_to_id is None:
        tell(row.walk_away, f"received-{row.pk}", subject, words, now)
