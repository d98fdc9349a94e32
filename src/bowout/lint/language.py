"""Which of our languages a text is in, by its most frequent small words."""

from bowout.lint.features import words
from bowout.lint.rule import LANGUAGES, Language


def _small(said: str) -> frozenset[str]:
    return frozenset(said.split())


_SMALL: dict[Language, frozenset[str]] = {
    "en": _small(
        "the and of to is you that it for we are with this be have not on your as at our by from but they "
        "was will would an if or so do can about what there which when who how all i my me us hi dear hello "
        "thanks thank please just"
    ),
    "de": _small(
        "der die das und ist wir sie nicht zu den von mit ein eine für auf ich es dass uns ihr ihre ihnen "
        "im dem des auch sich wie aus bei nach oder wenn als nur noch haben hat sind war werden wird kann "
        "bitte danke hallo herr frau liebe sehr keine kein mich euch du ihren unser unsere über"
    ),
    "fr": _small(
        "le la les de des et est nous vous ne pas un une que qui pour dans sur avec ce cette il elle je au "
        "aux en du plus par mais ou si votre vos notre nos être sont été avons avez merci bonjour "
        "cordialement c'est j'ai n'est à leur se d'une qu'il comme très tout bien moi me te tu"
    ),
}
_SIGNS: dict[Language, str] = {"en": "", "de": "äöüß", "fr": "éèêàçùœîô"}
_ENOUGH = 400
"""Words that are looked at."""


def guess(text: str) -> Language:
    """The language that most of its small words belong to; English when nothing speaks for another."""
    lower = text[: _ENOUGH * 12].lower()
    known = words(lower)[:_ENOUGH]

    def speaks_for(language: Language) -> float:
        small = sum(map(_SMALL[language].__contains__, known))
        return small + 0.5 * sum(lower.count(sign) for sign in _SIGNS[language])

    return max(LANGUAGES, key=speaks_for)
