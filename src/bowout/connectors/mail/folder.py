"""Mail into a folder, one ``.eml`` file each: for a first day without a mail server, and for tests."""

import glob
import os
import re
from collections.abc import Callable
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from bowout.connectors.mail.carrier import Refused

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Folder:
    """Exactly once: the file is named by the key, written whole, and a repeat replaces it by itself."""

    sender = ""

    def __init__(self, path: Path) -> None:
        self.path = path

    def carry(self, message: EmailMessage, key: str, hand_over: Callable[[], None]) -> None:
        """Write the file. Raises ``Refused`` when the folder cannot be written."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self.path / file_name(key), bytes(message))
        except OSError as error:
            raise Refused(f"cannot write the mail folder: {error.strerror or error}") from error


def file_name(key: str) -> str:
    """The same name for the same key; another key has another name, also where case is not told apart."""
    if _PLAIN.fullmatch(key) and key == key.lower():
        return f"{key}.eml"
    readable = re.sub(r"[^a-z0-9._-]+", "-", key.lower()).strip("-.")[:60]
    return f"{readable}~{sha256(key.encode()).hexdigest()[:16]}.eml"


def write_whole(path: Path, content: bytes) -> None:
    """Write the file so that it is there whole or not at all, also after the machine has lost its power."""
    # Two workers may write the same key at once, so each has a draft of its own; no reader ever sees half a file.
    _clear_drafts(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _settle(path.parent)


def erase(path: Path) -> None:
    """Take the file away, and what was begun of it, also should the machine lose its power; again changes nothing."""
    if path.parent.is_dir():
        _clear_drafts(path)
        path.unlink(missing_ok=True)
        _settle(path.parent)


def _clear_drafts(path: Path) -> None:
    for left_behind in path.parent.glob(f".{glob.escape(path.name)}.*"):
        left_behind.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
