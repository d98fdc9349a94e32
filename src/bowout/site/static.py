"""Names of static files."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class Storage(CompressedManifestStaticFilesStorage):
    """Hashed names, cached for ever, once ``collectstatic`` has run; plain names before, as in tests."""

    def stored_name(self, name: str) -> str:
        """The name under which a browser asks for the file."""
        return super().stored_name(name) if self.hashed_files else name
