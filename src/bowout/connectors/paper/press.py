"""A process of its own: a letter as JSON in, a PDF out. It loads nothing of Bowout and reads nothing but the sheet.

The library may panic over rare scripts, and nothing but the end of its process stops it in the middle of its work.
"""

import re
import sys
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import typst

SHEET = Path(__file__).parent / "sheet"
# What the fonts of the library surely show: Latin, Greek, Cyrillic, and common signs.
_UNSURE = re.compile(r"[^\n -\u04ff\u1e00-\u1fff\u200b-\u200d\u2010-\u2040\u20a0-\u20bf\u2190-\u22ff]")


def pressed(told: str, at: int) -> bytes:
    """The PDF of that JSON, dated ``at`` (seconds since 1970).

    Fonts of the library first: then every machine prints the same bytes. Then those of the machine, for scripts that
    the library's lack. What no font shows is printed as U+FFFD.
    """
    for machine in (False, True):
        with suppress(BaseException):  # a panic of the library is no Exception
            return _printed(told, at, machine)
    return _printed(_UNSURE.sub("\ufffd", normalize("NFC", told)), at, machine=False)


def _printed(told: str, at: int, machine: bool) -> bytes:
    return typst.compile(
        SHEET / "letter.typ",
        root=SHEET,
        package_path=SHEET,
        package_cache_path=SHEET,
        font_paths=typst.Fonts(include_system_fonts=machine),
        sys_inputs={"letter": told},
        pdf_standards=["ua-1"],
        timestamp=at,
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(pressed(sys.stdin.buffer.read().decode(), int(sys.argv[1])))
