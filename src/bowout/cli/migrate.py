"""``bowout migrate``: make the database, or bring it up to date."""

from argparse import Namespace

from bowout.cli.commands import Subparsers
from bowout.cli.ready import ready


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("migrate", help="make the database, or bring it up to date")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Migrate. Doing it again changes nothing."""
    ready()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    print("The database is up to date.", flush=True)
    return 0
