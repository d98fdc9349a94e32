"""The demo's folder. It is emptied at every start, so it must be one that a demo has made."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = ".bowout-demo"
_SAYS = "A Bowout demo made this folder, and empties it at every start. Keep nothing here.\n"


class NotOurs(Exception):
    """The folder holds something that no demo has put there."""


class InUse(Exception):
    """Another demo runs in the folder."""


@contextmanager
def fresh(home: Path) -> Iterator[None]:
    """Hold ``home``, made empty; raises ``NotOurs`` or ``InUse``, and then has touched nothing."""
    marker = home / MARKER
    if home.exists() and not marker.is_file() and (not home.is_dir() or any(home.iterdir())):
        raise NotOurs(f"{home} is not a demo's folder. Name another one with --home.")
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with marker.open("a+") as held:
        try:
            # Gone with this process, however it ends.
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InUse(f"A demo is running in {home}. End it first, or name another folder with --home.") from error
        _empty(home)
        held.truncate(0)
        held.write(_SAYS)
        held.flush()
        yield


def _empty(home: Path) -> None:
    for entry in home.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != MARKER:
            entry.unlink()
