"""The exports that are known by their headers."""

from collections import Counter

import pytest

from bowout.connectors.tabular import propose
from bowout.connectors.tabular.dialects import ALL, dialect_of
from bowout.connectors.tabular.dialects.dialect import Dialect
from bowout.connectors.tabular.fields import FIELDS, REQUIRED
from bowout.connectors.tabular.header import fold
from tests.connectors.tables import records, table

HEADERS = {
    "Salesforce report of opportunities": (
        "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Age,Close Date,"
        "Created Date,Next Step,Lead Source,Type"
    ),
    "Salesforce opportunities (Data Loader)": "Id,IsDeleted,AccountId,Name,StageName,Amount,CloseDate,OwnerId",
    "Salesforce stage history (OpportunityHistory)": "Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate",
    "Salesforce contact roles (OpportunityContactRole)": "Id,OpportunityId,ContactId,Role,IsPrimary",
    "Salesforce accounts (Data Loader)": "Id,Name,BillingCity,BillingCountry,Industry,Website,Phone",
    "Salesforce contacts (Data Loader)": "Id,AccountId,LastName,FirstName,Email,Title",
    "Salesforce users (Data Loader)": "Id,Username,Name,Email,IsActive",
    "Salesforce report of contacts": "First Name,Last Name,Title,Account Name,Email,Phone",
    "Salesforce report of accounts": "Account Owner,Account Name,Billing City,Industry,Last Activity",
    "Salesforce report of stage history": "Opportunity Name,Opportunity ID,From Stage,To Stage,Last Modified,Amount",
    "HubSpot deals": (
        "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company,"
        "Associated Company IDs,Associated Contact"
    ),
    "HubSpot contacts": "Record ID,First Name,Last Name,Email,Phone Number,Associated Company,Lead Status",
    "HubSpot companies": "Record ID,Company name,Company owner,City,Country/Region,Industry",
    "Pipedrive deals": (
        "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Contact person,"
        "Deal - Stage,Deal - Status,Deal - Owner,Deal - Expected close date,Deal - Deal created,Person - Email - Work"
    ),
    "Pipedrive people": "Person - ID,Person - Name,Person - Email - Work,Person - Phone - Work,Person - Organization",
    "Pipedrive organizations": "Organization - ID,Organization - Name,Organization - Owner",
    "Zoho CRM deals": "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name,Stage",
    "Zoho CRM contacts": "Record Id,Contact Owner.id,First Name,Last Name,Account Name.id,Account Name,Email,Phone",
    "Zoho CRM accounts": "Record Id,Account Owner,Account Name,Phone,Website,Billing Country",
    "Dynamics 365 opportunities": (
        "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,"
        "Est. Close Date,Est. Revenue,Owner,Status"
    ),
    "Dynamics 365 contacts": "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,Full Name,Email,Company Name",
    "Dynamics 365 accounts": "(Do Not Modify) Account,(Do Not Modify) Row Checksum,Account Name,Main Phone",
}
ASIDE = {
    "Salesforce leads": "Id,LastName,FirstName,Company,Status,IsConverted,Email",
    "Salesforce report of leads": "Lead Owner,First Name,Last Name,Company / Account,Lead Status,Email",
    "Salesforce field history (OpportunityFieldHistory)": "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate",
    "Salesforce products on opportunities (OpportunityLineItem)": "Id,OpportunityId,PricebookEntryId,UnitPrice",
    "Salesforce tasks and events": "Id,Subject,WhoId,WhatId,ActivityDate",
    "Salesforce report of field history": "Opportunity Name,Edited By,Field / Event,Old Value,New Value,Edit Date",
    "Pipedrive leads": "Lead - ID,Lead - Title,Lead - Owner,Person - Name",
    "Pipedrive activities": "Activity - Subject,Activity - Type,Deal - Title",
    "Zoho CRM leads": "Record Id,Lead Owner,Last Name,Company,Email",
    "Dynamics 365 leads": "(Do Not Modify) Lead,(Do Not Modify) Row Checksum,Topic,Company Name",
    "Dynamics 365, another table": "(Do Not Modify) Product,(Do Not Modify) Row Checksum,Product ID",
}


def test_every_dialect_has_a_header_to_try() -> None:
    assert {dialect.title for dialect in ALL} == HEADERS.keys() | ASIDE.keys()


@pytest.mark.parametrize(("title", "header"), (HEADERS | ASIDE).items())
def test_an_export_is_known_by_its_headers_in_any_order_and_case(title: str, header: str) -> None:
    names = header.split(",")
    for variant in (names, names[::-1], [name.upper() for name in names], [f" {name} " for name in names]):
        dialect = dialect_of(tuple(variant))
        assert dialect is not None
        assert dialect.title == title


@pytest.mark.parametrize("title", HEADERS)
def test_a_known_export_can_be_read_as_it_comes(title: str) -> None:
    found = propose(table(HEADERS[title] + "\n" + "x," * HEADERS[title].count(",") + "y\n"))
    mapped = found.mapping.columns.keys()
    assert found.recognised
    assert all(mapped & set(group) for group in REQUIRED[found.mapping.kind])


@pytest.mark.parametrize("title", ASIDE)
def test_what_is_not_used_is_set_aside_with_a_reason(title: str) -> None:
    found = propose(table(ASIDE[title] + "\n" + "x," * ASIDE[title].count(",") + "y\n"))
    assert found.aside.endswith(".")


@pytest.mark.parametrize("dialect", ALL, ids=lambda dialect: dialect.title)
def test_a_dialect_names_only_fields_there_are_and_no_header_twice(dialect: Dialect) -> None:
    assert dialect.fields.keys() <= FIELDS[dialect.kind].keys()
    for names in dialect.fields.values():
        assert max(Counter(map(fold, names)).values()) == 1


@pytest.mark.parametrize(
    "header",
    [
        "Opportunity-Name;Accountname;Phase;Schlusstermin;Betrag;Opportunity-Inhaber;Erstelldatum;x",
        (
            "Nom de l'opportunité;Nom du compte;Étape;Date de clôture;Montant;Propriétaire de l'opportunité;"
            "Date de création;x"
        ),
        (
            "Nom de l’opportunité;Nom du compte;Étape;Date de clôture;Montant;Propriétaire de l’opportunité;"
            "Date de création;x"
        ),
    ],
)
def test_a_salesforce_report_is_known_in_german_and_french(header: str) -> None:
    [deal] = records(table(f"{header}\nPumpen;Acme;Prospecting;23.06.2026;1.234,50 €;Alice;01.02.2026;rufen\n"))
    assert (deal.name, deal.account_name, deal.stage) == ("Pumpen", "Acme", "Prospecting")
    assert (str(deal.close_date), str(deal.amount), deal.currency) == ("2026-06-23", "1234.50", "EUR")
    assert (deal.owner_name, str(deal.created_on)) == ("Alice", "2026-02-01")


def test_a_pipedrive_deal_closes_when_it_was_won_or_else_when_it_is_expected() -> None:
    header = (
        "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Won time,"
        "Deal - Expected close date"
    )
    won, still = records(
        table(
            f"{header}\n7,Pumps,1250,EUR,Won,2026-02-23 09:00:00,2026-06-30\n8,Valves,1.234,USD,Open,,2026-06-30\n",
        )
    )
    assert (str(won.close_date), won.status, won.currency) == ("2026-02-23", "won", "EUR")
    assert (str(still.close_date), still.status, str(still.amount)) == ("2026-06-30", "open", "1.234")


def test_hubspot_lists_of_ids_people_and_shares_are_taken_apart() -> None:
    [deal] = records(
        table(
            "Record ID,Deal Name,Deal Stage,Deal probability,Associated Company IDs,Associated Contact,"
            "Associated Contact IDs\n"
            "9,Pumps,Contract sent (Sales),0.9,9001;9002,"
            '"Iris Holloway (Iris@example.com);Tom (tom@example.com)",81;82\n'
        )
    )
    assert (deal.external_id, deal.account_external_id, deal.probability) == ("9", "9001", 90)
    assert deal.contact_names == ("Iris Holloway", "Tom")
    assert deal.contact_emails == ("iris@example.com", "tom@example.com")
    assert deal.contact_external_ids == ("81", "82")


def test_zoho_ids_are_those_of_its_api() -> None:
    [deal] = records(
        table(
            "Record Id,Deal Name,Closing Date,Stage,Account Name.id,Account Name,Probability (%)\n"
            "zcrm_71,Pumps,2026-06-30,Closed-Lost to Competition,zcrm_5,Acme,0\n"
        )
    )
    assert (deal.external_id, deal.account_external_id, deal.status) == ("71", "5", "lost")
