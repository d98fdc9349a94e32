"""Workbooks as CRMs write them."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from bowout.connectors.tabular import Unreadable, open_table
from tests.connectors.tables import records, rows, table, workbook

DYNAMICS = [
    "(Do Not Modify) Opportunity", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On",
    "Topic", "Potential Customer", "Est. Close Date", "Est. Revenue", "Owner", "Status", "Created On",
]  # fmt: skip
CHANGED = datetime(2026, 2, 23, 20, 55)  # noqa: DTZ001 - cells know no zone
CLOSES = datetime(2026, 6, 30)  # noqa: DTZ001
GUID = "0A1B2C3D-0000-4000-8000-00000000000"


def test_a_dynamics_export_is_read_with_its_hidden_columns_and_real_dates() -> None:
    found = workbook(
        DYNAMICS,
        [
            GUID + "1",
            "abc==",
            CHANGED,
            "Pumps",
            "Acme",
            CLOSES,
            84000.5,
            "Alice",
            "Open",
            46076,
        ],
        [GUID + "2", "def==", CHANGED, "Valves", "Beta", 46203, 1250, "Bob", "Won", 46076.87],
        hiddenSheet=[["opportunity:abc"], ["do not read me"]],
    )
    first, second = records(found)
    assert (first.external_id, first.name, first.account_name) == (GUID.lower() + "1", "Pumps", "Acme")
    assert (first.close_date, first.amount, first.status) == (date(2026, 6, 30), Decimal("84000.5"), "open")
    assert (second.close_date, second.created_on, second.status) == (date(2026, 6, 30), date(2026, 2, 23), "won")


def test_numbers_in_cells_take_no_decimal_mark_to_read() -> None:
    found = workbook(
        ["Deal Name", "Stage", "Amount"], ["A", "Open", 1.234], ["B", "Open", 1234], ["C", "Open", 0.1 + 0.2]
    )
    assert [record.amount for record in records(found)] == [Decimal("1.234"), 1234, Decimal("0.3")]


def test_lines_are_the_rows_people_see() -> None:
    found = workbook([], ["Report"], [], ["Deal Name", "Stage", "Amount"], ["A", "Open", 1], [], ["B", "Open", 2])
    assert [line for line, _, _ in found.rows] == [5, 7]


def test_a_formatted_report_is_read_below_its_title_and_beside_its_empty_column() -> None:
    found = workbook(
        [None, "Pipeline"],
        [None, "As of 2026-02-23"],
        [],
        [None, "Opportunity Owner  ↑", "Opportunity Name", "Stage", "Amount"],
        [None, "Alice", "Pumps", "Prospecting", 5],
        [None, "Total", None, None, 5],
        [],
        [None, "Confidential Information - Do Not Distribute"],
    )
    [deal] = records(found)
    assert (deal.owner_name, deal.name, deal.amount) == ("Alice", "Pumps", 5)


def test_cells_left_out_at_the_end_of_a_row_are_empty() -> None:
    found = workbook(["Deal Name", "Stage", "Amount", "Close Date"], ["A"], ["B", "Open", 5])
    assert [record.name for record in records(found)] == ["A", "B"]


def test_a_percent_in_a_cell_is_the_percent_people_see() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Opportunity Name", "Stage", "Probability (%)"])
    sheet.append(["Pumps", "Proposal", 0.1])
    sheet.append(["Valves", "Proposal", 75])
    sheet["C2"].number_format = "0%"
    saved = io.BytesIO()
    book.save(saved)
    assert [deal.probability for deal in records(table(saved.getvalue(), "x.xlsx"))] == [10, 75]


def test_true_and_false_and_errors_in_cells_are_text() -> None:
    found = workbook(["Deal Name", "Won", "Amount"], ["A", True, "#N/A"])
    assert rows(found) == [["A", "TRUE", "#N/A"]]


def test_another_sheet_can_be_asked_for_by_name() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Deal Name", "Stage"])  # type: ignore[union-attr]
    other = book.create_sheet("Second")
    other.append(["Account Name", "City"])
    other.append(["Acme", "Leeds"])
    saved = io.BytesIO()
    book.save(saved)
    assert open_table(io.BytesIO(saved.getvalue()), "x.xlsx", "Second").header == ("Account Name", "City")
    with pytest.raises(Unreadable, match="there are: Sheet, Second"):
        open_table(io.BytesIO(saved.getvalue()), "x.xlsx", "Third")


def packed(**parts: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (packed(xl__workbook_dot_xml=b"<workbook/>", xl__worksheets__sheet1_dot_xml=bytes(60_000_000)), "far larger"),
        (packed(xl__workbook_dot_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'), "entities"),
        (packed(xl__workbook_dot_xml=b"<workbook/>"), "damaged"),
        (packed(xl__workbook_dot_bin=b"x"), ".xlsb"),
        (packed(content_dot_xml=b"<x/>", mimetype=b"x"), "OpenDocument"),
        (packed(Index__Document_dot_iwa=b"x"), "Numbers"),
        (packed(deals_dot_csv=b"Name\nA\n"), "zip archive"),
    ],
    ids=["bomb", "entities", "hollow", "xlsb", "ods", "numbers", "zip"],
)
def test_what_only_looks_like_a_workbook_is_refused_with_a_mend(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        table(content, "deals.xlsx")
    assert says in refusal.value.problem.says
    assert refusal.value.problem.mend


def test_a_workbook_cut_short_is_refused() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Deal Name", "Stage"])  # type: ignore[union-attr]
    saved = io.BytesIO()
    book.save(saved)
    for length in (100, 1000, len(saved.getvalue()) - 200):
        with pytest.raises(Unreadable, match="damaged"):
            table(saved.getvalue()[:length], "deals.xlsx")


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(Unreadable, match="no visible sheet with rows"):
        workbook([])
