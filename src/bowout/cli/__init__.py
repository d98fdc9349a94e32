"""The ``bowout`` command: one file per subcommand, each with ``add(subparsers)`` and ``run(args)``."""

import argparse
import importlib
import pkgutil
from collections.abc import Sequence

from bowout import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand; returns the exit code. Every file here that has an ``add`` is one."""
    parser = argparse.ArgumentParser(prog="bowout", description="Walk away from a deal, and leave the door open.")
    parser.add_argument("--version", action="version", version=f"bowout {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in pkgutil.iter_modules(__path__):
        if add := getattr(importlib.import_module(f"{__name__}.{module.name}"), "add", None):
            add(subparsers)
    args = parser.parse_args(argv)
    return int(args.run(args))
