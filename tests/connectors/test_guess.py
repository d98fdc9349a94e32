"""Files nobody knows: a proposal for a person to confirm."""

from pathlib import Path

import pytest

from bowout.connectors.tabular import from_json, guess, open_table, propose, to_json
from tests.connectors.tables import both, records, table


@pytest.mark.parametrize("path", both("maven", "sales_pipeline.csv"))
def test_an_unknown_pipeline_is_guessed_column_by_column(path: Path) -> None:
    found = propose(open_table(path))
    wanted = {
        "external_id": "opportunity_id",
        "owner_name": "sales_agent",
        "account_name": "account",
        "stage": "deal_stage",
        "created_on": "engage_date",
        "close_date": "close_date",
        "amount": "close_value",
    }
    assert not found.recognised
    assert found.mapping.kind == "deal"
    assert {field: found.mapping.columns[field] for field in wanted} == {k: (v,) for k, v in wanted.items()}
    assert min(found.confidence[field] for field in wanted) > 0.85


@pytest.mark.parametrize("path", both("maven", "accounts.csv"))
def test_unknown_accounts_are_guessed_as_accounts(path: Path) -> None:
    found = propose(open_table(path))
    assert found.mapping.kind == "account"
    assert found.mapping.columns == {"name": ("account",), "industry": ("sector",), "country": ("office_location",)}


def test_names_weigh_less_when_the_values_do_not_suit_them() -> None:
    header = ("Deal", "Stage", "Close Date", "Value")
    fits = guess(header, [("Pumps", "Open", "2026-06-30", "1200")])
    odd = guess(header, [("Pumps", "Open", "next summer", "high")])
    assert fits.confidence["close_date"] > 0.8
    assert "close_date" not in odd.confidence
    assert "amount" not in odd.confidence


def test_german_and_french_names_are_understood() -> None:
    german = guess(("Nr", "Projekt", "Kunde", "Phase", "Betrag", "Abschlussdatum", "Verantwortlich"))
    french = guess(("Affaire", "Société", "Étape", "Montant", "Date de clôture", "Commercial"))
    assert german.mapping.columns["amount"] == ("Betrag",)
    assert german.mapping.columns["owner_name"] == ("Verantwortlich",)
    assert french.mapping.columns["account_name"] == ("Société",)
    assert french.mapping.columns["close_date"] == ("Date de clôture",)


def test_camel_case_and_snake_case_are_words() -> None:
    assert guess(("dealName", "closeDate", "deal_amount")).mapping.columns == {
        "name": ("dealName",),
        "close_date": ("closeDate",),
        "amount": ("deal_amount",),
    }


def test_one_column_serves_one_field() -> None:
    found = guess(("Name", "Amount", "Status"))
    used = [name for names in found.mapping.columns.values() for name in names]
    assert len(used) == len(set(used))


def test_a_table_of_people_is_one_of_contacts() -> None:
    found = guess(("First Name", "Last Name", "E-Mail", "Company", "Job Title"))
    assert found.mapping.kind == "contact"
    assert found.mapping.columns["email"] == ("E-Mail",)


def test_a_mapping_is_saved_as_plain_json_and_read_again() -> None:
    found = table("deal;worth;when\nPumps;1.234,50;23/06/2026\n")
    mapping = propose(found).mapping.answered({"columns.name": "deal", "columns.amount": "worth", "currency": "EUR"})
    saved = to_json(mapping)
    assert b'"worth"' in saved
    again = from_json(saved)
    assert again == mapping
    [deal] = records(found, again)
    assert (deal.name, str(deal.amount), deal.currency) == ("Pumps", "1234.50", "EUR")
