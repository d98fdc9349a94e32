"""Dynamics 365 Sales: "Export to Excel" of a view, with or without the three hidden (Do Not Modify) columns.

Labels: learn.microsoft.com, "Opportunity table reference" (display names) and "Export data to Excel".
"""

from bowout.connectors.tabular.dialects.dialect import Dialect

DEAL_ID = ("(Do Not Modify) Opportunity",)
TOPIC = ("Topic", "Opportunity Name")
CUSTOMER = ("Potential Customer", "Account", "Company", "Customer", "Account Name")
CLOSE = ("Est. Close Date", "Estimated Close Date")
REVENUE = ("Est. Revenue", "Estimated Revenue")

DEALS = Dialect(
    system="dynamics",
    title="Dynamics 365 opportunities",
    signature=((*DEAL_ID, "Topic"), (*DEAL_ID, *CUSTOMER), (*DEAL_ID, *CLOSE, *REVENUE)),
    fields={
        "external_id": (*DEAL_ID, "Opportunity"),
        "name": TOPIC,
        "account_name": CUSTOMER,
        "owner_name": ("Owner", "Record Owner"),
        "stage": ("Sales Stage", "Pipeline Phase", "Status Reason", "Status"),
        "status": ("Status",),
        "amount": (*REVENUE, "Actual Revenue"),
        "currency": ("Currency",),
        "close_date": ("Actual Close Date", *CLOSE, "Close Date"),
        "created_on": ("Created On",),
        "probability": ("Probability", "Close Probability"),
        "next_step": ("Next Step",),
        "description": ("Description",),
        "contact_names": ("Contact", "Primary Contact"),
        "contact_emails": ("Email", "Email Address"),
    },
)

LEADS = Dialect(
    system="dynamics",
    title="Dynamics 365 leads",
    signature=(("(Do Not Modify) Lead",),),
    aside="Leads are not deals yet. Import them once they have become opportunities.",
)

CONTACTS = Dialect(
    system="dynamics",
    title="Dynamics 365 contacts",
    kind="contact",
    signature=(("(Do Not Modify) Contact",),),
    fields={
        "external_id": ("(Do Not Modify) Contact",),
        "first_name": ("First Name",),
        "last_name": ("Last Name",),
        "name": ("Full Name",),
        "title": ("Job Title",),
        "email": ("Email", "Email Address 1"),
        "phone": ("Business Phone", "Main Phone"),
        "mobile": ("Mobile Phone",),
        "account_name": ("Company Name", "Account", "Account Name"),
    },
)

ACCOUNTS = Dialect(
    system="dynamics",
    title="Dynamics 365 accounts",
    kind="account",
    signature=(("(Do Not Modify) Account",), ("Account Name", "Name", "Company Name")),
    fields={
        "external_id": ("(Do Not Modify) Account",),
        "name": ("Account Name", "Name", "Company Name"),
        "country": ("Address 1: Country/Region", "Country/Region", "Country"),
        "state": ("Address 1: State/Province", "State/Province"),
        "city": ("Address 1: City", "City"),
        "phone": ("Main Phone", "Business Phone"),
        "website": ("Website",),
        "industry": ("Industry",),
        "owner_name": ("Owner",),
    },
)

OTHERS = Dialect(
    system="dynamics",
    title="Dynamics 365, another table",
    signature=(("(Do Not Modify) Row Checksum",),),
    aside="Only opportunities, accounts and contacts are used.",
)

DIALECTS = (DEALS, LEADS, CONTACTS, ACCOUNTS, OTHERS)
