"""The scenarios that ship with the docs end as their own headers say."""

import json
from pathlib import Path

import pytest

from bowout.cli import main
from tests.rehearsal.expected import SCENARIOS, expected

scenarios = pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)


def played(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[dict], dict, int]:
    code = main(["rehearse", str(path), "--format", "json"])
    out, err = capsys.readouterr()
    assert err == ""
    *acts, ending = map(json.loads, out.splitlines())
    return acts, ending, code


def spoken(findings: list[dict]) -> set[str]:
    return {f"{finding['severity']} {finding['rule']}" for finding in findings}


@scenarios
def test_a_scenario_goes_as_its_header_says(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acts, ending, code = played(path, capsys)
    wanted = expected(path)
    went = [("accepted" if act["accepted"] else "refused", spoken(act["findings"])) for act in acts]
    assert went == wanted.acts
    assert (ending["state"], code) == (wanted.state, wanted.exit)
    assert [f"{step['do']} {step['due'][:16]}" for step in ending["next"]] == wanted.next
    assert spoken(ending["findings"]) == wanted.now


@scenarios
def test_the_three_tests_have_the_evidence_that_the_header_names(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, ending, _ = played(path, capsys)
    wanted = expected(path).sides
    assert wanted or ending["state"] == "none"
    for test, side in wanted.items():
        did = {name for name, says in ending["tests"][test]["did"].items() if says}
        assert did == ({"for", "against"} if side == "both" else {side}), test


@scenarios
def test_a_scenario_says_what_it_is_about(path: Path) -> None:
    title, blank, first = path.read_text("utf-8").splitlines()[:3]
    assert title.startswith("# ")
    assert blank == "#"
    assert first.startswith("# ")


@scenarios
def test_a_scenario_reads_well_on_a_terminal(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["rehearse", str(path)])
    out, _ = capsys.readouterr()
    assert "\x1b" not in out
    assert [line for line in out.splitlines() if len(line) > 100] == []
    for _, rules in expected(path).acts:
        for rule in rules:
            assert rule in out


def test_the_seeds_ways_are_all_there() -> None:
    names = {path.stem for path in SCENARIOS}
    assert len(names) >= 12
    assert names >= {
        "the-right-way",
        "five-minutes-before-the-meeting",
        "a-voicemail-in-the-night",
        "too-simple-for-us",
        "the-rigged-e-mail",
        "misread-and-stayed",
        "the-eleventh-hour",
        "the-public-tender",
    }
