"""What the customer typed, kept as it is while it cannot be taken yet."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from msgspec import Struct

from bowout.core.intents import GRADES
from bowout.core.reasons import Verdict
from bowout.desk.customer import Given, Page, Reply

LONGEST = 4000
"""Characters in one field; a letter has fewer."""
VERDICTS: tuple[Verdict, ...] = ("right", "misread", "can-change")


class Typed(Struct, frozen=True):
    """The fields of the form. ``problems`` are by reason's ref, ``words`` for the last field, ``""`` for the whole."""

    verdicts: dict[str, Verdict] = {}
    about: dict[str, str] = {}
    words: str = ""
    call_me: bool = False
    problems: dict[str, str] = {}

    @property
    def reply(self) -> Reply:
        """What it says. Words on a reason count with their verdict."""
        answers = {ref: Given(verdict, self.about.get(ref, "")) for ref, verdict in self.verdicts.items()}
        return Reply(answers, self.words, self.call_me)


def typed(reply: Reply | None) -> Typed:
    """An answer, put back into the form."""
    if reply is None:
        return Typed()
    return Typed(
        verdicts={ref: given.verdict for ref, given in reply.answers.items()},
        about={ref: given.words for ref, given in reply.answers.items()},
        words=reply.words,
        call_me=reply.call_me,
    )


def read(fields: Mapping[str, str], page: Page) -> Typed:
    """The posted form, with what is in its way."""
    refs = [reason.ref for reason in page.reasons]
    verdicts = {ref: verdict for ref in refs for verdict in VERDICTS if fields.get(f"verdict-{ref}") == verdict}
    about = {ref: words for ref in refs if (words := _clean(fields.get(f"words-{ref}", "")))}
    lost = list(_lost(fields, refs))
    words = "\n\n".join(filter(None, (_clean(fields.get("words", "")), *lost)))
    made = Typed(verdicts, about, words, bool(fields.get("call")))
    stale = any(name.startswith(("verdict-", "words-")) and name.partition("-")[2] not in refs for name in fields)
    return Typed(made.verdicts, made.about, made.words, made.call_me, _problems(made, stale))


def moved(reply: Reply, page: Page) -> Typed:
    """An answer to reasons that read differently by now."""
    fields: dict[str, str] = {f"verdict-{ref}": given.verdict for ref, given in reply.answers.items()}
    fields |= {f"words-{ref}": given.words for ref, given in reply.answers.items()}
    return read({**fields, "words": reply.words, "call": "yes" if reply.call_me else ""}, page)


def _lost(fields: Mapping[str, str], refs: list[str]) -> Iterator[str]:
    """Words on a reason that reads differently by now: they move to the last field rather than away."""
    for name, words in fields.items():
        if name.startswith("words-") and name.removeprefix("words-") not in refs:
            yield _clean(words)


def _problems(made: Typed, stale: bool) -> dict[str, str]:
    found = {ref: _("Please choose what your words mean.") for ref in made.about if ref not in made.verdicts}
    too_long = [ref for ref, words in (*made.about.items(), ("words", made.words)) if len(words) > LONGEST]
    found |= {ref: _("Please shorten this to %(limit)s characters.") % {"limit": LONGEST} for ref in too_long}
    if stale:
        found[""] = _("We have put our reasons differently since you opened this page. Please look at them once more.")
    elif not found and made.reply.is_empty():
        found[""] = _("There is nothing here yet: choose an answer, write a few words, or ask for a call.")
    elif found:
        found[""] = _("Almost there: please look at what is marked below.")
    return found


def felt(fields: Mapping[str, str]) -> tuple[dict[str, int], str, bool]:
    """Grades by question, 0 where none was given; a word; and whether it is for those who lead alone."""
    grades = {name: int(grade) if (grade := fields.get(name, "")) in set("12345") else 0 for name in GRADES}
    return grades, _clean(fields.get("said", "")), bool(fields.get("private"))


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "").strip()
