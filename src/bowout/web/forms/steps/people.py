"""Who at the customer a step is about."""

from django import forms

from bowout.core.deal import Contact
from bowout.desk import whom
from bowout.desk.walking import Walk

UNLISTED = "-"
"""Chosen for somebody who is not among the deal's contacts."""


def key_contact(walk: Walk) -> Contact | None:
    """Whom to speak to: the one who was told, else the one who matters most; none of the deal, none at all."""
    return whom.key_contact(walk.setting, walk.state.told_to)


def language_of(walk: Walk, contact: Contact | None) -> str:
    """The contact's language where they have one of their own, else the account's."""
    return (contact.language if contact else "") or walk.row.deal.account.language


def contact_field(walk: Walk, label: str, unlisted: bool = False) -> forms.ChoiceField:
    """The deal's contacts with their parts; ``unlisted`` adds somebody else."""
    choices = [(contact.key, _named(contact)) for contact in walk.setting.deal.contacts]
    if unlisted or not choices:
        choices.append((UNLISTED, "Somebody who is not listed on the deal"))
    chosen = key_contact(walk)
    return forms.ChoiceField(label=label, choices=choices, initial=chosen.key if chosen else UNLISTED)


def _named(contact: Contact) -> str:
    return f"{contact.name}, {contact.role}" if contact.role else contact.name
