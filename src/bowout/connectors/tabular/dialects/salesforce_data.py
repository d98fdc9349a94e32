"""Salesforce Data Loader, Bulk API and data export service: files by API names, such as Opportunity.csv.

Names: developer.salesforce.com, Object Reference (Opportunity, OpportunityHistory, OpportunityContactRole, …).
"""

from bowout.connectors.tabular.dialects.dialect import Dialect

DELETED = ("IsDeleted",)
CURRENCY = ("CurrencyIsoCode",)

DEALS = Dialect(
    system="salesforce",
    title="Salesforce opportunities (Data Loader)",
    signature=(("Id",), ("StageName",), ("CloseDate", "AccountId", "Amount")),
    decimal=".",
    fields={
        "external_id": ("Id",),
        "name": ("Name",),
        "account_external_id": ("AccountId", "Account.Id"),
        "account_name": ("Account.Name",),
        "owner_external_id": ("OwnerId", "Owner.Id"),
        "owner_name": ("Owner.Name",),
        "owner_email": ("Owner.Email",),
        "stage": ("StageName",),
        "is_closed": ("IsClosed",),
        "is_won": ("IsWon",),
        "amount": ("Amount",),
        "currency": CURRENCY,
        "close_date": ("CloseDate",),
        "created_on": ("CreatedDate",),
        "probability": ("Probability",),
        "next_step": ("NextStep",),
        "description": ("Description",),
        "contact_external_ids": ("ContactId",),
        "deleted": DELETED,
    },
)

HISTORY = Dialect(
    system="salesforce",
    title="Salesforce stage history (OpportunityHistory)",
    kind="stage",
    signature=(("OpportunityId",), ("StageName",), ("CreatedDate",)),
    decimal=".",
    fields={
        "external_id": ("Id",),
        "deal_external_id": ("OpportunityId",),
        "at": ("CreatedDate",),
        "stage": ("StageName",),
        "amount": ("Amount",),
        "currency": CURRENCY,
        "close_date": ("CloseDate",),
        "probability": ("Probability",),
        "deleted": DELETED,
    },
)

ROLES = Dialect(
    system="salesforce",
    title="Salesforce contact roles (OpportunityContactRole)",
    kind="deal-contact",
    signature=(("OpportunityId",), ("ContactId",)),
    fields={
        "external_id": ("Id",),
        "deal_external_id": ("OpportunityId",),
        "contact_external_id": ("ContactId",),
        "role": ("Role",),
        "primary": ("IsPrimary",),
        "deleted": DELETED,
    },
)

LEADS = Dialect(
    system="salesforce",
    title="Salesforce leads",
    signature=(("Id",), ("LastName",), ("Company",), ("Status", "IsConverted")),
    aside="Leads are not deals yet. Import them once they have become opportunities.",
)

CONTACTS = Dialect(
    system="salesforce",
    title="Salesforce contacts (Data Loader)",
    kind="contact",
    signature=(("Id",), ("LastName",), ("AccountId", "Email", "MailingCity")),
    fields={
        "external_id": ("Id",),
        "first_name": ("FirstName",),
        "last_name": ("LastName",),
        "name": ("Name",),
        "title": ("Title",),
        "email": ("Email",),
        "phone": ("Phone",),
        "mobile": ("MobilePhone",),
        "account_external_id": ("AccountId", "Account.Id"),
        "account_name": ("Account.Name",),
        "deleted": DELETED,
    },
)

USERS = Dialect(
    system="salesforce",
    title="Salesforce users (Data Loader)",
    kind="user",
    signature=(("Id",), ("Username", "ProfileId", "UserRoleId", "IsActive"), ("Email", "Name", "LastName")),
    fields={
        "external_id": ("Id",),
        "name": ("Name",),
        "email": ("Email", "Username"),
        "active": ("IsActive",),
    },
)

ACCOUNTS = Dialect(
    system="salesforce",
    title="Salesforce accounts (Data Loader)",
    kind="account",
    signature=(
        ("Id",),
        ("Name",),
        (
            "BillingCity",
            "BillingCountry",
            "BillingState",
            "BillingStreet",
            "AnnualRevenue",
            "NumberOfEmployees",
            "ParentId",
        ),
    ),
    fields={
        "external_id": ("Id",),
        "name": ("Name",),
        "country": ("BillingCountry", "BillingCountryCode", "ShippingCountry"),
        "state": ("BillingState", "BillingStateCode", "ShippingState"),
        "city": ("BillingCity", "ShippingCity"),
        "phone": ("Phone",),
        "website": ("Website",),
        "industry": ("Industry",),
        "owner_name": ("Owner.Name",),
        "deleted": DELETED,
    },
)

CHANGES = Dialect(
    system="salesforce",
    title="Salesforce field history (OpportunityFieldHistory)",
    signature=(("OpportunityId",), ("Field",), ("OldValue", "NewValue")),
    aside="Single field changes are not used. For the stages, export OpportunityHistory.",
)

PRODUCTS = Dialect(
    system="salesforce",
    title="Salesforce products on opportunities (OpportunityLineItem)",
    signature=(("OpportunityId",), ("PricebookEntryId", "Product2Id", "UnitPrice")),
    aside="Products on a deal are not used: its amount is.",
)

ACTIVITIES = Dialect(
    system="salesforce",
    title="Salesforce tasks and events",
    signature=(("Id",), ("Subject",), ("WhoId", "WhatId")),
    aside="Tasks and events are not used.",
)

DIALECTS = (CHANGES, PRODUCTS, ACTIVITIES, HISTORY, ROLES, DEALS, LEADS, CONTACTS, USERS, ACCOUNTS)
