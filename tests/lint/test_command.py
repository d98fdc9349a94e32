"""``bowout lint`` and ``bowout explain`` at a terminal."""

import io
import json
import sys
from pathlib import Path

import pytest

from bowout.cli import main
from bowout.lint import RULES

RIGGED = "The tender is rigged. May I explain why, and hear what you think of it?\n"
FINE = "The budget seems to cover only the licences. Are we reading that wrong? Could we talk on Thursday?\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mail.txt"
    path.write_text(RIGGED, "utf-8")
    return path


def test_a_fault_is_said_with_its_place_and_the_exit_code_tells(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(file)]) == 1
    printed = capsys.readouterr().out
    assert f"{file}:1:5: block accuses-the-process: " in printed
    assert "“tender is rigged”" in printed
    assert "Instead: " in printed
    file.write_text(FINE, "utf-8")
    assert main(["lint", str(file)]) == 0
    assert capsys.readouterr().out == ""


def test_json_and_sarif_say_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["lint", "--format", "json", str(file)])
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["fault"], found["rule"], found["start"], found["end"]) == ("accusation", "accuses-the-process", 4, 20)
    main(["lint", "--format", "sarif", str(file)])
    log = json.loads(capsys.readouterr().out)
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] in {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 21}


def test_a_line_comes_back_for_each_line_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mails.jsonl"
    rows = [
        {"id": "b", "step": "explain", "text": RIGGED},
        {"id": 7, "step": "explain", "text": FINE, "lang": "en"},
        {"id": None, "step": "part", "text": "Wir ziehen uns aus Ihrem Projekt zurück."},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert main(["lint", "--jsonl", str(path)]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in found] == ["b", 7, None]
    assert [[one["fault"] for one in row["findings"]] for row in found][:2] == [["accusation"], []]
    assert {one["fault"] for one in found[2]["findings"]} == {"nothanks", "nodoor"}
    assert set(found[0]["findings"][0]) >= {"fault", "rule", "severity", "start", "end", "why", "instead"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "no JSON"),
        ('{"id": 1, "step": "raise"}', "`text` is missing"),
        ('{"id": 1, "step": "rise", "text": "x"}', "`step` is 'rise'"),
        ('{"id": 1, "step": "raise", "text": "x", "lang": "it"}', "`lang` is 'it'"),
    ],
)
def test_a_bad_line_is_named_with_its_mend_and_the_good_ones_are_judged(
    line: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mails.jsonl"
    path.write_text(line + "\n" + json.dumps({"id": 2, "step": "explain", "text": RIGGED}) + "\n", "utf-8")
    assert main(["lint", "--jsonl", str(path)]) == 2
    printed = capsys.readouterr()
    assert f"{path}:1: " in printed.err
    assert says in printed.err
    assert json.loads(printed.out)["id"] == 2


def test_standard_input_is_read_and_a_missing_file_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RIGGED.encode())))
    assert main(["lint", "-"]) == 1
    assert main(["lint", str(tmp_path / "none.txt")]) == 2
    assert "none.txt: cannot be read: No such file" in capsys.readouterr().err


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained_by_name_and_by_fault(rule: object, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (rule.name, rule.fault):  # type: ignore[attr-defined]
        assert main(["explain", name]) == 0
        printed = capsys.readouterr().out
        assert rule.why in printed  # type: ignore[attr-defined]
        assert rule.bad[0].text in printed  # type: ignore[attr-defined]


def test_guards_are_explained_too_and_an_unknown_rule_is_said_to_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "tells-nobody"]) == 0
    assert "Phone the key contact" in capsys.readouterr().out
    assert main(["explain", "is-rude"]) == 2
    assert "There is no rule is-rude." in capsys.readouterr().err
    assert main(["explain"]) == 0
    assert {"tells-nobody", "accuses-the-process"} <= {line.split()[0] for line in capsys.readouterr().out.splitlines()}


def test_a_teams_own_rules_speak_and_broken_ones_are_named(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "ours.toml"
    rules.write_text(
        '[[rule]]\nname = "our-view"\nphrases = ["what you think"]\nwhy = "Vague."\ninstead = "Ask one thing."\n'
        'bad = ["Say what you think."]\nfine = ["What do you think?"]\n\n[off]\nno-such-rule = "x"\n',
        "utf-8",
    )
    assert main(["lint", "--rules", str(rules), "--format", "sarif", str(file)]) == 1
    printed = capsys.readouterr()
    log = json.loads(printed.out)
    assert "our-view" in {result["ruleId"] for result in log["runs"][0]["results"]}
    assert "our-view" in {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert f"{rules}:10: left out: no rule of ours is called no-such-rule." in printed.err
    assert main(["lint", "--rules", str(tmp_path / "none.toml"), str(file)]) == 2
