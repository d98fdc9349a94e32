"""The ``bowout`` command: one file per subcommand, each with ``add(subparsers)`` and ``run(args)``."""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence

from bowout import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand; returns the exit code. Every file here that has an ``add`` is one."""
    parser = argparse.ArgumentParser(prog="bowout", description="Walk away from a deal, and leave the door open.")
    parser.add_argument("--version", action="version", version=f"bowout {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    argv = sys.argv[1:] if argv is None else argv
    for name in _wanted(argv[0] if argv else ""):
        if add := getattr(importlib.import_module(f"{__name__}.{name}"), "add", None):
            add(subparsers)
    args = parser.parse_args(argv)
    return int(args.run(args))


def _wanted(command: str) -> list[str]:
    """The files to read: the subcommand's own where it bears its name, so that nobody waits for the others."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    return [command] if command in names else names
