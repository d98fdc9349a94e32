"""The folder that keeps what this installation must not lose."""

import os
import secrets
from pathlib import Path


def made(path: Path) -> Path:
    """The folder at ``path``, readable for its owner only when we have to make it."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def own_file(path: Path) -> Path:
    """The file at ``path``, made empty and for its owner only if it is not there yet.

    SQLite gives its journals the mode of the database, and a home that somebody else made may be open to all.
    """
    os.close(os.open(path, os.O_CREAT, 0o600))
    return path


def secret_key(home: Path) -> str:
    """The key that signs sessions and customers' links; made on first use, mode 600.

    Two processes that start together get the same key: it is written whole under another name, and linking
    it into place succeeds for one of them only.
    """
    path = home / "secret-key"
    if not path.exists():
        draft = home / f".secret-key-{secrets.token_hex(8)}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
