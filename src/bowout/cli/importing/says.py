"""What ``bowout import`` says and asks before it takes anything in."""

from bowout.connectors.tabular import Question
from bowout.connectors.tabular.fields import FIELDS
from bowout.desk.importing import Prepared

SURE = 0.8


def introduce(file: Prepared) -> None:
    """What the file is, how it is read, and what to look at."""
    known, shown = file.preview.proposal, file.preview
    rows = "1 row" if shown.rows == 1 else f"{shown.rows:,} rows"
    print(f"{file.table.name}: {known.title}, {rows}")
    if file.set_aside:
        print(f"  Left out. {file.set_aside}")
        return
    for words in shown.notes:
        print(f"  {words}")
    for words in shown.warnings:
        print(f"  Look: {words}")
    if file.mapping.kind == "deal" and shown.stages:
        print("  Stages: " + ", ".join(f"{stage} ({status})" for stage, status in list(shown.stages.items())[:12]))


def asked(files: list[Prepared]) -> bool:
    """Ask what is open; True when something is, and then nothing may be written.

    A file that nobody knows is left out where others come with it: an export's folder holds more than deals.
    """
    asking = [file for file in files if not file.set_aside and not file.ready]
    for file in [file for file in asking if file.foreign and len(files) > len(asking)]:
        asking.remove(file)
        print(f"{file.table.name}: left out, its columns are none that Bowout needs. Import it alone to map them.")
    for file in asking:
        print(f"\nA question about {file.table.name}; nothing has been written.")
        if not file.confirmed:
            _confirm(file)
        for question in file.questions:
            _ask(question)
    return bool(asking)


def _confirm(file: Prepared) -> None:
    mapping, scores = file.mapping, file.preview.proposal.confidence
    print(f"This file is not an export that Bowout knows. It looks like {mapping.kind}s, with these columns:")
    for field, headers in mapping.columns.items():
        sure = "" if scores.get(field, 1) >= SURE else "   (not sure)"
        says = f"{FIELDS[mapping.kind][field].says} [{field}]"
        print(f"  {says:<36} {', '.join(headers)}{_example(file, headers)}{sure}")
    used = {header for headers in mapping.columns.values() for header in headers}
    if left := [header for header in file.table.header if header not in used]:
        print(f"  Not used: {', '.join(left)}")
    print("If that is right:   --accept-mapping, or --save-mapping NAME to use it again")
    print("If rows are not:    --kind deal, account, contact or stage")
    print("If a column is not: --column FIELD=HEADER, e.g. --column name=" + repr(file.table.header[0]))


def _example(file: Prepared, headers: tuple[str, ...]) -> str:
    places = [file.table.header.index(header) for header in headers if header in file.table.header]
    values = (row[place] for place in places for row in file.table.sample if row[place].strip())
    found = next(values, "")
    return f", e.g. {found[:40]}" if found else ""


def _ask(question: Question) -> None:
    print(f"\n{question.words}")
    for example in question.examples:
        print(f"  {example}")
    if question.key.startswith("columns."):
        field = question.key.removeprefix("columns.")
        print(f"Answer with: --column {field}=HEADER, one of: {', '.join(option.value for option in question.options)}")
        return
    for option in question.options:
        print(f"  --{question.key.replace('_', '-')} {option.value}   {option.says}")
