"""Bad rows come back as a file to mend and import again."""

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.tabular import Mapping, Problem, Table, open_table, propose, read, write_error_file
from bowout.connectors.tabular.guard import guard, unguard
from tests.connectors.tables import problems, records, rows, table

TEXT = (
    "Id,AccountId,Name,StageName,Amount,CloseDate\n"
    "1,a,Pumps,Proposal,lots,2026-06-30\n"
    "2,b,Valves,Proposal,5,2026-06-30\n"
    '3,c,"=HYPERLINK(""http://x"")",@stage,-x,never\n'
    '4,d,"open\n'
    "5,e,Seals,Proposal,7,2026-06-30,extra\n"
)


def errors(found: Table, mapping: Mapping | None = None) -> str:
    out = io.StringIO(newline="")
    write_error_file(found, problems(found, mapping), out)
    return out.getvalue()


def test_the_error_file_has_each_bad_row_once_with_what_to_do() -> None:
    written = list(csv.DictReader(io.StringIO(errors(table(TEXT)))))
    assert [row["problem_row"] for row in written] == ["2", "4", "5", "6"]
    assert [row["problem_field"] for row in written][:2] == ["Amount", "Amount; CloseDate"]
    assert "not an amount" in written[0]["problem"]
    assert written[0]["mend"]


def test_no_cell_of_it_runs_in_a_spreadsheet() -> None:
    for row in csv.reader(io.StringIO(errors(table(TEXT)))):
        assert not [cell for cell in row if cell[:1] in tuple("=+-@\t\r")]


def test_it_gives_back_what_was_read() -> None:
    again = table(errors(table(TEXT)))
    found = rows(again)
    assert found[1][2] == '=HYPERLINK("http://x")'
    assert found[1][3:5] == ["@stage", "-x"]
    assert propose(again).title == propose(table(TEXT)).title


def test_mended_it_is_read_and_its_own_columns_are_ignored() -> None:
    mended = errors(table(TEXT)).replace('"lots"', '"9"').replace("'-x", "-3").replace('"never"', '"2026-07-01"')
    found = table(mended)
    good = [item for item in read(found, propose(found).mapping) if not isinstance(item, Problem)]
    assert [(deal.external_id, str(deal.amount)) for deal in good] == [("1", "9"), ("3", "-3"), ("4", "None")]  # type: ignore[union-attr]


def test_what_is_still_wrong_comes_back_again_with_one_set_of_columns() -> None:
    again = table(errors(table(TEXT)))
    header = next(csv.reader(io.StringIO(errors(again))))
    assert header.count("problem_row") == 1
    assert len(header) == len(set(header))


def test_a_guess_is_not_led_astray_by_the_problem_columns() -> None:
    text = "Deal,Stage,Value\nPumps,Open,lots\nValves,Open,5\n"
    before = propose(table(text))
    after = propose(table(errors(table(text), before.mapping)))
    assert after.mapping.columns.keys() <= before.mapping.columns.keys()


def test_it_keeps_the_separator_and_is_marked_as_utf8_for_excel(tmp_path: Path) -> None:
    found = table("Id;StageName;CloseDate;Name\n1;Angebot;nie;Mühle\n")
    assert write_error_file(found, problems(found), tmp_path / "errors.csv") == 1
    content = (tmp_path / "errors.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert '"1";"Angebot";"nie";"Mühle"' in content.decode("utf-8-sig")
    assert open_table(tmp_path / "errors.csv").delimiter == ";"


def test_nothing_is_lost_between_records_and_the_error_file() -> None:
    found = table(TEXT)
    good = [item.line for item in read(found, propose(found).mapping) if not isinstance(item, Problem)]
    bad = [int(row["problem_row"]) for row in csv.DictReader(io.StringIO(errors(found)))]
    assert sorted(good + bad) == [2, 3, 4, 5, 6]


@given(st.text(max_size=20))
def test_a_guarded_cell_is_given_back_exactly(cell: str) -> None:
    assert unguard(guard(cell)) == cell
    assert guard(cell)[:1] not in tuple("=+-@\t\r＝＋－＠") or not cell


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.text("=+-@'ab1 ")), min_size=1, max_size=5
    )
)
def test_a_row_survives_the_error_file_and_the_way_back(cells: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    source = csv.writer(out)
    source.writerow(["Opportunity Name", "Next Step", "Stage", "Close Date"])
    source.writerows([f"deal {name}", step, "x", "never"] for name, step in cells)
    found = table(out.getvalue())
    again = table(errors(found))
    assert [row[:4] for row in rows(again)] == rows(found)


def test_a_mended_error_file_of_plain_rows_reads_to_the_same_records() -> None:
    text = "Id,StageName,CloseDate,Name\n1,x,never,-5 degrees\n"
    [deal] = records(table(errors(table(text)).replace('"never"', '"2026-06-30"')))
    assert deal.name == "-5 degrees"
