"""What protects the installation before anybody has done anything."""

import logging
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from bowout.desk import tagging
from bowout.site import home, logs


def test_the_secret_key_is_ours_alone_and_stays_the_same(tmp_path: Path) -> None:
    key = home.secret_key(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert home.secret_key(tmp_path) == key
    assert len(key) >= 50


def test_two_processes_that_start_together_sign_with_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(home.secret_key, [tmp_path] * 8))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_new_home_is_closed_to_others(tmp_path: Path) -> None:
    assert home.made(tmp_path / "home").stat().st_mode & 0o777 == 0o700


def test_the_database_is_closed_to_others_even_in_a_home_that_is_open(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    database = home.own_file(tmp_path / "bowout.sqlite3")
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("PRAGMA journal_mode=WAL")
        opened.execute("CREATE TABLE deal (name)")
        assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_every_answer_forbids_frames_and_foreign_scripts() -> None:
    headers = Client().get("/nowhere/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_foreign_host_name_is_refused() -> None:
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400


def test_the_pages_files_are_served_before_anything_was_collected() -> None:
    assert not (settings.STATIC_ROOT / "staticfiles.json").exists()
    assert Client().get("/static/vendor/htmx-2.0.11/htmx.min.js").status_code == 200


@pytest.mark.only_on("sqlite")
@pytest.mark.django_db
def test_sqlite_runs_as_it_should() -> None:
    with connection.cursor() as cursor:
        pragmas = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
        pragmas["foreign_keys"] = cursor.execute("PRAGMA foreign_keys").fetchone()[0]
    assert pragmas == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1}


def line(message: str, *args: object) -> str:
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, message, args, None)
    return logs.Discreet("%(levelname)s %(message)s").format(record)


def test_a_log_line_keeps_the_customers_link_to_itself() -> None:
    token = "0123456789abcdef0123456789abcdef:Xy_z-0123456789abcdef0123456789abcdef0123456"
    assert line("Internal Server Error: %s", f"/answer/{token}/") == "ERROR Internal Server Error: /answer/…/"
    assert line("Internal Server Error: %s", "/deals/17/") == "ERROR Internal Server Error: /deals/17/"


@pytest.mark.parametrize("after", ["", "/", "?lang=de", "/?lang=de", "'", '"', ", ", "#x"])
@pytest.mark.parametrize("colon", [":", "%3A", "%3a"])
def test_it_does_so_however_the_address_is_written(colon: str, after: str) -> None:
    token = f"0123456789abcdef0123456789abcdef{colon}Xy_z-0123456789abcdef0123456789abcdef0123456"
    assert line("Error handling request %s", f"/c/{token}{after}").endswith(f"/c/…{after}")


def test_a_log_line_does_not_repeat_the_value_that_a_database_refused() -> None:
    text = 'violates "user_email_key"\nDETAIL:  Key (email)=(claire@x.example) already exists.\n'
    assert "claire" not in line("%s", text)
    assert "user_email_key" in line("%s", text)


@pytest.mark.parametrize("command", ["worker", "web"])
def test_a_reply_address_to_which_no_tag_fits_is_refused_at_the_start(tmp_path: Path, command: str) -> None:
    local = "answers-to-our-questions"
    given = {"BOWOUT_HOME": str(tmp_path), "BOWOUT_REPLY_ADDRESS": f"{local}@north.example"}
    run = [sys.executable, "-m", "bowout", command]
    ended = subprocess.run(run, check=False, env=os.environ | given, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "BOWOUT_REPLY_ADDRESS" in ended.stderr
    assert "20 are the most" in ended.stderr
    assert "Give the mailbox a shorter address" in ended.stderr


def test_the_longest_that_fits_makes_addresses_that_mail_servers_take(settings: Any) -> None:
    settings.BOWOUT_REPLY_ADDRESS = tagging.must_fit(f"{'d' * 20}@north.example")
    assert len(tagging.address_for(UUID(int=1)).partition("@")[0]) == 64
    with pytest.raises(tagging.TooLong):
        tagging.must_fit(f"{'d' * 21}@north.example")
