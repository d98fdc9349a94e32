"""proselint reads all mails of a JSONL file in one process: run by a Python of its own, which has it."""

import json
import sys
from pathlib import Path

from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

CheckRegistry().register_many(__register__)
found = 0
with Path(sys.argv[1]).open(encoding="utf-8") as lines:
    for line in lines:
        found += len(LintFile(content=json.loads(line)["text"], source="mail").lint())
print(found)
