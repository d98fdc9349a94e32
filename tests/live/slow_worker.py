"""``bowout worker`` with a short lease, which stands still at one moment: ``python -m tests.live.slow_worker MOMENT``.

MOMENT is empty, or ``before`` or ``after`` and the name of a step, e.g. ``before-hand_over``. It says so on its
standard output and then waits to be killed.
"""

import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bowout.cli import main
from bowout.cli.ready import ready

STEPS = {
    "claim": "outbox",
    "hand_over": "outbox",
    "done": "outbox",
    "_settle": "folder",
    "write_whole": "folder",
    "begin": "inbox",
    "tried": "inbox",
    "read": "receiving",
    "_take": "receiving",
    "keep": "hearing",
}
LEASE = timedelta(seconds=2)
NEVER = 10_000
"""Tries before a row is given up: here workers die far more often than mail servers say no."""


def stand_still(when: str) -> None:
    """Say it and wait for the kill."""
    print(when, flush=True)
    threading.Event().wait()


def slow(module: Any, name: str, moment: str) -> None:
    """Replace a step with itself and a standstill before or after."""
    step: Callable[..., Any] = getattr(module, name)

    def stepping(*given: Any, **named: Any) -> Any:
        if moment == f"before-{name}":
            stand_still(moment)
        result = step(*given, **named)
        if moment == f"after-{name}":
            stand_still(moment)
        return result

    setattr(module, name, stepping)


if __name__ == "__main__":
    ready()
    from bowout.connectors.mail import folder
    from bowout.desk import hearing, receiving
    from bowout.store import inbox, outbox

    outbox.LEASE, outbox.ATTEMPTS, inbox.LEASE = LEASE, NEVER, LEASE
    modules = {"outbox": outbox, "folder": folder, "inbox": inbox, "receiving": receiving, "hearing": hearing}
    for name, module in STEPS.items():
        slow(modules[module], name, sys.argv[1])
    raise SystemExit(main(["worker", "--poll", "0.1", *sys.argv[2:]]))
