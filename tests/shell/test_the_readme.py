"""The README says what is so."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
WITHIN = {"BOWOUT_FOLLOWS_PARENT"}
"""Between a process and its children; nobody sets it."""


def test_every_variable_that_is_read_is_in_the_table_and_no_other() -> None:
    reads = re.compile(r"""environ(?:\.get\(|\.pop\(|\[)\s*["'](BOWOUT_\w+|DATABASE_URL)["']""")
    read = {name for file in (ROOT / "src").rglob("*.py") for name in reads.findall(file.read_text())}
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))
    assert {"DATABASE_URL", "BOWOUT_HOME"} < read
    assert listed == read - WITHIN


def test_every_link_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_picture_is_small_enough_to_load_at_once() -> None:
    assert (ROOT / "docs/pictures/walk-away.png").stat().st_size < 250_000
