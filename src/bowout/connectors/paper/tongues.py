"""The languages that letters are written in."""

from bowout.connectors.paper.de import GERMAN
from bowout.connectors.paper.en import ENGLISH
from bowout.connectors.paper.fr import FRENCH
from bowout.connectors.paper.tongue import Tongue

_TONGUES = {tongue.code: tongue for tongue in (ENGLISH, GERMAN, FRENCH)}


def tongue_of(language: str) -> Tongue:
    """The tongue for ``de``, ``de-AT``, ``fr_FR``, …; English for what we do not speak."""
    return _TONGUES.get(language.replace("_", "-").partition("-")[0].strip().lower(), ENGLISH)
