"""What the templates show once it is over: what we leave them with, and how it turned out."""

from collections.abc import Callable
from datetime import date
from typing import Any

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from bowout.core.documents import Documents, Fate
from bowout.core.events import TurnedOut
from bowout.desk.customer import Page
from bowout.web.customer.choice import Choice
from bowout.web.customer.local import locale_of

TURNED_OUT: dict[TurnedOut, str] = {
    "well": later("It went well"),
    "not-so-well": later("Not so well"),
    "undecided": later("Nothing is decided yet"),
}

FATES: dict[tuple[Fate, bool], tuple[str, str]] = {
    ("deleted", False): (
        later("We delete what you had given us by %(day)s."),
        later("We delete what you had given us."),
    ),
    ("deleted", True): (
        later("We deleted what you had given us on %(day)s."),
        later("We have deleted what you had given us."),
    ),
    ("returned", False): (
        later("We give back to you what you had given us by %(day)s."),
        later("We give back to you what you had given us."),
    ),
    ("returned", True): (
        later("We gave back to you what you had given us on %(day)s."),
        later("We have given back to you what you had given us."),
    ),
    ("kept", True): (
        later("The law asks us to keep what you had given us until %(day)s. We use it for nothing else."),
        later("The law asks us to keep what you had given us. We use it for nothing else."),
    ),
}


def outcome_shown(
    page: Page, chosen: str, words: str = "", again: bool = False, missing: bool = False
) -> dict[str, Any]:
    """How it turned out, to be chosen; what they said before, or clicked in a mail, is chosen already."""
    told = page.turned_out
    how = chosen or (told.how if told else "")
    return {
        "choices": [Choice(value, _(label), "", value == how) for value, label in TURNED_OUT.items()],
        "words": words or (told.words if told else ""),
        "again": again,
        "missing": missing,
    }


def ended_shown(page: Page, missing: bool = False) -> dict[str, Any]:
    """What we leave them with: their documents, and when we come back."""
    locale = locale_of(get_language() or "en", page.country)

    def said(on: date | None) -> str:
        return format_date(on, "long", locale=locale) if on else ""

    return {
        "documents": _documents(page.documents, said),
        "check_back": said(page.check_back_on),
        "contract_end": page.check_back_when == "contract-end",
        "missing": missing,
    }


def _documents(told: Documents | None, said: Callable[[date | None], str]) -> str:
    if told is None:
        return ""
    with_day, without = FATES[told.fate, told.done or told.fate == "kept"]
    return _(with_day) % {"day": said(told.on)} if told.on else _(without)
