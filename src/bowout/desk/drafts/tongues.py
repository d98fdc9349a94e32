"""The languages that we write in."""

from bowout.desk.drafts.de import GERMAN
from bowout.desk.drafts.en import ENGLISH
from bowout.desk.drafts.fr import FRENCH
from bowout.desk.drafts.tongue import Tongue

_TONGUES = {tongue.code: tongue for tongue in (ENGLISH, GERMAN, FRENCH)}
LANGUAGES: dict[str, str] = {code: tongue.name for code, tongue in _TONGUES.items()}
"""Code to the language's own name."""


def tongue_of(language: str) -> Tongue:
    """The tongue for ``de``, ``de-AT``, ``fr_FR``, …; English for what we do not speak."""
    return _TONGUES.get(language.replace("_", "-").partition("-")[0].strip().lower(), ENGLISH)
