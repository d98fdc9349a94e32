"""A child that does not outlive its parent, even one that was killed."""

import os
import signal
import sys
import threading

FOLLOWS = "BOWOUT_FOLLOWS_PARENT"
"""Set by ``bowout serve``, which holds the other end of the child's standard input."""


def follow_parent() -> None:
    """End this process gracefully when the parent is gone: then its standard input ends."""
    if os.environ.pop(FOLLOWS, ""):
        threading.Thread(target=_wait, daemon=True, name="parent").start()


def _wait() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
