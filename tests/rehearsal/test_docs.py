"""What the docs say about rehearsing is what happens."""

import json
import re
import shlex
from pathlib import Path

import pytest

from bowout.cli import main
from bowout.core.playbook import entries
from bowout.rehearsal.verbs import VERBS
from tests.rehearsal.expected import SCENARIOS

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "rehearsing.md").read_text("utf-8")
TUTORIAL = (DOCS / "tutorial.md").read_text("utf-8")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def fenced(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("shown", fenced(TUTORIAL, "console"), ids=lambda shown: shown.splitlines()[0])
def test_the_tutorial_shows_what_the_command_prints(
    shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command, *lines = shown.splitlines()
    monkeypatch.chdir(DOCS.parent)
    monkeypatch.setenv("COLUMNS", "100")
    main(shlex.split(command.removeprefix("$ bowout ")))
    printed = capsys.readouterr().out.splitlines()
    last = -1
    for line in lines:
        assert line in printed[last + 1 :], line
        last = printed.index(line, last + 1)


def test_the_longer_window_of_the_tutorial_refuses_the_parting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = next(block for block in fenced(TUTORIAL, "toml") if "[playbook]" in block)
    story = (DOCS / "scenarios" / "silence-until-the-end.toml").read_text("utf-8")
    copy = tmp_path / "copy.toml"
    copy.write_text(story.replace("[[act]]", f"{numbers}\n[[act]]", 1), "utf-8")
    assert main(["rehearse", str(copy), "--format", "json"]) == 1
    acts = [json.loads(line) for line in capsys.readouterr().out.splitlines()][:-1]
    assert [act["act"] for act in acts if not act["accepted"]] == [6, 7, 8, 9]


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_a_link_leads_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_is_listed(path: Path) -> None:
    assert f"| [{path.stem}](scenarios/{path.name}) |" in GUIDE


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_its_fields_are_listed(verb: str) -> None:
    (row,) = (line for line in GUIDE.splitlines() if line.startswith(f"| `{verb}` |"))
    for field in VERBS[verb]:
        assert re.search(rf"`(\[\[?act\.)?{field}\b", row), field


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_every_number_of_the_playbook_is_listed(entry: object) -> None:
    name, default = entry.name, entry.default  # type: ignore[attr-defined]
    shown = ", ".join(default) if isinstance(default, tuple) else str(default).lower()
    assert f"| `{name}` | {shown} | {entry.unit} | {entry.why} |" in GUIDE  # type: ignore[attr-defined]
