"""From a decline to the bytes of a PDF."""

import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import msgspec

from bowout.connectors.paper.decline import Decline
from bowout.connectors.paper.letter import letter

SECONDS = 20
"""How long a letter may take; the longest takes less than one."""
_PRESS = Path(__file__).with_name("press.py")


class Unprinted(RuntimeError):
    """No PDF came out; what the press said last."""


def render(decline: Decline) -> bytes:
    """A tagged PDF (PDF/UA-1) on A4. The same decline gives the same bytes. Raises ``Unprinted``."""
    noon = datetime.combine(decline.written_on or decline.parted_on, time(12), UTC)
    return _press(msgspec.json.encode(letter(decline)), int(noon.timestamp()))


def _press(told: bytes, at: int) -> bytes:
    command = [sys.executable, "-P", str(_PRESS), str(at)]
    try:
        done = subprocess.run(command, input=told, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise Unprinted(f"no letter within {SECONDS} seconds") from error
    if done.returncode:
        raise Unprinted(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
    return done.stdout
