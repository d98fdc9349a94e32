"""Whom at the customer a step is about, the same on every page (M3.8)."""

from bowout.core.deal import Contact
from bowout.core.setting import Setting


def key_contact(setting: Setting, told_to: str = "") -> Contact | None:
    """The one who was told, else the one who matters most; in a no-contact period only an officer, if there is one.

    None when the deal has no contacts.
    """
    told = setting.deal.contact(told_to)
    if told and setting.only_in_writing and not setting.is_officer(told.key):
        told = None
    return told or min(setting.deal.contacts, key=lambda contact: _distance(setting, contact), default=None)


def _distance(setting: Setting, contact: Contact) -> tuple[bool, int]:
    if setting.only_in_writing:
        return not setting.is_officer(contact.key), 0
    return setting.is_bystander(contact.key), setting.rank(contact.key)
