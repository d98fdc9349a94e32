"""Whether a person wrote a message, or a machine did, and which (RFC 3834, RFC 3464)."""

import re
from email.message import EmailMessage
from typing import Literal

Kind = Literal["reply", "away", "bounce", "auto", "calendar"]
"""``away``: somebody is out of office. ``auto``: any other machine. ``calendar``: yes or no to an invitation."""

_POSTMASTER = re.compile(r"(?i)^(mailer-daemon|postmaster|mail-daemon)@")
_AWAY = re.compile(
    r"(?i)^\W*(?:(?:automatic reply|auto[- ]?reply|autoreply|out of (?:the )?office|ooo\b|away from)"
    r"|(?:automatische antwort|abwesenheits\w*|abwesend|nicht im büro|urlaub)"
    r"|(?:réponse automatique|absence|absent|en congé|message d['’]absence))"
)


def kind_of(message: EmailMessage) -> Kind:
    """What the message is, by what its headers say of it."""
    if _is_report(message):
        return "bounce" if "failed" in _actions(message) or not _actions(message) else "auto"
    if any(_is_answer_to_invitation(part) for part in message.walk()):
        return "calendar"
    automatic = _said(message, "Auto-Submitted").partition(";")[0].strip().lower()
    if automatic.startswith("auto-replied"):
        return "away"
    machine = (
        (automatic not in {"", "no"})
        or _said(message, "Precedence").strip().lower() in {"bulk", "junk", "list", "auto_reply"}
        or any(_said(message, name) for name in ("X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe"))
    )
    if _POSTMASTER.match(_address(message)):
        return "bounce"
    if machine:
        return "away" if _AWAY.match(_said(message, "Subject")) else "auto"
    return "reply"


def said_of_failure(message: EmailMessage) -> str:
    """Why it did not arrive, as the other server puts it; in one line."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            lines = _plain(part)
            found = re.search(r"(?im)^diagnostic-code:\s*(.+(?:\n[ \t].+)*)", lines)
            status = re.search(r"(?im)^status:\s*(\S+)", lines)
            says = " ".join(found[1].split()) if found else (status[1] if status else "")
            if says:
                return says[:500]
    return "It came back without a reason."


def _is_report(message: EmailMessage) -> bool:
    if message.get_content_type() != "multipart/report":
        return False
    return str(message.get_param("report-type") or "").lower() in {"delivery-status", ""}


def _actions(message: EmailMessage) -> set[str]:
    """What was done with each receiver's copy: failed, delayed, delivered, relayed, expanded."""
    reports = (_plain(part) for part in message.walk() if part.get_content_type() == "message/delivery-status")
    return {action.lower() for report in reports for action in re.findall(r"(?im)^action:\s*(\w+)", report)}


def _plain(part: EmailMessage) -> str:
    inner = part.get_payload()
    return "\n".join(str(one) for one in inner) if isinstance(inner, list) else str(inner)


def _is_answer_to_invitation(part: EmailMessage) -> bool:
    return part.get_content_type() == "text/calendar" and str(part.get_param("method") or "").upper() == "REPLY"


def _said(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except (ValueError, TypeError, IndexError, AttributeError, LookupError):
        return ""


def _address(message: EmailMessage) -> str:
    found = re.search(r"[^\s<>,;\"]+@[^\s<>,;\"]+", _said(message, "From"))
    return found.group() if found else ""
