"""The fields a column can be mapped to, and how each is read. One table; parsing, guessing and asking use it."""

from typing import Literal, NamedTuple

from bowout.connectors.tabular.records import Kind

Reading = Literal[
    "text", "id", "money", "date", "time", "percent", "fraction", "flag", "status", "currency", "email", "many"
]
"""``time`` is a date-time made aware; ``many`` holds several texts in one cell."""


class Field(NamedTuple):
    """One field of a kind of record."""

    says: str
    """What people read beside the column."""
    reading: Reading = "text"


_ID = Field("Id in the CRM", "id")
_NAME = Field("Name")
_ACCOUNT = {"account_external_id": Field("Id of the account", "id"), "account_name": Field("Account")}
_SUM = {
    "amount": Field("Amount", "money"),
    "currency": Field("Currency", "currency"),
    "close_date": Field("Close date", "date"),
    "probability": Field("Probability in percent", "percent"),
    "probability_fraction": Field("Probability from 0 to 1", "fraction"),
}
_DELETED = {"deleted": Field("Deleted in the CRM", "flag")}

FIELDS: dict[Kind, dict[str, Field]] = {
    "deal": {
        "external_id": _ID,
        "name": Field("Name of the deal"),
        **_ACCOUNT,
        "owner_external_id": Field("Id of the owner", "id"),
        "owner_name": Field("Owner"),
        "owner_email": Field("Owner's email", "email"),
        "stage": Field("Stage"),
        "status": Field("Open, won or lost", "status"),
        "is_closed": Field("Closed: yes or no", "flag"),
        "is_won": Field("Won: yes or no", "flag"),
        "is_lost": Field("Lost: yes or no", "flag"),
        **_SUM,
        "created_on": Field("Created on", "date"),
        "next_step": Field("Next step"),
        "description": Field("Description"),
        "contact_names": Field("Contacts", "many"),
        "contact_emails": Field("Contacts' emails", "many"),
        "contact_external_ids": Field("Ids of the contacts", "many"),
        **_DELETED,
    },
    "account": {
        "external_id": _ID,
        "name": Field("Name of the account"),
        "country": Field("Country"),
        "state": Field("State or region"),
        "city": Field("City"),
        "phone": Field("Phone"),
        "website": Field("Website"),
        "industry": Field("Industry"),
        "owner_name": Field("Owner"),
        **_DELETED,
    },
    "contact": {
        "external_id": _ID,
        "first_name": Field("First name"),
        "last_name": Field("Last name"),
        "name": Field("Full name"),
        "title": Field("Job title"),
        "email": Field("Email", "email"),
        "phone": Field("Phone"),
        "mobile": Field("Mobile phone"),
        **_ACCOUNT,
        **_DELETED,
    },
    "stage": {
        "external_id": _ID,
        "deal_external_id": Field("Id of the deal", "id"),
        "deal_name": Field("Name of the deal"),
        "at": Field("Changed at", "time"),
        "stage": Field("Stage"),
        **_SUM,
        **_DELETED,
    },
    "deal-contact": {
        "external_id": _ID,
        "deal_external_id": Field("Id of the deal", "id"),
        "contact_external_id": Field("Id of the contact", "id"),
        "role": Field("Role"),
        "primary": Field("Primary contact", "flag"),
        **_DELETED,
    },
    "user": {
        "external_id": _ID,
        "name": _NAME,
        "email": Field("Email", "email"),
        "active": Field("Active: yes or no", "flag"),
    },
}

REQUIRED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "deal": (("name", "external_id"),),
    "account": (("name", "external_id"),),
    "contact": (("name", "last_name", "first_name", "email", "external_id"),),
    "stage": (("deal_external_id", "deal_name"), ("at",), ("stage",)),
    "deal-contact": (("deal_external_id",), ("contact_external_id",)),
    "user": (("external_id",), ("name", "email")),
}
"""Of each group, at least one field must be there in every row."""
