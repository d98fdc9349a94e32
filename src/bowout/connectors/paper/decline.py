"""What a formal written decline is made of (M3.5). What is internal has no field here, so none can leak."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bowout.core.documents import Documents


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Who writes."""

    company: str
    name: str
    role: str = ""
    mail: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """To whom."""

    account: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Again:
    """Whether and when we may come back."""

    when: Literal["on", "contract-end", "never"]
    on: date | None = None
    """Without it only ``never`` says anything."""


@dataclass(frozen=True, kw_only=True)
class Decline:
    """A formal written decline for the customer's file."""

    language: str
    """``en``, ``de``, ``fr``, with or without a country; English for what we do not speak."""
    writer: Writer
    reader: Reader
    parted_on: date
    written_on: date | None = None
    """The day at the head of the letter. None: the day on which we parted."""
    about: str = ""
    """What it was about, in the words that are meant for the customer."""
    reference: str = ""
    """Theirs."""
    bid_withdrawn: bool = False
    """A bid had been submitted and is withdrawn."""
    documents: Documents | None = None
    word: str = ""
    """A helpful word of ours; an empty line begins a paragraph."""
    again: Again | None = None
    """None: nothing was said about it."""
