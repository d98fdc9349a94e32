"""Whether a person wrote a message, or a machine did, and which (RFC 3834, RFC 3464)."""

import re
from collections.abc import Iterator
from email.message import Message
from itertools import islice
from typing import Any, Literal

from bowout.connectors.inbox.head import said

Kind = Literal["reply", "away", "bounce", "auto", "list", "calendar"]
"""``away``: somebody is out of office. ``list``: it came by way of a mailing list, which says nothing of who wrote it.
``auto``: any other machine. ``calendar``: yes or no to an invitation."""

_MOST = 100
"""Groups of a report that are looked at."""
_POSTMASTER = re.compile(r"(?i)(?<![\w.+-])(?:mailer-daemon|postmaster|mail-daemon)@")
_AWAY = re.compile(
    r"(?i)^\W*(?:(?:automatic reply|auto[- ]?reply|autoreply|out of (?:the )?office|ooo\b|away from)"
    r"|(?:automatische antwort|abwesenheits\w*|abwesend|nicht im büro|urlaub)"
    r"|(?:réponse automatique|absence|absent|en congé|message d['’]absence))"
)


def kind_of(message: Message) -> Kind:
    """What the message is, by what its headers say of it."""
    if _is_report(message):
        actions = _actions(message)
        return "bounce" if "failed" in actions or not actions else "auto"
    if any(_is_answer_to_invitation(part) for part in message.walk()):
        return "calendar"
    if message.get_content_type() == "multipart/report":
        # A receipt that it was read, or another machine's report.
        return "auto"
    automatic = said(message, "Auto-Submitted").partition(";")[0].strip().lower()
    if automatic.startswith("auto-replied"):
        return "away"
    machine = (
        (automatic not in {"", "no"})
        or said(message, "Precedence").strip().lower() in {"bulk", "junk", "auto_reply"}
        or any(said(message, name) for name in ("X-Autoreply", "X-Autorespond"))
    )
    if _POSTMASTER.search(said(message, "From")):
        return "bounce"
    if machine:
        return "away" if _AWAY.match(said(message, "Subject")) else "auto"
    if said(message, "Precedence").strip().lower() == "list" or any(
        said(message, name) for name in ("List-Id", "List-Unsubscribe")
    ):
        return "list"
    return "reply"


def said_of_failure(message: Message) -> str:
    """Why it did not arrive, as the other server puts it; in one line."""
    for report in _reports(message):
        if says := said(report, "Diagnostic-Code") or said(report, "Status"):
            return says[:500]
    return "It came back without a reason."


def _is_report(message: Message) -> bool:
    if message.get_content_type() != "multipart/report":
        return False
    return str(message.get_param("report-type") or "").lower() in {"delivery-status", ""}


def _actions(message: Message) -> set[str]:
    """What was done with each receiver's copy: failed, delayed, delivered, relayed, expanded."""
    return {action.lower() for report in _reports(message) if (action := said(report, "Action"))}


def _reports(message: Message) -> Iterator[Message]:
    """The groups of lines of a delivery report: one on the message, one for each receiver; we write to one or a few."""
    return islice(_groups(message), _MOST)


def _groups(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            groups: Any = part.get_payload()
            yield from (group for group in groups if isinstance(group, Message))


def _is_answer_to_invitation(part: Message) -> bool:
    return part.get_content_type() == "text/calendar" and str(part.get_param("method") or "").upper() == "REPLY"
