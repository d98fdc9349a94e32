"""Pipedrive: list view and data export, where each header says the record and the field.

Headers: support.pipedrive.com, "Exporting data from Pipedrive" and the sample import spreadsheet's field list.
"""

from bowout.connectors.tabular.dialects.dialect import Dialect

ORGANIZATION_ID = ("Deal - Organization ID", "Organization - ID", "Organization - Pipedrive System ID")
ORGANIZATION = ("Deal - Organization", "Organization - Name", "Organization", "Organization name")
PERSON_ID = ("Deal - Contact person ID", "Person - ID", "Person - Pipedrive System ID")
EMAIL = ("Person - Email", "Person - Email - Work", "Person - Email (Work)", "Person - Email - Home",
         "Person - Email (Home)", "Person - Email - Other")  # fmt: skip
PHONE = ("Person - Phone", "Person - Phone - Work", "Person - Phone (Work)", "Person - Phone - Home",
         "Person - Phone - Other")  # fmt: skip

DEALS = Dialect(
    system="pipedrive",
    title="Pipedrive deals",
    signature=(
        ("Deal - Title", "Deal - ID", "Deal - Pipedrive System ID"),
        ("Deal - Title", "Deal - Stage", "Deal - Stage (pipeline)", "Deal - Status", "Deal - Value", "Deal - Owner"),
    ),
    decimal=".",
    fields={
        "external_id": ("Deal - ID", "Deal - Pipedrive System ID"),
        "name": ("Deal - Title",),
        "account_external_id": ORGANIZATION_ID,
        "account_name": ORGANIZATION,
        "owner_name": ("Deal - Owner",),
        "stage": ("Deal - Stage", "Deal - Stage (pipeline)"),
        "status": ("Deal - Status",),
        "amount": ("Deal - Value",),
        "currency": ("Deal - Currency of Value", "Deal - Currency"),
        "close_date": (
            "Deal - Won time",
            "Deal - Lost time",
            "Deal - Deal closed on",
            "Deal - Closed on",
            "Deal - Expected close date",
        ),
        "created_on": ("Deal - Deal created", "Deal - Creation date", "Deal - Created"),
        "probability": ("Deal - Probability",),
        "contact_names": ("Deal - Contact person", "Person - Name", "Contact person"),
        "contact_emails": EMAIL,
        "contact_external_ids": PERSON_ID,
    },
)

LEADS = Dialect(
    system="pipedrive",
    title="Pipedrive leads",
    signature=(("Lead - Title", "Lead - ID", "Lead - Owner"),),
    aside="Leads are not deals yet. Import them once they have become deals.",
)

ACTIVITIES = Dialect(
    system="pipedrive",
    title="Pipedrive activities",
    signature=(("Activity - Subject", "Activity - ID", "Activity - Type"),),
    aside="Activities are not used.",
)

PEOPLE = Dialect(
    system="pipedrive",
    title="Pipedrive people",
    kind="contact",
    signature=(
        ("Person - Name", "Person - Last name", "Person - ID"),
        (*EMAIL, *PHONE, "Person - Owner", "Person - Organization"),
    ),
    fields={
        "external_id": ("Person - ID", "Person - Pipedrive System ID"),
        "first_name": ("Person - First name",),
        "last_name": ("Person - Last name",),
        "name": ("Person - Name",),
        "title": ("Person - Job title", "Person - Position"),
        "email": EMAIL,
        "phone": PHONE,
        "mobile": ("Person - Phone - Mobile", "Person - Phone (Mobile)"),
        "account_external_id": ("Person - Organization ID", "Organization - ID"),
        "account_name": ("Person - Organization", "Organization - Name", "Organization name"),
    },
)

ORGANIZATIONS = Dialect(
    system="pipedrive",
    title="Pipedrive organizations",
    kind="account",
    signature=(("Organization - Name", "Organization - ID"), ("Organization - Name",)),
    fields={
        "external_id": ("Organization - ID", "Organization - Pipedrive System ID"),
        "name": ("Organization - Name",),
        "country": ("Organization - Country of Address", "Organization - Address - Country of Address"),
        "state": ("Organization - State/county of Address", "Organization - Address - State/county of Address"),
        "city": (
            "Organization - City/town/village/locality of Address",
            "Organization - Address - City/town/village/locality of Address",
        ),
        "phone": ("Organization - Phone",),
        "website": ("Organization - Website",),
        "industry": ("Organization - Industry",),
        "owner_name": ("Organization - Owner",),
    },
)

DIALECTS = (LEADS, ACTIVITIES, DEALS, PEOPLE, ORGANIZATIONS)
