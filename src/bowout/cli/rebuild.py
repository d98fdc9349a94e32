"""``bowout rebuild``: make every projection again from the log."""

from argparse import Namespace

from bowout.cli.commands import Subparsers
from bowout.cli.ready import ready


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "rebuild",
        help="make what pages list again from the log",
        description="Makes what pages list and sort by again from the log. Safe while Bowout runs.",
    )
    parser.add_argument("--check", action="store_true", help="only say what is out of step; exit 1 when something is")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Rebuild, or only compare."""
    ready()
    return _check() if args.check else _rebuild()


def _rebuild() -> int:
    from bowout.desk.projecting import rebuild

    done = rebuild()
    print(f"{done} walk-away{'s' * (done != 1)} made again from the log.")
    return 0


def _check() -> int:
    from bowout.desk.projecting import out_of_step

    wrong = 0
    for walk_away, columns in out_of_step():
        wrong += 1
        print(f"{walk_away.pk}: {', '.join(columns)}")
    print(f"{wrong} out of step." if wrong else "Everything is what the log says.")
    return 1 if wrong else 0
