"""A real IMAP server on this machine: Dovecot, run by whoever runs the tests, with one user and a folder of its own."""

import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tests.needs import dovecot

CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = 1
mail_location = maildir:{folder}/mail
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


class Dovecot:
    """Runs between ``start`` and ``stop``; what lies in the mailbox outlives that."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bowout-dovecot-"))
        self.port = _free_port()
        # Started by root, it works as the users that its package has made, and refuses to be anybody else.
        root = os.getuid() == 0
        user = pwd.getpwnam("dovecot") if root else pwd.getpwuid(os.getuid())
        told = CONFIGURATION.format(
            folder=self.folder,
            user=user.pw_name,
            login="dovenull" if root else user.pw_name,
            group=grp.getgrgid(user.pw_gid).gr_name,
            uid=user.pw_uid,
            gid=user.pw_gid,
            port=self.port,
        )
        (self.folder / "dovecot.conf").write_text(told)
        for path in (self.folder, self.folder / "home", self.folder / "mail"):
            path.mkdir(exist_ok=True)
            os.chown(path, user.pw_uid, user.pw_gid)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address of the mailbox, as our settings take it."""
        return f"imap://deals:secret@127.0.0.1:{self.port}/INBOX"

    def start(self) -> "Dovecot":
        """Listen, and answer."""
        command = [dovecot() or "dovecot", "-F", "-c", str(self.folder / "dovecot.conf")]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(200):
            with suppress(OSError, imaplib.IMAP4.error):
                self.session().logout()
                return self
            if self._process.poll() is not None:
                assert self._process.stderr is not None
                raise AssertionError(f"Dovecot ended: {self._process.stderr.read().decode(errors='replace')}")
            time.sleep(0.05)
        raise AssertionError((self.folder / "log").read_text() if (self.folder / "log").exists() else "no answer")

    def stop(self) -> None:
        """Gone, with all that it has started."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            self._process = None

    def clear(self) -> None:
        """Nothing of it is left."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def session(self) -> imaplib.IMAP4:
        """Signed in."""
        session = imaplib.IMAP4("127.0.0.1", self.port, timeout=5)
        session.login("deals", "secret")
        return session

    def deliver(self, *messages: bytes) -> None:
        """Put messages into the mailbox."""
        session = self.session()
        for message in messages:
            kind, told = session.append("INBOX", "", "", message)
            assert kind == "OK", told
        session.logout()

    def make_anew(self) -> None:
        """The same mailbox with other numbers, as after it was restored from a backup."""
        session = self.session()
        session.select("INBOX")
        _, found = session.search(None, "ALL")
        kept = [session.fetch(number.decode(), "(BODY.PEEK[])")[1][0][1] for number in found[0].split()]
        session.logout()
        self.stop()
        for path in (self.folder / "mail").iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        time.sleep(1.1)  # The new validity is the time in seconds.
        self.start()
        self.deliver(*kept)

    def seen(self) -> int:
        """How many messages are marked as read."""
        session = self.session()
        session.select("INBOX", readonly=True)
        _, found = session.search(None, "SEEN")
        session.logout()
        return len(found[0].split())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
