"""Whatever somebody drops on the import page: a table, or a refusal that says what to do; never a traceback."""

import io
import zipfile
from contextlib import suppress

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st

from bowout.connectors.tabular import Problem, Unreadable, preview, propose, read, write_error_file
from tests.connectors.tables import OWN, table

SNIPPETS = st.sampled_from(
    [
        b"Id,Name,StageName,CloseDate,Amount\n",
        b'Opportunity Name;Stage;Close Date;Amount\r\n"A";x;02/03/26;1.234\r\n',
        b'"never closed',
        b'""',
        b"\x00\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r",
        b"1,2,3\n",
        b"Grand Totals (3 records)\n",
        b"sep=;\n",
        b"PK\x03\x04",
        b"=cmd|' /C calc'!A0,",
        "Zürich\t–\u202f1\u202f234\n".encode(),
    ]
)


def taken_in(content: bytes) -> None:
    """All that the import page does with a file; only a refusal may come out of it."""
    with suppress(Unreadable):
        found = table(content)
        shown = preview(found)
        out = io.StringIO(newline="")
        bad = (item for item in read(found, shown.mapping, shown.survey) if isinstance(item, Problem))
        write_error_file(found, bad, out)
        assert all(name.strip() for name in found.header)


@given(st.lists(st.one_of(SNIPPETS, st.binary(max_size=20)), max_size=12).map(b"".join))
def test_any_bytes(content: bytes) -> None:
    taken_in(content)


@given(st.text(st.sampled_from('ab1,;\t|"\n\r\x00= ü'), max_size=120))
def test_any_arrangement_of_quotes_and_separators(text: str) -> None:
    taken_in(text.encode())


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=6))
def test_a_real_export_with_damage_anywhere(place: int, damage: bytes) -> None:
    content = (OWN / "Opportunity.csv").read_bytes()
    place %= len(content)
    taken_in(content[:place] + damage + content[place + len(damage) :])


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["Opportunity Name", "Stage", "Close Date"], ["Pumps", "Open", 46076], ["Valves", "Open", "soon"]):
        book.active.append(row)  # type: ignore[union-attr]
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


WORKBOOK = _workbook()


@example(place=9502, damage=b"\x00\x00@")  # a zip version that nobody has yet
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=6))
def test_a_workbook_with_damage_anywhere(place: int, damage: bytes) -> None:
    place %= len(WORKBOOK)
    taken_in(WORKBOOK[:place] + damage + WORKBOOK[place + len(damage) :])


@given(
    st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/styles.xml"]),
    st.integers(0, 3000),
    st.binary(max_size=8),
)
def test_a_workbook_with_damage_inside(part: str, place: int, damage: bytes) -> None:
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as source, zipfile.ZipFile(saved, "w") as changed:
        for name in source.namelist():
            content = source.read(name)
            at = place % len(content)
            changed.writestr(name, content[:at] + damage + content[at + 4 :] if name == part else content)
    taken_in(saved.getvalue())


def test_the_damage_tests_do_read_what_is_whole() -> None:
    assert propose(table(WORKBOOK)).recognised
    taken_in(WORKBOOK)
