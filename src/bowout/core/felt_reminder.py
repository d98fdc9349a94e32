"""When they are asked by mail how it was for them: once, and only where nobody could mind (M2)."""

from datetime import datetime

from bowout.core.setting import Setting
from bowout.core.walkaway import WalkAway


def felt_reminder(state: WalkAway, setting: Setting) -> datetime | None:
    """When the one mail is due; None: they are not asked.

    Not whoever is or was angry, nor who asked us not to come back, nor after a check-back, which is a question enough.
    """
    ended = state.ended_at if state.status in {"parted", "stayed"} else None
    never_again = state.status == "parted" and state.check_back_on is None
    unwelcome = never_again or state.complained_at is not None
    if ended is None or state.told_at is None or state.felt or unwelcome or not setting.playbook.felt_reminder:
        return None
    # When their day begins: a mail that waits for that would go out whatever they say until then.
    return setting.office.next_open(setting.office.add_days(ended, setting.playbook.felt_reminder_days))
