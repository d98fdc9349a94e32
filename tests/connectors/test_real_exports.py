"""Real files, and our own in the same form."""

import tracemalloc
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bowout.connectors.tabular import open_table, preview, propose, read
from tests.connectors.tables import OWN, UNKNOWN, needs, real, records

OPPORTUNITIES = "Opportunity.csv"


@pytest.mark.parametrize("name", sorted(path.name for path in OWN.glob("*.csv")))
def test_our_own_export_is_known_and_read_without_a_question(name: str) -> None:
    shown = preview(open_table(OWN / name))
    assert shown.proposal.recognised
    assert shown.questions == ()
    assert bool(shown.proposal.aside) == (name == "Lead.csv")


def test_our_own_opportunities_are_read_month_first() -> None:
    deals = records(open_table(OWN / OPPORTUNITIES))
    assert len(deals) == 10
    assert [deal.line for deal in deals[:3]] == [2, 4, 5]
    assert (deals[0].close_date, deals[0].created_on) == (date(2026, 4, 9), date(2025, 11, 23))
    assert deals[0].description == "Two sites first,\nthe rest in spring"
    assert Counter(deal.status for deal in deals) == {"open": 7, "won": 1, "lost": 2}


def test_our_own_history_accounts_and_contacts_fit_together() -> None:
    accounts, contacts, deals, steps = (
        records(open_table(OWN / f"{name}.csv")) for name in ("Account", "Contact", "Opportunity", "OpportunityHistory")
    )
    homes = {account.external_id for account in accounts}
    assert {step.deal_external_id for step in steps} <= {deal.external_id for deal in deals}
    assert {contact.account_external_id for contact in contacts if contact.account_external_id} <= homes


def test_an_unknown_pipeline_is_read_whole_and_its_gaps_are_named() -> None:
    found = open_table(UNKNOWN / "sales_pipeline.csv")
    shown = preview(found)
    deals = records(found)
    assert (len(deals), shown.questions) == (14, ())
    assert Counter(deal.status for deal in deals) == {"won": 5, "lost": 4, "open": 5}
    assert "2 rows with a deal that has no account." in shown.warnings


def test_unknown_outcomes_are_read_with_semicolons() -> None:
    deals = records(open_table(UNKNOWN / "outcomes_semicolons.csv"))
    assert Counter(deal.status for deal in deals) == {"won": 7, "lost": 5}


@needs("salesforce_sample")
def test_the_salesforce_sample_is_read_whole() -> None:
    deals = records(open_table(real("salesforce_sample", "Opportunity.csv")))
    assert len(deals) == 36
    assert deals[0].close_date == date(2024, 2, 3)
    assert deals[0].amount == Decimal(15000)
    assert Counter(deal.status for deal in deals) == {"won": 12, "lost": 8, "open": 16}


@needs("salesforce_sample")
def test_the_stage_history_of_the_salesforce_sample_belongs_to_its_deals() -> None:
    deals = {deal.external_id for deal in records(open_table(real("salesforce_sample", "Opportunity.csv")))}
    steps = records(open_table(real("salesforce_sample", "OpportunityHistory.csv")))
    assert len(steps) == 48
    assert {step.deal_external_id for step in steps} <= deals
    assert steps[0].at == datetime(2026, 2, 23, 20, 55, tzinfo=UTC)


@needs("salesforce_sample")
def test_accounts_and_contacts_of_the_salesforce_sample_fit_together() -> None:
    accounts = {account.external_id for account in records(open_table(real("salesforce_sample", "Account.csv")))}
    contacts = records(open_table(real("salesforce_sample", "Contact.csv")))
    assert (len(accounts), len(contacts)) == (18, 25)
    assert {contact.account_external_id for contact in contacts if contact.account_external_id} <= accounts


@needs("maven")
def test_the_maven_pipeline_is_read_whole_and_its_gaps_are_named() -> None:
    found = open_table(real("maven", "sales_pipeline.csv"))
    shown = preview(found)
    deals = records(found)
    assert (len(deals), shown.questions) == (8800, ())
    assert Counter(deal.status for deal in deals) == {"won": 4238, "lost": 2473, "open": 2089}
    assert "1,425 rows with a deal that has no account." in shown.warnings
    assert len({deal.external_id for deal in deals}) == 8800


@needs("salvirt")
def test_the_salvirt_deals_are_read_with_semicolons_and_their_outcome() -> None:
    deals = records(open_table(real("salvirt", "Salvirt_B2B_ML_dataset_HF.csv")))
    assert Counter(deal.status for deal in deals) == {"won": 227, "lost": 221}


def peak(path: Path, rows: int) -> int:
    """Bytes in use at most while a file of so many rows is read."""
    with path.open("w") as out:
        out.write("Id,StageName,CloseDate,Name,Amount\n")
        out.writelines(f"{n},Proposal,2026-06-{n % 28 + 1:02},Deal {n},{n}\n" for n in range(rows))
    tracemalloc.start()
    try:
        found = open_table(path)
        assert sum(1 for _ in read(found, propose(found).mapping)) == rows
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_long_file_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    peak(tmp_path / "warm.csv", 30_000)  # fills the caches, which are bounded
    assert peak(tmp_path / "long.csv", 60_000) < 1.3 * peak(tmp_path / "short.csv", 30_000)
