"""A colour as a style sheet of its own, since no page may have styles inside (see customer/private.py).

It hangs on the colour alone: there is nothing in its address by which to find a team.
"""

from hashlib import sha256

from django.urls import reverse

from bowout.web.brand.shades import shades


def sheet(colour: str) -> str:
    """Goes over what customer.css says for everybody."""
    made = shades(colour)
    return f".branded{{--accent:{made.accent};--accent-deep:{made.deep};--accent-soft:{made.soft}}}\n"


def version(colour: str) -> str:
    """Changes with the sheet, so that it can be kept for ever."""
    return sha256(sheet(colour).encode()).hexdigest()[:10]


def address(colour: str) -> str:
    """Where the sheet is."""
    return reverse("brand-colour", args=[colour.removeprefix("#"), version(colour)])
