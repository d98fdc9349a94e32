"""``make bench``: everything, or only what is named: ``python -m bench core_fold``."""

import importlib
import sys

from bench.measure import machine

ALL = ("core_fold", "import_rows", "lint", "reminders", "web")


def main(names: list[str]) -> int:
    """Run the benches by name; returns the exit code."""
    if unknown := set(names) - set(ALL):
        print(f"No such bench: {', '.join(unknown)}. There are: {', '.join(ALL)}.", file=sys.stderr)
        return 2
    print(f"Measured on {machine()}.")
    for name in names or ALL:
        importlib.import_module(f"bench.{name}").run()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
