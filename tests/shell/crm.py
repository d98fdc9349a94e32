"""Files as a CRM writes them, and a short way to bring them in."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bowout.connectors.tabular import open_table
from bowout.desk.importing import Aside, Choices, FileReport, Prepared, prepare, take
from bowout.store.models import Account, CalendarEntry, Contact, Deal, DealContact, StageChange, Team

SALESFORCE = Path(__file__).parent.parent / "data" / "salesforce_export"
UNKNOWN = SALESFORCE.parent / "unknown"
HEAD = (
    "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Amount Currency,Close Date,Opportunity Owner,Next Step"
)


def written(folder: Path, *lines: str, name: str = "deals.csv", head: str = HEAD) -> Path:
    """A file with these rows."""
    path = folder / name
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def deal(number: int, **other: str) -> str:
    """A row of a deal; named columns are other than usual."""
    usual = {
        "id": f"006{number:012d}",
        "name": f"Deal {number}",
        "account": f"Company {number % 7}",
        "stage": "Proposal",
        "amount": "1000.00",
        "currency": "EUR",
        "close": "2026-12-31",
        "owner": "Alice Adler",
        "next": "Call",
    }
    return ",".join((usual | other).values())


def opened(paths: Iterable[Path], **choices: Any) -> list[Prepared]:
    """The files, ready to go in."""
    return [prepare(open_table(path), Choices(**choices)) for path in paths]


def bring(team: Team, *paths: Path, dry: bool = False, size: int = 1000, **choices: Any) -> list[FileReport]:
    """Bring the files in; what became of each."""
    return [report for report, _ in brought(team, *paths, dry=dry, size=size, **choices)]


def brought(
    team: Team, *paths: Path, dry: bool = False, size: int = 1000, **choices: Any
) -> list[tuple[FileReport, Aside]]:
    """The same, with what was set aside."""
    files = [file for file in opened(paths, **choices) if not file.set_aside]
    assert all(file.ready for file in files)
    return [result for _, result in take(team, files, dry=dry, size=size)]


def salesforce() -> list[Path]:
    """All files of the export, in an order in which nothing finds what it hangs on."""
    return sorted(SALESFORCE.glob("*.csv"), reverse=True)


def counted(report: FileReport) -> tuple[int, int, int, int]:
    """(new, changed, the same, set aside)."""
    counts = report.counts
    return counts.new, counts.changed, counts.same, counts.aside


def everything(team: Team) -> list[list[dict[str, Any]]]:
    """All rows of a team that an import may touch, to be compared."""
    return [
        list(Account.objects.filter(team=team).order_by("pk").values()),
        list(Contact.objects.filter(team=team).order_by("pk").values()),
        list(Deal.objects.filter(team=team).order_by("pk").values()),
        list(DealContact.objects.filter(deal__team=team).order_by("pk").values()),
        list(StageChange.objects.filter(deal__team=team).order_by("pk").values()),
        list(CalendarEntry.objects.filter(deal__team=team).order_by("pk").values()),
    ]
