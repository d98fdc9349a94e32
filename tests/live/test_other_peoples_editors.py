"""Programs that speak LanguageTool's protocol are pointed at us, and show our findings (M5)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Thank you. 😀 Your process is rigged & unfair, 100% so. You have wasted our time."
CLIENT = """
import json, sys
import language_tool_python as lt
tool = lt.LanguageTool(sys.argv[2], remote_server=sys.argv[1])
text = sys.argv[3]
words = lambda match: text[match.offset : match.offset + match.error_length]
print(json.dumps([[match.rule_id, words(match), match.message] for match in tool.check(text)]))
"""


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("language", ["en-US", "auto"])
def test_the_client_for_python_shows_them(live_server: LiveServer, language: str) -> None:
    # In a process of its own: its licence is not ours.
    found = json.loads(run(sys.executable, "-c", CLIENT, live_server.url, language, TEXT))
    assert [(rule, words) for rule, words, _ in found] == [
        ("accuses-the-process", "process is rigged"),
        ("blames-them", "You have wasted our time"),
    ]
    assert all("Instead: " in message for _, _, message in found)


@pytest.mark.needs("libreoffice")
def test_libreoffice_writer_shows_them(live_server: LiveServer, tmp_path: Path) -> None:
    client = str(Path(__file__).with_name("libreoffice.py"))
    printed = run("/usr/bin/python3", client, str(tmp_path), f"{live_server.url}/v2", TEXT)
    found = [json.loads(line) for line in printed.splitlines()]
    wide = TEXT.encode("utf-16-le")
    marked = [wide[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length, _ in found]
    assert marked == ["process is rigged", "You have wasted our time"]
    assert "unfair or decided in advance" in found[0][2]


@pytest.mark.needs("libreoffice")
def test_libreoffice_writer_marks_nothing_in_a_fair_letter(live_server: LiveServer, tmp_path: Path) -> None:
    client = str(Path(__file__).with_name("libreoffice.py"))
    fair = "Thank you for your time. Our maps need a connection, and your drivers have none."
    assert run("/usr/bin/python3", client, str(tmp_path), f"{live_server.url}/v2", fair) == ""
