"""Every test runs in its own home, on the database DATABASE_URL names (SQLite without one)."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import django
import hypothesis
import psycopg
import pytest

from tests.needs import DATA, MISSING, postgresql

# Settings read the environment once, so it is laid before Django looks: nobody's own data is touched.
HOME = Path(tempfile.mkdtemp(prefix="bowout-test-"))
os.environ["BOWOUT_HOME"] = str(HOME)
for name in ("BOWOUT_SMTP_URL", "BOWOUT_IMAP_URL", "BOWOUT_REPLY_ADDRESS", "BOWOUT_BASE_URL"):
    os.environ.pop(name, None)
os.environ["DJANGO_SETTINGS_MODULE"] = "bowout.site.settings"
django.setup()

IN_CI = os.environ.get("CI") == "true"
VENDOR = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"

hypothesis.settings.register_profile("bowout", deadline=None, print_blob=True, derandomize=IN_CI)
hypothesis.settings.load_profile("bowout")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_report_header() -> str:
    return f"bowout: on {VENDOR}, home {HOME}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    elsewhere = [item for item in items if VENDOR not in _vendors(item)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


def _vendors(item: pytest.Item) -> tuple[str, ...]:
    marker = item.get_closest_marker("only_on")
    return marker.args if marker else (VENDOR,)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            if reason := _missing(name):
                (pytest.fail if IN_CI and name not in DATA else pytest.skip)(reason)


@cache
def _missing(name: str) -> str:
    return MISSING[name]()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as in production: in memory it has no write-ahead log and no second writer."""
    from django.conf import settings

    default = settings.DATABASES["default"]
    if default["ENGINE"].endswith("sqlite3"):
        default.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture
def postgresql_url() -> Iterator[str]:
    """A new, empty PostgreSQL database for servers the test starts itself; dropped afterwards."""
    server = postgresql()
    assert server, 'a test that asks for postgresql_url is marked needs("postgresql")'
    name = f"bowout_live_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
