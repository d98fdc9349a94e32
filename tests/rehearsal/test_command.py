"""`bowout rehearse` on the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bowout.cli import main
from tests.rehearsal.expected import SCENARIOS
from tests.rehearsal.files import CONFIRMED, CONSIDER, DEAL, act

CALL = act("call", 'contact = "Claire Martin"', 'outcome = "reached"')
NIGHT = act("call", 'contact = "Claire Martin"', 'outcome = "reached"', at="2026-03-03T23:50:00+01:00")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "scenario.toml"


def test_it_works(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(DEAL + CONSIDER + CONFIRMED + CALL, "utf-8")
    assert main(["rehearse", str(file)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Garonne\n")
    assert err == ""


def test_one_refused_act_is_exit_1(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(DEAL + CONSIDER + CONFIRMED + NIGHT + CALL, "utf-8")
    assert main(["rehearse", str(file), "--format", "json"]) == 1
    acts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("accepted") for line in acts] == [True, True, True, False, True, None]


def test_a_bad_file_is_exit_2_with_file_line_and_mend_and_plays_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(DEAL + CONSIDER + act("cal"), "utf-8")
    assert main(["rehearse", str(file), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    line = file.read_text("utf-8").splitlines().index('do = "cal"') + 1
    assert err == f'{file}:{line}: error: do = "cal" in act 1 is not known. Did you mean "call"?\n'


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read_is_exit_2(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", str(tmp_path / name)]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_warning_goes_to_stderr_and_the_play_goes_on(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(DEAL.replace('name = "Garonne"', 'name = "Garonne"\nowner = "Alice"') + CONSIDER, "utf-8")
    assert main(["rehearse", str(file), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err.startswith(f"{file}:3: warning: unknown key `owner` in [deal] is passed over.")


def test_an_unknown_format_is_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["rehearse", str(SCENARIOS[0]), "--format", "yaml"])
    assert end.value.code == 2
    assert "yaml" in capsys.readouterr().err


def test_it_reads_standard_input() -> None:
    done = run("-", given=DEAL + CONSIDER)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Garonne" in done.stdout


def test_no_colour_where_nobody_looks() -> None:
    assert "\x1b" not in run(str(SCENARIOS[0])).stdout


def test_it_needs_no_django_and_no_database() -> None:
    program = (
        "import sys; from bowout.cli import main; code = main(sys.argv[1:]);"
        "heavy = {'django', 'psycopg', 'sqlite3', 'openpyxl'} & set(sys.modules); print(heavy, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "rehearse", str(SCENARIOS[0])],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "set()\n"


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    program = (
        "import subprocess, sys;"
        "child = subprocess.Popen([sys.executable, '-m', 'bowout', 'rehearse', sys.argv[1]], stdout=subprocess.PIPE,"
        " stderr=subprocess.PIPE); child.stdout.close(); print(child.stderr.read().decode(), child.wait())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(SCENARIOS[0])], capture_output=True, text=True, check=True
    )
    assert "Traceback" not in done.stdout
    assert "BrokenPipe" not in done.stdout


def run(*args: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bowout", "rehearse", *args],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
