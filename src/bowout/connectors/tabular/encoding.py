"""Which letters the bytes stand for: byte order mark, NUL pattern, UTF-8 if it fits, else Windows-1252."""

import codecs
import re
from typing import BinaryIO, NamedTuple

from bowout.connectors.tabular.source import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHUNK = 1 << 20
WIDE = re.compile(r"[^\x00-\x7f]")
MISFIT_BYTE = re.compile(r"[\udc80-\udcff]")
MISFIT_LETTER = re.compile("\ufffd")


class Encoding(NamedTuple):
    """The name Python knows it by, and what in the file is no text."""

    name: str
    damaged: bool = False
    """Some bytes fit no letter; they read as U+FFFD."""
    zeros: bool = False
    """There are NUL characters in it."""


def encoding_of(source: Source) -> Encoding:
    """Read the whole file once, in chunks, so that one odd byte in the last line is no surprise later."""
    head = source.head(4096)
    name = next((name for mark, name in MARKS if head.startswith(mark)), "") or _by_zero_bytes(head)
    with source.open() as stream:
        fit = _fits(stream, name or "utf-8")
    # mostly UTF-8 with a few broken bytes is damage, not another encoding
    if name or not fit.misfits or fit.wide > 10 * fit.misfits:
        return Encoding(name or "utf-8", damaged=fit.misfits > 0, zeros=fit.zeros)
    with source.open() as stream:
        return Encoding("cp1252", damaged=_fits(stream, "cp1252").misfits > 0, zeros=fit.zeros)


def _by_zero_bytes(head: bytes) -> str:
    """UTF-16 without a mark: Latin text then has a zero in every second byte."""
    even, odd = head[0:1024:2], head[1:1024:2]
    if len(odd) > 2 and odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if len(odd) > 2 and even.count(0) > 0.6 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return ""


class _Fit(NamedTuple):
    misfits: int
    wide: int
    """Letters beyond ASCII that were read."""
    zeros: bool


def _fits(stream: BinaryIO, name: str) -> _Fit:
    escape = name in ("utf-8", "utf-8-sig", "cp1252")
    decoder = codecs.getincrementaldecoder(name)(errors="surrogateescape" if escape else "replace")
    misfit = MISFIT_BYTE if escape else MISFIT_LETTER
    misfits = wide = 0
    zeros = False
    while True:
        chunk = stream.read(CHUNK)
        text = decoder.decode(chunk, final=not chunk)
        zeros = zeros or "\x00" in text
        if not text.isascii():
            bad = len(misfit.findall(text))
            misfits += bad
            wide += len(WIDE.findall(text)) - bad
        if not chunk:
            return _Fit(misfits, wide, zeros)
