"""Rows become records in our words; what cannot be read comes back with its row."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from bowout.connectors.tabular import (
    ContactRecord,
    DealContactRecord,
    Mapping,
    StageRecord,
    Unreadable,
    UserRecord,
    propose,
    read,
)
from tests.connectors.tables import problems, records, split, table

SALESFORCE = "Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,CreatedDate\n"
ANY = Mapping(columns={"name": ("Deal",), "amount": ("Worth",), "close_date": ("When",), "stage": ("Stage",)})


def test_it_works() -> None:
    [deal] = records(
        table(SALESFORCE + "006x,001x,Pumps,Proposal,1250.5,2026-06-30,FALSE,FALSE,2026-02-23T20:55:00.000Z\n")
    )
    assert (deal.line, deal.external_id, deal.account_external_id, deal.name) == (2, "006x", "001x", "Pumps")
    assert (deal.stage, deal.status, str(deal.amount)) == ("Proposal", "open", "1250.5")
    assert (deal.close_date, deal.created_on) == (date(2026, 6, 30), date(2026, 2, 23))


@pytest.mark.parametrize(
    ("stage", "closed", "won", "status"),
    [
        ("Signed", "TRUE", "TRUE", "won"),
        ("Closed Won", "FALSE", "FALSE", "open"),
        ("Gone", "TRUE", "FALSE", "lost"),
        ("Closed Won", "", "", "won"),
        ("Talking", "", "", "open"),
    ],
)
def test_the_flags_of_the_crm_come_before_the_words_of_the_stage(
    stage: str, closed: str, won: str, status: str
) -> None:
    [deal] = records(table(SALESFORCE + f"006x,,Pumps,{stage},,2026-06-30,{closed},{won},\n"))
    assert deal.status == status


def test_a_closed_deal_that_nobody_calls_won_or_lost_is_not_guessed() -> None:
    text = "Opportunity Name,Stage,Closed\nPumps,Signed,1\nValves,Closed Won,1\nSeals,Talks,0\n"
    good, bad = split(table(text))
    assert [(p.line, p.field, p.value) for p in bad] == [(2, "Stage", "Signed")]
    assert [deal.status for deal in good] == ["won", "open"]  # type: ignore[union-attr]
    mapping = propose(table(text)).mapping
    taught = msgspec.structs.replace(mapping, stages={"Signed": "won"})
    assert [deal.status for deal in records(table(text), taught)] == ["won", "won", "open"]


def test_what_a_person_says_of_a_stage_comes_first() -> None:
    mapping = Mapping(columns=ANY.columns, stages={"Handover": "won"})
    [deal] = records(table("Deal,Worth,When,Stage\nPumps,5,2026-06-30,Handover\n"), mapping)
    assert deal.status == "won"


def test_a_bad_optional_field_costs_the_row_and_says_what_is_wrong() -> None:
    good, bad = split(table("Deal,Worth,When,Stage\nPumps,lots,2026-06-30,x\nValves,7,2026-06-31,x\nSeals,7,,x\n"), ANY)
    assert [record.name for record in good] == ["Seals"]  # type: ignore[union-attr]
    assert [(p.line, p.field, p.value) for p in bad] == [(2, "Worth", "lots"), (3, "When", "2026-06-31")]
    assert bad[0].cells == ("Pumps", "lots", "2026-06-30", "x")
    assert all(p.file == "deals.csv" and p.says and p.mend for p in bad)
    assert str(bad[0]).startswith("deals.csv, line 2, Worth: “lots” is not an amount.")


def test_every_fault_of_a_row_is_named() -> None:
    assert [p.field for p in problems(table("Deal,Worth,When,Stage\nPumps,lots,never,x\n"), ANY)] == ["Worth", "When"]


def test_a_broken_row_is_a_problem_with_its_field() -> None:
    [problem] = problems(table('Deal,Worth,When,Stage\nPumps,5,2026-06-30,x\nValves,"6,2026-06-30,x\n'), ANY)
    assert (problem.line, problem.field) == (3, "Worth")


def test_a_deal_needs_a_name_or_an_id() -> None:
    mapping = Mapping(columns={"external_id": ("Id",), "name": ("Deal",), "stage": ("Stage",)})
    good, bad = split(table("Id,Deal,Stage\n7,,x\n,Pumps,x\n,,x\n"), mapping)
    assert len(good) == 2
    assert [(p.line, p.says) for p in bad] == [(4, "The row has no name of the deal or id in the crm.")]


def test_a_mapping_without_what_is_required_is_refused_at_once() -> None:
    with pytest.raises(Unreadable, match="No column is mapped to: Name of the deal or Id in the CRM"):
        read(table("Deal,Stage\nPumps,x\n"), Mapping(columns={"stage": ("Stage",)}))


@pytest.mark.parametrize("nothing", ["", " ", "-", "n/a", "NULL", "–"])
def test_what_stands_for_nothing_is_nothing(nothing: str) -> None:
    [deal] = records(table(f"Deal,Worth,When,Stage\nPumps,{nothing},{nothing},x\n"), ANY)
    assert (deal.amount, deal.close_date) == (None, None)


def test_the_currency_is_that_of_the_amount_else_of_its_column_else_of_the_file() -> None:
    mapping = Mapping(columns={"name": ("Deal",), "amount": ("Worth",), "currency": ("Cur",)}, currency="CHF")
    found = records(table("Deal;Worth;Cur\nA;5 €;\nB;5;GBP\nC;5;\nD;;\n"), mapping)
    assert [deal.currency for deal in found] == ["EUR", "GBP", "CHF", ""]


def test_of_several_columns_the_first_with_a_value_counts() -> None:
    mapping = Mapping(columns={"name": ("Deal",), "close_date": ("Closed", "Expected")})
    found = records(table("Deal,Expected,Closed\nA,2026-06-30,2026-02-01\nB,2026-06-30,\n"), mapping)
    assert [deal.close_date for deal in found] == [date(2026, 2, 1), date(2026, 6, 30)]


def test_rows_deleted_in_the_crm_are_left_out() -> None:
    found = records(table("Id,IsDeleted,Name,StageName,CloseDate\n1,TRUE,Old,x,2026-06-30\n2,FALSE,New,x,2026-06-30\n"))
    assert [deal.name for deal in found] == ["New"]


def test_an_instant_falls_on_the_day_it_has_in_the_zone_of_the_team() -> None:
    text = "Id,Name,StageName,CloseDate,CreatedDate\n1,A,x,2026-06-30,2026-02-23T23:30:00Z\n"
    columns: dict[str, tuple[str, ...]] = {"external_id": ("Id",), "created_on": ("CreatedDate",)}
    [deal] = records(table(text), Mapping(columns=columns, zone="Europe/Zurich"))
    assert deal.created_on == date(2026, 2, 24)


def test_stage_history_is_aware_of_the_zone() -> None:
    text = "Id,OpportunityId,StageName,CreatedDate,Amount,CloseDate\n1,006x,Proposal,02/23/26 08:55 PM,5,03/31/26\n"
    columns: dict[str, tuple[str, ...]] = {
        "deal_external_id": ("OpportunityId",),
        "stage": ("StageName",),
        "at": ("CreatedDate",),
    }
    [step] = records(table(text), Mapping(kind="stage", columns=columns, zone="America/New_York"))
    assert isinstance(step, StageRecord)
    assert step.at == datetime(2026, 2, 24, 1, 55, tzinfo=UTC)


def test_a_contact_gets_its_full_name_and_one_address() -> None:
    [contact] = records(
        table('Id,AccountId,LastName,FirstName,Email\n1,001x,Holloway,Iris,"Iris@Example.com; x@y.z"\n')
    )
    assert isinstance(contact, ContactRecord)
    assert (contact.name, contact.email) == ("Iris Holloway", "iris@example.com")


def test_an_address_without_an_at_is_a_problem() -> None:
    [problem] = problems(table("Id,AccountId,LastName,FirstName,Email\n1,001x,Holloway,Iris,iris.example.com\n"))
    assert (problem.field, "no email address" in problem.says) == ("Email", True)


def test_contact_roles_and_users_are_read() -> None:
    [role] = records(table("Id,OpportunityId,ContactId,Role,IsPrimary\n1,006x,003x,Decision Maker,TRUE\n"))
    [user] = records(table("Id,Username,Name,Email,IsActive\n005x,a@x.y,Alice,alice@x.y,FALSE\n"))
    assert role == DealContactRecord(
        line=2,
        external_id="1",
        deal_external_id="006x",
        contact_external_id="003x",
        role="Decision Maker",
        primary=True,
    )
    assert user == UserRecord(line=2, external_id="005x", name="Alice", email="alice@x.y", active=False)


def test_a_column_that_is_gone_from_the_file_is_not_missed() -> None:
    mapping = Mapping(columns={"name": ("Deal",), "amount": ("Worth", "Value")})
    assert records(table("Deal,Value\nA,5\n"), mapping)[0].amount == 5
