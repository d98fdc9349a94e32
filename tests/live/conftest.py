"""Real processes on a real database of the kind that the tests run on."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.live.installation import Installation
from tests.mailserver import MailServer

BOTH = (
    pytest.param("sqlite", marks=pytest.mark.only_on("sqlite")),
    pytest.param("postgresql", marks=[pytest.mark.only_on("postgresql"), pytest.mark.needs("postgresql")]),
)


@pytest.fixture(params=BOTH)
def bowout(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """A Bowout whose mail goes into its folder."""
    url = request.getfixturevalue("postgresql_url") if request.param == "postgresql" else ""
    made = Installation(tmp_path / uuid4().hex[:8], url)
    made.run("bowout", "migrate")
    yield made
    made.end()


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A mail server."""
    running = MailServer().start()
    yield running
    running.stop()


@pytest.fixture
def by_smtp(bowout: Installation, server: MailServer) -> Installation:
    """A Bowout whose mail goes to the server."""
    bowout.env["BOWOUT_SMTP_URL"] = server.url
    return bowout
