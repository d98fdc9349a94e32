"""A scenario file: the deal, the playbook, and the acts in their order."""

import re
import tomllib
from datetime import datetime
from itertools import pairwise
from typing import Any

from msgspec import Struct

from bowout.core.intents import Intent
from bowout.core.setting import Setting
from bowout.rehearsal.deal import read_deal
from bowout.rehearsal.lines import lines_of
from bowout.rehearsal.playbook import read_playbook
from bowout.rehearsal.problems import BadFile, Notes, Problem
from bowout.rehearsal.table import NEVER, TOP, Table
from bowout.rehearsal.verbs import read_act


class Scenario(Struct, frozen=True):
    """What is played. ``now`` is when one looks at the result, unless the last act is later."""

    setting: Setting
    acts: tuple[Intent, ...]
    now: datetime | None
    warnings: tuple[Problem, ...]


def read(raw: bytes) -> Scenario:
    """The scenario in a TOML file's bytes. Raises ``BadFile`` with everything that must be mended."""
    data, notes = _parse(_decode(raw))
    file = Table(data, (), notes, "the file")
    file.only(TOP)
    playbook = read_playbook(file.table("playbook"))
    if "deal" not in data:
        file.lacks("deal", '[deal] with name = "…"')
    table = file.table("deal")
    deal = read_deal(table, playbook, _written_at(data)) if data.get("deal") == table.data else None
    now = file.moment("now") if "now" in data else None
    acts = [read_act(table, deal) for table in file.tables("act", "act")] if deal else []
    if notes.errors or deal is None:
        raise BadFile(*notes.errors)
    played = tuple(act for act in acts if act is not None)
    _check_order(played, notes)
    return Scenario(Setting(deal, playbook), played, now, tuple(sorted(notes.warnings)))


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadFile(Problem(line, "this is not UTF-8.", "Save the file as UTF-8.")) from None


_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


def _parse(text: str) -> tuple[dict[str, Any], Notes]:
    try:
        return tomllib.loads(text), Notes(lines_of(text))
    except RecursionError:
        raise BadFile(Problem(1, "lists are nested too deeply.", "Flatten them.")) from None
    except ValueError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else len(text.rstrip().splitlines())
        says = f"this is not TOML: {_PLACE.sub('', str(error))}."
        mend = "Text goes in quotes, date-times do not, and brackets come in pairs."
        raise BadFile(Problem(line, says, mend)) from None


def _written_at(data: dict[str, Any]) -> datetime:
    """A date-time of the file, for its offset: ours, most likely."""
    acts = data.get("act")
    rows = [data, *(acts if isinstance(acts, list) else [])]
    found = (row.get(key) for row in rows if isinstance(row, dict) for key in ("now", "at"))
    return next((at for at in found if isinstance(at, datetime) and at.tzinfo and 1970 <= at.year < 2200), NEVER)


def _check_order(acts: tuple[Intent, ...], notes: Notes) -> None:
    for number, (before, act) in enumerate(pairwise(acts), start=1):
        if act.at < before.at:
            says = f"act {number} is earlier than act {number - 1}; they are played in the order of the file."
            notes.warn(("act", number, "at"), says, "Check the dates, or put the acts in order.")
