"""``bowout rehearse``: play a scenario through the guards, with no database."""

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bowout.cli.commands import Subparsers
from bowout.cli.printing import print_lines

if TYPE_CHECKING:
    from bowout.rehearsal.paint import Paint
    from bowout.rehearsal.problems import Problem


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "rehearse",
        help="play a scenario: what would the guards say, what happens next",
        description="Plays a walk-away that is written down in a TOML file, act by act. Nothing is stored or sent.",
        epilog="Exit code: 0 when every act was accepted, 1 when one was refused, 2 for a file that cannot be played.",
    )
    parser.add_argument("file", metavar="FILE.toml", help="the scenario; - reads standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="json: one object a line (text)")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """0 when every act was accepted, 1 when one was refused, 2 for a file that cannot be played."""
    from bowout.rehearsal.as_json import json_lines
    from bowout.rehearsal.as_text import text_lines
    from bowout.rehearsal.play import play
    from bowout.rehearsal.problems import BadFile
    from bowout.rehearsal.scenario import read

    try:
        scenario = read(_bytes(args.file))
    except OSError as error:
        print(f"{args.file}: cannot be read: {error.strerror or error}.", file=sys.stderr)
        return 2
    except BadFile as error:
        _report(args.file, "error", error.problems)
        return 2
    _report(args.file, "warning", scenario.warnings)
    rehearsal = play(scenario)
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    print_lines(json_lines(rehearsal) if args.format == "json" else text_lines(rehearsal, _paint(), width))
    return 1 if rehearsal.refused else 0


def _bytes(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _report(name: str, grade: str, problems: "Iterable[Problem]") -> None:
    for problem in problems:
        print(f"{name}:{problem.line}: {grade}: {problem}", file=sys.stderr)


def _paint() -> "Paint":
    from bowout.rehearsal.paint import Paint

    return Paint(colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
