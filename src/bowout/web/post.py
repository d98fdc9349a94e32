"""Whether mail leaves the house, and what a page says where it does not."""

from django.conf import settings

_DEMO_MARK = ".bowout-demo"
"""Lies in the folder that a demo has made."""
ON_FILE = "Written to a file; reaches nobody until mail is set up"


def leaves_the_house() -> bool:
    """True once there is a mail server."""
    return bool(settings.BOWOUT_SMTP_URL)


def warning() -> str:
    """What a form says before somebody sends a mail from here; empty while mail leaves the house."""
    if leaves_the_house():
        return ""
    if (settings.BOWOUT_HOME / _DEMO_MARK).is_file():
        return (
            "This is the demo, so no mail leaves it: a mail from here is written to a file, and you can read it on "
            "the Mail page. Feel free to try."
        )
    return (
        "No mail server is set up: a mail from here is written to a file and reaches nobody. Send it yourself, or "
        "ask whoever runs Bowout to set up mail first."
    )
