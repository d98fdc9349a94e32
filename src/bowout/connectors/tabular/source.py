"""A file that can be opened again: surveying and reading are two passes over the same bytes."""

import os
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import BinaryIO

from bowout.connectors.tabular.errors import unreadable


class Source:
    """A path, or a stream copied to a temporary file that goes away with this object."""

    def __init__(self, given: str | Path | BinaryIO, name: str = "") -> None:
        if isinstance(given, str | Path):
            self.path, self.name = Path(given), name or Path(given).name
        else:
            self.path, self.name = self._copy(given), name or Path(str(getattr(given, "name", "upload"))).name

    def _copy(self, stream: BinaryIO) -> Path:
        handle, path = tempfile.mkstemp(prefix="bowout-import-")
        weakref.finalize(self, Path(path).unlink, missing_ok=True)
        if stream.seekable():
            stream.seek(0)
        with os.fdopen(handle, "wb") as out:
            shutil.copyfileobj(stream, out, 1 << 20)
        return Path(path)

    def open(self) -> BinaryIO:
        """A fresh handle at the start of the file. Raises Unreadable."""
        try:
            return self.path.open("rb")
        except OSError as error:
            raise unreadable(
                self.name,
                f"The file cannot be opened: {error.strerror or error}.",
                "Check the name of the file and that you may read it.",
            ) from error

    def head(self, size: int = 1 << 16) -> bytes:
        """The first bytes of the file."""
        with self.open() as stream:
            return stream.read(size)
