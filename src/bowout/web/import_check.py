"""What the page shows of files before they go in."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bowout.connectors.tabular import Mapping, Record
from bowout.desk.importing import FileReport, Prepared, take, uploads
from bowout.desk.importing.uploads import StoredFile
from bowout.store.models import ImportRun
from bowout.web.forms.imports import FileForm
from bowout.web.says import money

FIRST = 5
COUNTED_UP_TO = uploads.SMALL
"""Rows up to which the page says beforehand what would change; more would keep people waiting."""
SHOWN: dict[str, tuple[tuple[str, str], ...]] = {
    "deal": (("name", "Deal"), ("account", "Account"), ("stage", "Stage"), ("status", "Status"), ("amount", "Amount"),
             ("close_date", "Close date"), ("owner_name", "Owner")),
    "account": (("name", "Account"), ("country", "Country"), ("state", "State"), ("city", "City"), ("phone", "Phone")),
    "contact": (("name", "Contact"), ("title", "Title"), ("email", "Email"), ("phone", "Phone"),
                ("account", "Account")),
    "stage": (("deal", "Deal"), ("at", "Changed at"), ("stage", "Stage"), ("amount", "Amount")),
    "deal-contact": (("deal_external_id", "Deal"), ("contact_external_id", "Contact"), ("role", "Role")),
    "user": (("name", "Name"), ("email", "Email")),
}  # fmt: skip
EITHER = {"account": ("account_name", "account_external_id"), "deal": ("deal_name", "deal_external_id")}


@dataclass
class CheckedFile:
    """One file on the page."""

    number: int
    file: Prepared
    form: FileForm
    left_out: bool
    would: FileReport | None = None

    @property
    def heads(self) -> list[str]:
        """Heads of the first rows."""
        return [label for _, label in SHOWN[self.file.mapping.kind]]

    @property
    def first(self) -> list[list[tuple[str, str]]]:
        """(head, value) of each cell of the first rows."""
        names = SHOWN[self.file.mapping.kind]
        return [
            [(label, _shown(record, name)) for name, label in names] for record in self.file.preview.records[:FIRST]
        ]


@dataclass
class Check:
    """An upload before it goes in."""

    files: list[CheckedFile] = field(default_factory=list)
    refused: list[StoredFile] = field(default_factory=list)
    ready: bool = False
    rows: int = 0

    @property
    def hopeless(self) -> bool:
        """True when no answer would make anything of it."""
        return all(each.file.set_aside for each in self.files)

    @property
    def chosen(self) -> bool:
        """True when some file is to go in."""
        return not all(each.left_out for each in self.files)

    @property
    def reports(self) -> list[FileReport]:
        """What would become of its files, as far as that is counted."""
        return [each.would for each in self.files if each.would]

    def is_valid(self) -> bool:
        """True when all answers make sense."""
        wrong = [each for each in self.files if not each.form.is_valid()]
        return not wrong

    def said(self) -> dict[int, Mapping]:
        """The mappings as answered, by the number of the file."""
        return {each.number: each.form.mapping() for each in self.files if not each.file.set_aside}

    def left_out(self) -> list[int]:
        """Numbers of files that are not wanted."""
        return [each.number for each in self.files if each.form.cleaned_data.get("leave_out")]

    def as_shown(self) -> bool:
        """True when it is ready and no answer changes what was shown."""
        same = all(said == each.file.mapping for each in self.files if (said := self.said().get(each.number)))
        shown = [each.number for each in self.files if each.left_out and not each.file.set_aside]
        return self.ready and same and self.left_out() == shown

    def to_save(self) -> dict[int, str]:
        """Names under which columns are to be saved."""
        named = {each.number: each.form.cleaned_data.get("save_as", "") for each in self.files}
        return {number: name for number, name in named.items() if name}


def checked(run: ImportRun, home: Path, posted: Any = None) -> Check:
    """The page's files; with what was typed, when there is something typed. Raises Unreadable."""
    stored, found = uploads.files_of(run), uploads.prepared(run, home)
    several = len(stored) > 1
    check = Check(refused=[file for file in stored if file.refused])
    for number, file in found:
        out = stored[number].left_out or bool(file.set_aside)
        initial = {"leave_out": stored[number].left_out}
        check.files.append(
            CheckedFile(number, file, FileForm(file, number, posted, several=several, initial=initial), out)
        )
    wanted = [each for each in check.files if not each.left_out]
    check.ready = bool(wanted) and all(each.file.ready for each in wanted)
    check.rows = sum(each.file.preview.rows for each in wanted)
    if check.ready and check.rows <= COUNTED_UP_TO and posted is None:
        _count(run, wanted)
    return check


def _count(run: ImportRun, wanted: list[CheckedFile]) -> None:
    reports = {id(file): report for file, (report, _) in take(run.team, [each.file for each in wanted], dry=True)}
    for each in wanted:
        each.would = reports[id(each.file)]


def _shown(record: Record, name: str) -> str:
    if name in EITHER:
        return next((str(value) for key in EITHER[name] if (value := getattr(record, key, ""))), "")
    if name == "amount":
        return money(getattr(record, "amount", None), getattr(record, "currency", ""))
    value = getattr(record, name, "")
    return "" if value is None else str(value)[:80]
