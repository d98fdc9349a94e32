"""``bowout import``: accounts, contacts, deals and their history from a CRM's files."""

import argparse
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bowout.cli.commands import Subparsers
from bowout.cli.ready import ready

if TYPE_CHECKING:
    from bowout.connectors.tabular import Mapping, Table
    from bowout.connectors.tabular.flags import Status
    from bowout.desk.importing import Choices, Prepared
    from bowout.store.models import Team

DESCRIPTION = """\
Brings accounts, contacts, deals and stage history in from CSV or XLSX, in whatever order you name the files.
Exports of Salesforce, HubSpot, Pipedrive, Zoho and Dynamics 365 are recognised; for others you confirm the columns.
Importing again changes only what is new in the files, and never what people wrote here.
Ends with 0 when all rows are in, 1 when some were set aside (with what to mend, in a file), 2 when there is a question.
"""


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "import",
        help="bring deals in from a CRM's files",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--team", default="", help="the team's name (not needed where there is only one)")
    whose.add_argument("--as", dest="email", default="", metavar="EMAIL", help="into the team of this member")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--mapping", default="", metavar="NAME|FILE.json", help="which columns mean what")
    parser.add_argument("--accept-mapping", action="store_true", help="the columns as guessed are right")
    parser.add_argument("--save-mapping", default="", metavar="NAME", help="accept them, and use them again next time")
    parser.add_argument(
        "--column", action="append", default=[], metavar="FIELD=HEADER", help="a field's column; may come often"
    )
    parser.add_argument(
        "--stage", action="append", default=[], metavar="NAME=open|won|lost", help="what a stage means; may come often"
    )
    kinds = ("deal", "account", "contact", "stage")
    parser.add_argument("--kind", choices=kinds, help="what each row of a file is that nobody knows")
    parser.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), help="how dates are written")
    parser.add_argument("--decimal", choices=(",", "."), help="what stands before decimals")
    parser.add_argument("--currency", help="where the file names none, e.g. EUR")
    parser.add_argument("--zone", help="zone of times that carry none, e.g. Europe/Berlin (UTC)")
    parser.add_argument("--source", default="", help="what to call the system, where the file does not tell it (csv)")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="where rows go that cannot be taken in")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """0 when all rows are in, 1 when some were set aside, 2 when something has to be said first."""
    ready()
    from bowout.cli.importing.teams import NoTeam, team_for
    from bowout.connectors.tabular import Unreadable

    try:
        team = team_for(args.team, args.email)
        files = _prepared(args, team)
    except (NoTeam, Unreadable, BadWord) as error:
        print(error, file=sys.stderr)
        return 2
    return _ask_or_take(args, team, files)


def _ask_or_take(args: Namespace, team: "Team", files: "list[Prepared]") -> int:
    from bowout.cli.importing import report, says
    from bowout.connectors.tabular import Unreadable
    from bowout.desk.importing import mappings

    for file in files:
        says.introduce(file)
    if says.asked(files):
        return 2
    taken = [file for file in files if file.ready]
    for file in taken:
        if args.save_mapping and not file.preview.proposal.recognised:
            mappings.keep(team, args.save_mapping, file.table, file.mapping)
            print(f"Saved as “{args.save_mapping}”; files with these columns are read so from now on.")
    try:
        return report.take_and_tell(team, taken, args.dry_run, args.errors)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2


class BadWord(Exception):
    """``--column`` or ``--stage`` that says nothing."""


def _prepared(args: Namespace, team: "Team") -> "list[Prepared]":
    from bowout.connectors.tabular import open_table
    from bowout.desk.importing import mappings, prepare

    choices, given = _choices(args), _given_mapping(args.mapping, team)
    files = []
    for path in args.files:
        table: Table = open_table(path)
        files.append(prepare(table, choices, mappings.best(given, table) or mappings.saved_for(team, table)))
    for key, header in choices.answers.items():
        field = key.removeprefix("columns.")
        if key.startswith("columns.") and not any(header in file.mapping.columns.get(field, ()) for file in files):
            raise BadWord(f"--column {field}={header}: no file has that column and a field of that name.")
    return files


def _choices(args: Namespace) -> "Choices":
    from bowout.desk.importing import Choices

    pairs = [given.partition("=") for given in args.column]
    if bad := next((field for field, sign, header in pairs if not (field and sign and header)), None):
        raise BadWord(f"--column {bad} needs a field and a header, such as --column name=Project")
    answers = {f"columns.{field}": header for field, _, header in pairs}
    told = {name: getattr(args, name) for name in ("date_order", "decimal", "currency", "zone")}
    answers |= {name: value for name, value in told.items() if value}
    return Choices(answers, _stages(args.stage), args.kind, args.source, args.accept_mapping or bool(args.save_mapping))


def _stages(given: list[str]) -> "dict[str, Status]":
    said: dict[str, Status] = {}
    for words in given:
        stage, _, status = words.rpartition("=")
        if not stage or status not in ("open", "won", "lost"):
            raise BadWord(f"--stage {words} needs a stage and what it means, such as --stage Signed=won")
        said[stage] = cast("Status", status)
    return said


def _given_mapping(name: str, team: "Team") -> "list[Mapping]":
    from bowout.connectors.tabular import from_json
    from bowout.connectors.tabular.errors import unreadable
    from bowout.desk.importing import mappings

    if not name:
        return []
    if name.endswith(".json") and Path(name).is_file():
        return [from_json(Path(name).read_bytes(), name)]
    if not (found := mappings.called(team, name)):
        raise unreadable(name, "There is no mapping of this name.", "Name a saved one, or a .json file.")
    return found
