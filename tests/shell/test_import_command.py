"""bowout import, as people type it."""

from pathlib import Path

import pytest

from bowout.cli import main
from bowout.store.models import Account, Deal, SavedMapping
from tests.people import Cast
from tests.shell.crm import deal, salesforce, written

UNKNOWN = "Chance,Kunde,Phase,Volumen,Ende"
ROWS = ("Umbau,Acme,Angebot,1000,2026-12-31", "Neubau,Beta,Gewonnen,2500,2026-11-30")


def run(*words: object) -> int:
    return main(["import", *map(str, words), "--team", "North"])


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_an_export_goes_in_and_the_report_says_what_it_was(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*salesforce(), "--date-order", "mdy", "--currency", "EUR") == 0
    said = capsys.readouterr().out
    assert "Account.csv: accounts: 6 new" in said
    assert "Leads are not deals yet" in said
    assert Account.objects.filter(source="salesforce", team=cast.team).count() == 6
    run(*salesforce())
    assert "Nothing has changed" in capsys.readouterr().out


def test_what_nothing_tells_is_asked_and_nothing_is_written(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, deal(1, close="03/04/26"))
    assert run(path) == 2
    said = capsys.readouterr().out
    assert "--date-order dmy   Day first: 3 April 2026" in said
    assert not Deal.objects.filter(source="salesforce").exists()
    assert run(path, "--date-order", "dmy") == 0
    assert str(Deal.objects.get(source="salesforce").close_date) == "2026-04-03"


def test_rows_that_cannot_go_in_end_it_with_one_and_lie_in_a_file(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, deal(1), deal(2, close="soon"))
    assert run(path) == 1
    assert "deals.errors.csv" in capsys.readouterr().out
    assert "soon" in (tmp_path / "deals.errors.csv").read_text("utf-8-sig")
    assert run(path, "--errors", tmp_path / "mine.csv") == 1
    assert (tmp_path / "mine.csv").is_file()


def test_a_dry_run_leaves_no_trace(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(written(tmp_path, deal(1), deal(2, close="soon")), "--dry-run") == 1
    assert "1 new" in capsys.readouterr().out
    assert not Deal.objects.filter(source="salesforce").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deals.csv"]


def test_an_unknown_file_goes_in_once_its_columns_are_confirmed_and_then_by_itself(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, *ROWS, head=UNKNOWN)
    assert run(path) == 2
    assert "--accept-mapping" in capsys.readouterr().out
    columns = ("name=Chance", "account_name=Kunde", "stage=Phase", "amount=Volumen", "close_date=Ende")
    said = [word for column in columns for word in ("--column", column)]
    assert run(path, "--kind", "deal", *said, "--save-mapping", "Ours") == 0
    assert Deal.objects.get(name="Neubau").status == "won"
    assert SavedMapping.objects.get(team=cast.team).name == "Ours"
    assert run(written(tmp_path, "Anbau,Acme,Angebot,1,2026-12-31", head=UNKNOWN)) == 0
    assert run(written(tmp_path, "Abbau,Acme,Angebot,1,2026-12-31", head=UNKNOWN), "--mapping", "ours") == 0
    assert Deal.objects.filter(name__in=["Anbau", "Abbau"]).count() == 2
    assert run(path, "--column", "name=Elsewhere", "--accept-mapping") == 2


def test_the_team_must_be_clear(cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, deal(1))
    assert main(["import", str(path)]) == 2
    assert "several teams" in capsys.readouterr().err
    assert main(["import", str(path), "--as", "nobody@north.example"]) == 2
    assert main(["import", str(path), "--as", "Charlie@south.example"]) == 0
    assert Deal.objects.get(name="Deal 1").team == cast.charlie.team


def test_a_file_that_is_none_is_refused_with_what_to_do(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.csv").write_text("<html><body>no</body></html>")
    assert run(tmp_path / "page.csv") == 2
    assert "web page" in capsys.readouterr().err
    assert run(tmp_path / "nothing.csv") == 2


def test_a_stage_means_what_people_say(cast: Cast, tmp_path: Path) -> None:
    path = written(tmp_path, deal(1, stage="Signed"), deal(2, stage="Signed off"))
    assert run(path, "--stage", "Signed=perhaps") == 2
    assert run(path, "--stage", "Signed=won") == 0
    found = dict(Deal.objects.filter(source="salesforce").values_list("stage", "status"))
    assert found == {"Signed": "won", "Signed off": "open"}
