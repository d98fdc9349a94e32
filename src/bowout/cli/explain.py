"""``bowout explain``: what a rule says, why, and what to do instead."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bowout.cli.commands import Subparsers
from bowout.cli.printing import print_lines

if TYPE_CHECKING:
    from bowout.core.guards import Guard
    from bowout.lint import Rule


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "explain",
        help="what a rule says, why, and what to do instead",
        description="Explains a rule of the guards or of the language guard. Without a name, all rules are listed.",
    )
    parser.add_argument("rule", metavar="RULE", nargs="?", help="the rule's name, e.g. accuses-the-process")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """0 when there is such a rule, 2 when there is none."""
    from bowout.core.guards import GUARDS
    from bowout.lint import BY_FAULT, BY_NAME, RULES

    guards = {guard.name: guard for guard in GUARDS}
    if args.rule is None:
        listed = [(guard.name, guard.says) for guard in GUARDS] + [(rule.name, rule.says) for rule in RULES]
        print_lines(f"{name:45} {says}" for name, says in listed)
        return 0
    if rule := BY_NAME.get(args.rule) or BY_FAULT.get(args.rule):
        print_lines(_words(rule))
    elif guard := guards.get(args.rule):
        print_lines(_guard(guard))
    else:
        print(f"There is no rule {args.rule}. `bowout explain` lists them all.", file=sys.stderr)
        return 2
    return 0


def _words(rule: "Rule") -> Iterator[str]:
    steps = ", ".join(step for step in ("raise", "explain", "part", "checkback", "apology") if step in rule.steps)
    yield from (f"{rule.name} ({rule.severity}; {rule.fault})", rule.says, "", f"At: {steps}", f"Why: {rule.why}")
    yield from (f"Instead: {rule.instead}", "", "Speaks of")
    yield from (f"  {example.step}: {example.text}" for example in rule.bad)
    yield "Silent on"
    yield from (f"  {example.step}: {example.text}" for example in rule.fine)


def _guard(guard: "Guard") -> Iterator[str]:
    yield from (f"{guard.name} ({guard.severity}; {guard.serves})", guard.says, "", f"Why: {guard.why}")
    yield from (f"Instead: {guard.instead}", "", "Speaks of")
    yield from (f"  {example.says}" for example in guard.bad)
    yield "Silent on"
    yield from (f"  {example.says}" for example in guard.fine)
