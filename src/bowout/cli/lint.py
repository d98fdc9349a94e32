"""``bowout lint``: what is wrong with a text that goes to a customer, with no server and no database."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bowout.cli.commands import Subparsers
from bowout.cli.printing import print_lines

if TYPE_CHECKING:
    from bowout.lint.book import Book
    from bowout.lint.showing import Judged

_STEPS = ("raise", "explain", "part", "checkback", "apology")
_LANGUAGES = ("auto", "en", "de", "fr")


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "lint",
        help="what is wrong with a text that goes to a customer",
        description="Checks walk-away messages by the step they belong to, in English, German and French. Nothing is "
        "stored or sent.",
        epilog="Exit code: 0 when nothing is wrong, 1 when something is, 2 for what cannot be read.",
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a text, or with --jsonl a file of texts; - reads standard input"
    )
    parser.add_argument("--step", choices=_STEPS, default="explain", help="the step that the text belongs to (explain)")
    parser.add_argument("--lang", choices=_LANGUAGES, default="auto", help="its language (auto: guessed)")
    parser.add_argument("--rules", metavar="FILE", help="your team's own rules, in TOML (docs/own-rules.md)")
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="how to print (text)")
    parser.add_argument(
        "--jsonl", action="store_true", help='each line is {"id", "step", "text", "lang"?}; a line comes back for each'
    )
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """0 when nothing is wrong, 1 when something is, 2 for what cannot be read."""
    try:
        book = _book(args.rules)
    except OSError as error:
        print(f"{args.rules}: cannot be read: {error.strerror or error}.", file=sys.stderr)
        return 2
    work = _Work(args, book)
    print_lines(work.lines())
    return 2 if work.unreadable else int(work.found)


def _book(name: str | None) -> "Book":
    """All rules, with the team's own; those that cannot be used are named. Raises ``OSError``."""
    from bowout.lint.book import HOUSE

    if name is None:
        return HOUSE
    from bowout.lint.own import read

    own = read(Path(name).read_text("utf-8-sig", errors="replace"))
    for problem in own.problems:
        print(f"{name}:{problem.line}: left out: {problem.says}", file=sys.stderr)
    return own.book()


class _Work:
    """Goes through the files, and remembers how it went."""

    def __init__(self, args: Namespace, book: "Book") -> None:
        self.args, self.book = args, book
        self.found = self.unreadable = False

    def lines(self) -> Iterator[str]:
        from bowout.lint.showing import as_json, as_sarif, as_text

        if self.args.jsonl:
            for name in self.args.files:
                yield from self._jsonl(name)
            return
        judged = list(self._judged())
        if self.args.format == "sarif":
            yield as_sarif(judged, self.book)
        for one in judged if self.args.format != "sarif" else ():
            yield from as_text(one) if self.args.format == "text" else (as_json(one),)

    def _judged(self) -> "Iterator[Judged]":
        from bowout.lint.showing import judge

        for name in self.args.files:
            if (raw := self._read(name)) is not None:
                text = raw.decode("utf-8-sig", errors="replace")
                language = None if self.args.lang == "auto" else self.args.lang
                one = judge(name, text, self.args.step, language, self.book)
                self.found = self.found or bool(one.findings)
                yield one

    def _jsonl(self, name: str) -> Iterator[str]:
        from bowout.lint.showing import judge, shown

        for number, line in enumerate((self._read(name) or b"").splitlines(), 1):
            if not line.strip():
                continue
            try:
                row = _row(line, self.args)
            except ValueError as error:
                self._wrong(f"{name}:{number}: {error}")
                continue
            one = judge(name, row["text"], row["step"], row["lang"], self.book)
            self.found = self.found or bool(one.findings)
            yield json.dumps({"id": row["id"], "findings": [shown(finding) for finding in one.findings]})

    def _read(self, name: str) -> bytes | None:
        try:
            return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            self._wrong(f"{name}: cannot be read: {error.strerror or error}.")
            return None

    def _wrong(self, says: str) -> None:
        self.unreadable = True
        print(says, file=sys.stderr)


def _row(line: bytes, args: Namespace) -> dict[str, Any]:
    """A line's fields. Raises ``ValueError`` that names the field and the mend."""
    try:
        row = json.loads(line.decode("utf-8-sig", errors="replace"))
    except ValueError as error:
        raise ValueError(f"no JSON ({error}). Write one object a line.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError('`text` is missing. Write {"id": 1, "step": "raise", "text": "…"}.')
    step, language = row.get("step", args.step), row.get("lang", args.lang) or "auto"
    if step not in _STEPS:
        raise ValueError(f"`step` is {step!r}. Write one of: {', '.join(_STEPS)}.")
    if language not in _LANGUAGES:
        raise ValueError(f"`lang` is {language!r}. Write one of: {', '.join(_LANGUAGES)}.")
    return {"id": row.get("id"), "text": row["text"], "step": step, "lang": None if language == "auto" else language}
