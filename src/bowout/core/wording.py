"""The language guard reads what the customer is going to read (M4, M5)."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bowout.core import intents as i
from bowout.core.setting import Setting
from bowout.core.walkaway import LEFT, UNDER_WAY, WalkAway, over
from bowout.finding import Finding
from bowout.lint import LANGUAGES, Book, Language, Step, lint

_LONGEST = 90
"""Characters of a quotation."""


class Text(Struct, frozen=True):
    """Words for the customer: what they are, and the step that they belong to, where it is one."""

    place: str
    words: str
    step: Step | None = None
    whole: bool = False
    """A letter that must have all that its step asks for."""
    language: Language | None = None


def worded(state: WalkAway, intent: i.Intent, setting: Setting) -> Iterator[Finding]:
    """What is wrong with the words of an intent; a rule speaks once of a text, however often it is broken there."""
    for text in texts(state, intent, setting):
        found: dict[str, list[Finding]] = {}
        for finding in lint(text.words, text.step, text.language, setting.book, text.whole):
            found.setdefault(finding.rule, []).append(finding)
        for same in found.values():
            words = _words(text, same, setting.book)
            yield replace(same[0], says=_says(text, same[0].says, words), words=words)


_SPOKEN = i.Message | i.Acknowledge | i.Part | i.CallOffTalk


def texts(state: WalkAway, intent: i.Intent, setting: Setting) -> Iterator[Text]:
    """Each text of an intent that the customer may read."""
    if isinstance(intent, i.Consider):
        for reason in intent.reasons:
            yield Text(f"The customer statement for {reason.kind}", reason.customer, "explain")
            yield Text(f"The condition to stay for {reason.kind}", reason.stay_if, "explain")
        return
    if isinstance(intent, i.Part) and intent.word.strip():
        yield Text("The word that may help", intent.word, "part")
    step = step_of(state, intent, setting)
    said: str = getattr(intent, "text", "") if isinstance(intent, _SPOKEN) else ""
    letter: i.Letter | None = getattr(intent, "letter", None)
    if letter is None:
        yield Text("The text", said, step)
        return
    language = letter.language if letter.language in LANGUAGES else None
    yield Text("The subject", letter.subject, step, language=language)
    yield Text("The letter", letter.text, step, isinstance(intent, i.AskFeedback | i.Part), language)
    # A form gives the same words twice: as what was said, and as what goes out.
    if said.strip() not in letter.text:
        yield Text("The text", said, step)


def step_of(state: WalkAway, intent: i.Intent, setting: Setting) -> Step | None:
    """The step of the walk-away to which its words belong; None for those that may come at any."""
    if isinstance(intent, i.Part):
        return "part"
    if isinstance(intent, i.CheckBack):
        return "checkback"
    if isinstance(intent, i.BookTalk | i.AskFeedback | i.Acknowledge) and state.status in UNDER_WAY:
        return "explain"
    if not isinstance(intent, i.Message):
        return None
    if state.mangled and setting.may_mend(intent.by):
        return "apology"
    if state.status in LEFT and over(state, intent.at):
        return "checkback"
    if state.status in UNDER_WAY:
        return "explain" if state.told_at is not None else "raise"
    return None


def _words(text: Text, found: Sequence[Finding], book: Book) -> tuple[str, ...]:
    """What is at fault, each wording once; nothing where something is missing."""
    if book.by_name[found[0].rule].act:
        return ()
    # A browser sends a line's end as two characters, and has one.
    wordings = (text.words[finding.start : finding.end].replace("\r\n", "\n") for finding in found)
    return tuple(dict.fromkeys(wordings))


def _says(text: Text, says: str, words: Iterable[str]) -> str:
    offence, quoted = f"{says[:1].lower()}{says[1:]}", ", ".join(f"“{_short(one)}”" for one in words)
    return f"{text.place}: {quoted} {offence}" if quoted else f"{text.place} {offence}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
