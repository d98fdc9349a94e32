"""Puts the facts into a text."""

from string import Formatter

from msgspec import Struct

from bowout.desk.drafts.facts import Facts
from bowout.desk.drafts.tongue import Kind, Para, Tongue


class Spoken(Struct, frozen=True):
    """A paragraph as it is said, with its cue."""

    cue: str
    text: str


class Draft(Struct, frozen=True):
    """A script or letter, ready to be spoken or changed; ``subject`` is empty in a script."""

    kind: Kind
    language: str
    subject: str
    paras: tuple[Spoken, ...]

    @property
    def text(self) -> str:
        """All of it without the cues."""
        return "\n\n".join(para.text for para in self.paras)


def draft(kind: Kind, tongue: Tongue, facts: Facts) -> Draft:
    """The text of that kind. What nobody knows is left out, paragraph by paragraph."""
    text = tongue.texts[kind]
    known = facts.named()
    said = (Spoken(para.cue, para.text.format_map(known)) for para in text.paras if _is_known(para, known))
    return Draft(kind, tongue.code, text.subject, tuple(said))


def _is_known(para: Para, known: dict[str, str]) -> bool:
    named = {name for _, name, _, _ in Formatter().parse(para.text) if name}
    return all(known[name] for name in named | ({para.when} if para.when else set()))
