"""What the file does not tell is asked, once, with examples; what it tells is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.tabular import Mapping, Problem, Unreadable, preview, read
from tests.connectors.tables import problems, records, split, table

DEAL = Mapping(columns={"name": ("Deal",), "close_date": ("Close",), "created_on": ("Created",), "amount": ("Amount",)})


def asked(text: str, mapping: Mapping = DEAL) -> list[str]:
    return [question.key for question in preview(table(text), mapping).questions]


def test_a_date_order_that_nothing_proves_is_asked_with_examples() -> None:
    [question] = preview(table("Deal,Close\nA,02/03/26\nB,04/05/26\n"), DEAL).questions
    assert question.key == "date_order"
    assert [(option.value, option.says) for option in question.options] == [
        ("dmy", "Day first: 2 March 2026"),
        ("mdy", "Month first: 3 February 2026"),
    ]
    assert question.examples == ("line 2, Close: 02/03/26",)


def test_without_an_answer_no_row_is_guessed() -> None:
    good, bad = split(table("Deal,Close\nA,02/03/26\nB,2026-03-02\nC,03/03/26\n"), DEAL)
    assert [record.line for record in good] == [3, 4]
    assert [(p.line, "day first or month first" in p.says) for p in bad] == [(2, True)]


@pytest.mark.parametrize(("answer", "day"), [("dmy", date(2026, 3, 2)), ("mdy", date(2026, 2, 3))])
def test_the_answer_settles_it(answer: str, day: date) -> None:
    found = table("Deal,Close\nA,02/03/26\n")
    mapping = DEAL.answered({"date_order": answer})
    assert preview(found, mapping).questions == ()
    assert records(found, mapping)[0].close_date == day


def test_one_date_that_can_be_read_one_way_settles_its_column() -> None:
    text = "Deal,Close\nA,02/03/26\nB,02/23/26\n"
    assert asked(text) == []
    assert [deal.close_date for deal in records(table(text), DEAL)] == [date(2026, 2, 3), date(2026, 2, 23)]


def test_a_proof_far_down_the_file_counts_for_its_first_line() -> None:
    found = table("Deal,Close\n" + "A,02/03/26\n" * 5000 + "B,23/02/26\n")
    assert records(found, DEAL)[0].close_date == date(2026, 3, 2)


def test_one_column_settles_another_of_the_same_file() -> None:
    text = "Deal,Close,Changed\nA,02/03/24,02/23/26 08:55 PM\n"
    shown = preview(table(text), DEAL)
    assert shown.questions == ()
    assert "Close is read month first (line 2, Changed: 02/23/26 08:55 PM)." in shown.notes
    assert records(table(text), DEAL)[0].close_date == date(2024, 2, 3)


def test_columns_that_contradict_each_other_are_each_read_as_they_prove() -> None:
    [deal] = records(table("Deal,Close,Created\nA,23/02/26,02/23/26\n"), DEAL)
    assert (deal.close_date, deal.created_on) == (date(2026, 2, 23), date(2026, 2, 23))


def test_a_third_column_between_contradicting_ones_is_asked() -> None:
    assert asked("Deal,Close,Created,Changed\nA,02/03/26,23/02/26,02/23/26\n") == ["date_order"]


def test_a_column_that_contradicts_itself_is_asked_and_what_does_not_fit_comes_back() -> None:
    text = "Deal,Close\nA,02/03/26\nB,02/23/26\nC,23/02/26\n"
    assert asked(text) == ["date_order"]
    mapping = DEAL.answered({"date_order": "mdy"})
    good, bad = split(table(text), mapping)
    assert [record.line for record in good] == [2, 3]
    assert [(p.line, "read month first" in p.says) for p in bad] == [(4, True)]


def test_an_answer_that_the_file_contradicts_is_said_aloud() -> None:
    shown = preview(table("Deal,Close\nA,23/02/26\n"), DEAL.answered({"date_order": "mdy"}))
    assert any("can only be read day first, but the answer was month first" in warning for warning in shown.warnings)


def test_dates_in_columns_nobody_uses_raise_no_question() -> None:
    assert asked("Deal,Amount,Shipped\nA,5,02/03/26\n") == []


def test_two_digit_years_are_explained() -> None:
    assert any("00 to 79" in note for note in preview(table("Deal,Close\nA,23.02.26\n"), DEAL).notes)
    assert not any("00 to 79" in note for note in preview(table("Deal,Close\nA,23.02.2026\n"), DEAL).notes)


@pytest.mark.parametrize("amount", ["1,234", "1.234"])
def test_an_amount_alone_that_can_mean_two_things_is_asked(amount: str) -> None:
    text = f"Deal;Amount\nA;{amount}\n"
    [question] = preview(table(text), DEAL).questions
    assert question.key == "decimal"
    assert [option.value for option in question.options] == [".", ","]
    assert len(problems(table(text), DEAL)) == 1
    by_point, by_comma = (records(table(text), DEAL.answered({"decimal": mark}))[0].amount for mark in ".,")
    assert {str(by_point), str(by_comma)} == {"1234", "1.234"}


@pytest.mark.parametrize(
    ("proof", "value"), [("7,50", 1234), ("7.50", "1.234"), ("1.234.567", 1234), ("€ 9.999", 1234)]
)
def test_the_other_amounts_of_the_column_settle_it(proof: str, value: str) -> None:
    found = records(table(f"Deal;Amount\nA;1.234\nB;{proof}\n"), DEAL)
    assert str(found[0].amount) == str(value)


def test_amounts_that_prove_both_marks_leave_the_doubtful_one_to_be_asked() -> None:
    text = "Deal;Amount\nA;7,50\nB;7.50\nC;1.234\n"
    assert asked(text) == ["decimal"]
    good, bad = split(table(text), DEAL)
    assert [record.line for record in good] == [2, 3]
    assert [p.line for p in bad] == [4]


def test_a_required_field_without_a_column_is_asked_and_the_answer_maps_it() -> None:
    found = table("Topic,Amount\nPumps,5\n")
    mapping = Mapping(columns={"amount": ("Amount",)})
    [question] = preview(found, mapping).questions
    assert (question.key, [option.value for option in question.options]) == ("columns.name", ["Topic", "Amount"])
    answered = mapping.answered({question.key: "Topic"})
    assert preview(found, answered).records[0].name == "Pumps"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "answer", [{"date_order": "sideways"}, {"zone": "Mars/Olympus"}, {"currency": "XXY"}, {"colour": "x"}]
)
def test_an_answer_that_is_none_is_refused(answer: dict[str, str]) -> None:
    with pytest.raises(Unreadable):
        DEAL.answered(answer)


def test_the_preview_shows_first_rows_stages_and_what_to_look_at() -> None:
    mapping = Mapping(
        columns={
            "external_id": ("Id",),
            "name": ("Deal",),
            "account_name": ("Account",),
            "stage": ("Stage",),
            "amount": ("Amount",),
        }
    )
    text = "Id,Deal,Account,Stage,Amount\n1,A,Acme,Won,5\n2,B,,Talking,x\n1,C,Acme,Won,$5\n4,D\n"
    shown = preview(table(text), mapping, 3)
    assert [record.line for record in shown.records] == [2, 4]
    assert [problem.line for problem in shown.problems] == [3]
    assert shown.stages == {"Won": "won", "Talking": "open"}
    assert shown.rows == 4
    assert "1 row with an id that came before (1 in line 4): the last one counts." in shown.warnings
    assert "1 row with a deal that has no account." in shown.warnings
    assert "1 row broken as a row: see the error file." in shown.warnings
    assert any("stands for several currencies" in warning for warning in shown.warnings)


def test_stages_are_shown_as_the_flags_of_the_crm_have_them() -> None:
    text = (
        "Id,Name,StageName,CloseDate,IsClosed,IsWon\n1,A,Signed,2026-06-30,TRUE,TRUE\n2,B,Dead,2026-06-30,TRUE,FALSE\n"
    )
    assert preview(table(text)).stages == {"Signed": "won", "Dead": "lost"}


def test_a_file_that_is_set_aside_shows_why_and_nothing_else() -> None:
    shown = preview(table("Id,LastName,Company,Status\n1,Reyes,Reyes Freight,Open\n"))
    assert (shown.records, shown.questions, shown.rows) == ((), (), 1)
    assert shown.warnings[0].startswith("Leads are not deals yet")


DAYS = st.lists(st.dates(date(2000, 1, 1), date(2040, 12, 31)), min_size=1, max_size=12)


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%m-%d-%y"]))
def test_no_date_is_ever_read_wrong_without_being_asked(days: list[date], form: str) -> None:
    text = "Deal,Close\n" + "".join(f"A,{day.strftime(form)}\n" for day in days)
    for item in read(table(text), DEAL):
        if not isinstance(item, Problem):
            assert item.close_date == days[item.line - 2]  # type: ignore[union-attr]


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_with_the_right_answer_every_date_is_read(days: list[date], form: str) -> None:
    text = "Deal,Close\n" + "".join(f"A,{day.strftime(form)}\n" for day in days)
    mapping = DEAL.answered({"date_order": "dmy" if form.startswith("%d") else "mdy"})
    assert [deal.close_date for deal in records(table(text), mapping)] == days
