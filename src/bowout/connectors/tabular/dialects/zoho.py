"""Zoho CRM: module exports (Deals, Accounts, Contacts), where ids carry ``zcrm_``.

Headers: help.zoho.com, "Export Data" and "Standard fields in Deals"; lookups come as a pair, ``Account Name.id``.
"""

from bowout.connectors.tabular.dialects.dialect import Dialect

ID = ("Record Id",)
NAME = ("Deal Name", "Potential Name")

DEALS = Dialect(
    system="zoho",
    title="Zoho CRM deals",
    signature=(NAME, ("Closing Date",), ("Stage", "Deal Owner", "Potential Owner", "Account Name", "Amount")),
    fields={
        "external_id": (*ID, "Deal Id"),
        "name": NAME,
        "account_external_id": ("Account Name.id", "Company Name.id"),
        "account_name": ("Account Name", "Company Name"),
        "owner_external_id": ("Deal Owner.id", "Potential Owner.id"),
        "owner_name": ("Deal Owner", "Potential Owner"),
        "stage": ("Stage",),
        "amount": ("Amount",),
        "currency": ("Currency",),
        "close_date": ("Closing Date",),
        "created_on": ("Created Time",),
        "probability": ("Probability (%)", "Probability"),
        "next_step": ("Next Step",),
        "description": ("Description",),
        "contact_names": ("Contact Name",),
        "contact_external_ids": ("Contact Name.id",),
    },
)

LEADS = Dialect(
    system="zoho",
    title="Zoho CRM leads",
    signature=(ID, ("Lead Owner", "Lead Owner.id")),
    aside="Leads are not deals yet. Import them once they have become deals.",
)

CONTACTS = Dialect(
    system="zoho",
    title="Zoho CRM contacts",
    kind="contact",
    signature=(ID, ("Last Name",), ("Account Name", "Account Name.id", "Contact Owner.id", "Vendor Name")),
    fields={
        "external_id": ID,
        "first_name": ("First Name",),
        "last_name": ("Last Name",),
        "name": ("Contact Name", "Full Name"),
        "title": ("Title",),
        "email": ("Email", "Secondary Email"),
        "phone": ("Phone", "Other Phone"),
        "mobile": ("Mobile",),
        "account_external_id": ("Account Name.id",),
        "account_name": ("Account Name",),
    },
)

ACCOUNTS = Dialect(
    system="zoho",
    title="Zoho CRM accounts",
    kind="account",
    signature=(
        ID,
        ("Account Name",),
        ("Account Owner", "Account Owner.id", "Account Type", "Billing City", "Industry"),
    ),
    fields={
        "external_id": ID,
        "name": ("Account Name",),
        "country": ("Billing Country", "Shipping Country"),
        "state": ("Billing State", "Shipping State"),
        "city": ("Billing City", "Shipping City"),
        "phone": ("Phone",),
        "website": ("Website",),
        "industry": ("Industry",),
        "owner_name": ("Account Owner",),
    },
)

DIALECTS = (DEALS, LEADS, CONTACTS, ACCOUNTS)
