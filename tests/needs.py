"""What a test may need from the machine, and why it is not there."""

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psycopg

REAL_DATA = Path(os.environ.get("BOWOUT_REAL_DATA", Path(__file__).parents[1] / ".." / "shared" / "data")).resolve()
"""Data sets of others: too large, or not ours to pass on. ``tests/data`` has look-alikes that every test run reads."""
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The browser's path: BOWOUT_TEST_CHROMIUM, or the first one on the PATH."""
    return os.environ.get("BOWOUT_TEST_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def postgresql() -> str | None:
    """A server whose user may create databases: BOWOUT_TEST_POSTGRESQL, or else DATABASE_URL."""
    url = os.environ.get("BOWOUT_TEST_POSTGRESQL") or os.environ.get("DATABASE_URL", "")
    return url if url.startswith("postgres") else None


def _no_chromium() -> str:
    return "" if chromium() else "no Chromium: install it, or name it in BOWOUT_TEST_CHROMIUM"


def _no_postgresql() -> str:
    url = postgresql()
    if not url:
        return "no PostgreSQL: name a server in BOWOUT_TEST_POSTGRESQL (postgresql://user:password@host:port/database)"
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError as error:
        return f"PostgreSQL does not answer: {error}"
    return ""


def _no_openssl() -> str:
    return "" if shutil.which("openssl") else "no openssl: install it, tests make certificates with it"


def _no_libreoffice() -> str:
    talks = shutil.which("soffice") and subprocess.run(["/usr/bin/python3", "-c", "import uno"], check=False)
    return "" if talks and talks.returncode == 0 else "no LibreOffice Writer with python3-uno: install both"


def dovecot() -> str | None:
    """The IMAP server's program."""
    return shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")


def _no_dovecot() -> str:
    return "" if dovecot() else "no Dovecot: install dovecot-imapd, a real mailbox to read from"


def _no_data(folder: str) -> str:
    return "" if (REAL_DATA / folder).is_dir() else f"no {folder} in {REAL_DATA}: name its folder in BOWOUT_REAL_DATA"


DATA = ("salesforce_sample", "maven", "salvirt")
"""What CI need not have: its absence skips a test by name there, too."""
MISSING: dict[str, Callable[[], str]] = {
    "chromium": _no_chromium,
    "postgresql": _no_postgresql,
    "openssl": _no_openssl,
    "dovecot": _no_dovecot,
    "libreoffice": _no_libreoffice,
    **{folder: partial(_no_data, folder) for folder in DATA},
}
