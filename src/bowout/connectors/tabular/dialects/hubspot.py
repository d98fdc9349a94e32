"""HubSpot: "Export view" of deals, companies and contacts, by the labels of the default properties.

Labels: knowledge.hubspot.com, "Export your records" and "HubSpot's default deal properties".
"""

from bowout.connectors.tabular.dialects.dialect import Dialect

ID = ("Record ID", "Record ID - Contact", "Deal ID")
COMPANY_IDS = ("Associated Company IDs (Primary)", "Associated Company IDs", "Primary Associated Company ID")
COMPANY = ("Associated Company (Primary)", "Associated Company", "Primary Company", "Associated Company Name")

DEALS = Dialect(
    system="hubspot",
    title="HubSpot deals",
    signature=(("Deal Name", "Dealname"), ("Deal Stage", "Pipeline", "Deal owner"), (*ID, "Close Date", *COMPANY)),
    fields={
        "external_id": ("Record ID", "Deal ID"),
        "name": ("Deal Name", "Dealname"),
        "account_external_id": COMPANY_IDS,
        "account_name": COMPANY,
        "owner_name": ("Deal owner",),
        "stage": ("Deal Stage",),
        "is_won": ("Is Closed Won",),
        "is_lost": ("Is closed lost",),
        "is_closed": ("Is Deal Closed?", "Is Closed"),
        "amount": ("Amount",),
        "currency": ("Currency", "Deal currency code"),
        "close_date": ("Close Date",),
        "created_on": ("Create Date",),
        "probability_fraction": ("Deal probability",),
        "next_step": ("Next step",),
        "description": ("Deal Description",),
        "contact_names": ("Associated Contact", "Associated Contacts"),
        "contact_external_ids": ("Associated Contact IDs",),
    },
)

CONTACTS = Dialect(
    system="hubspot",
    title="HubSpot contacts",
    kind="contact",
    signature=(
        ("Record ID", "Record ID - Contact"),
        ("Email",),
        ("First Name", "Last Name"),
        (*COMPANY, *COMPANY_IDS, "Lifecycle Stage", "Lead Status", "Phone Number", "Company Name", "Job Title",
         "Marketing contact status", "Contact owner"),
    ),
    fields={
        "external_id": ("Record ID", "Record ID - Contact"),
        "first_name": ("First Name",),
        "last_name": ("Last Name",),
        "title": ("Job Title",),
        "email": ("Email",),
        "phone": ("Phone Number",),
        "mobile": ("Mobile Phone Number",),
        "account_external_id": COMPANY_IDS,
        "account_name": (*COMPANY, "Company Name"),
    },
)  # fmt: skip

COMPANIES = Dialect(
    system="hubspot",
    title="HubSpot companies",
    kind="account",
    signature=(
        ("Record ID", "Company ID"),
        ("Company name", "Name"),
        ("Company Domain Name", "Website URL", "Company owner", "Lifecycle Stage", "Industry", "Domain"),
    ),
    fields={
        "external_id": ("Record ID", "Company ID"),
        "name": ("Company name", "Name"),
        "country": ("Country/Region", "Country"),
        "state": ("State/Region",),
        "city": ("City",),
        "phone": ("Phone Number",),
        "website": ("Website URL", "Company Domain Name", "Domain"),
        "industry": ("Industry",),
        "owner_name": ("Company owner",),
    },
)

DIALECTS = (DEALS, CONTACTS, COMPANIES)
