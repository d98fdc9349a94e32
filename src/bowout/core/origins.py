"""From which statuses each intent may come: the one table of the way and of its ends (M3, M3.5)."""

from bowout.core import intents as i
from bowout.core.walkaway import CALLED_OFF, LEFT, UNDER_WAY, Status

_BEGUN: frozenset[Status] = UNDER_WAY | LEFT | CALLED_OFF
_ANY: frozenset[Status] = _BEGUN | {"none"}

COMES_FROM: dict[type[i.Intent], frozenset[Status]] = {
    i.Consider: UNDER_WAY | {"none"},
    i.Confirm: UNDER_WAY,
    i.SendBack: UNDER_WAY,
    i.AskFeedback: UNDER_WAY,
    i.GiveTime: UNDER_WAY,
    i.Stay: UNDER_WAY,
    i.Part: UNDER_WAY,
    i.TakeBack: UNDER_WAY,
    i.Snooze: UNDER_WAY | {"parted"},
    i.CheckBack: LEFT,
    i.TellOutcome: LEFT | {"invited-back"},
    i.NoteDocuments: LEFT | {"invited-back"},
    i.SetCheckBack: frozenset({"parted"}),
    # To say it again moves nothing.
    i.InvitedBack: LEFT | {"invited-back"},
    # After parting we may still speak with them, and who invited us back waits for that.
    i.Call: UNDER_WAY | LEFT | {"invited-back"},
    i.Message: UNDER_WAY | LEFT | {"invited-back"},
    i.BookTalk: UNDER_WAY | LEFT | {"invited-back"},
    i.CallOffTalk: UNDER_WAY | LEFT | {"invited-back"},
    i.HoldTalk: UNDER_WAY | LEFT | {"invited-back"},
    i.Acknowledge: UNDER_WAY | LEFT,
    i.Feedback: _BEGUN,
    i.Feel: LEFT | CALLED_OFF,
    i.Complain: _ANY,
    i.ComeBack: _BEGUN,
    i.Review: _ANY,
}

FROM_THE_CUSTOMER: dict[type[i.Intent], frozenset[Status]] = {i.InvitedBack: COMES_FROM[i.InvitedBack] | UNDER_WAY}
"""Where the customer's own word may come from, if that is more."""

HAPPENED: tuple[type[i.Intent], ...] = (i.Call, i.Message, i.BookTalk, i.HoldTalk, i.Acknowledge, i.Feedback)
"""What moves no end. The log never refuses that it has happened; out of its place it needs a word why."""


def may_come(intent: i.Intent, status: Status) -> bool:
    """True when the table lets the intent come from that status."""
    table = FROM_THE_CUSTOMER if intent.by.role == "customer" else COMES_FROM
    return status in table.get(type(intent), COMES_FROM[type(intent)])
