"""What the customer typed, kept as it is while it cannot be taken yet."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args

from django.utils.translation import gettext as _
from msgspec import Struct
from msgspec.structs import replace

from bowout.core.events import Return, TurnedOut
from bowout.core.intents import GRADES
from bowout.core.reasons import Verdict
from bowout.desk.customer import Page
from bowout.desk.replies import Given, Reply

LONGEST = 4000
"""Characters in one field; a letter has fewer."""
VERDICTS: tuple[Verdict, ...] = ("right", "misread", "can-change")
Wish = Literal["", "go-ahead", "wait"]
_FARTHEST = timedelta(days=365)
"""Nobody asks for more than a year; a day beyond it is a slip of the pen."""
CALL_AT = "call-%Y%m%dT%H%MZ"
"""Name of the field of a time for a call, in UTC."""
_MOST_TIMES = 12
"""Times for a call that one answer may name."""


class Typed(Struct, frozen=True):
    """The fields of the form.

    ``problems`` are by reason's ref, ``wait`` for the day, ``words`` for the last field, ``""`` for the whole.
    """

    verdicts: dict[str, Verdict] = {}
    about: dict[str, str] = {}
    words: str = ""
    call_me: bool = False
    call_at: tuple[datetime, ...] = ()
    wish: Wish = ""
    until: str = ""
    """The day until which we are to wait, as it was typed."""
    problems: dict[str, str] = {}

    @property
    def reply(self) -> Reply:
        """What it says. Words on a reason count with their verdict."""
        answers = {ref: Given(verdict, self.about.get(ref, "")) for ref, verdict in self.verdicts.items()}
        until = day_of(self.until) if self.wish == "wait" else None
        return Reply(answers, self.words, self.call_me, self.call_at, self.wish == "go-ahead", until)


def typed(reply: Reply | None) -> Typed:
    """An answer, put back into the form."""
    if reply is None:
        return Typed()
    return Typed(
        verdicts={ref: given.verdict for ref, given in reply.answers.items()},
        about={ref: given.words for ref, given in reply.answers.items()},
        words=reply.words,
        call_me=reply.call_me,
        call_at=reply.call_at,
        wish=wish_of(reply),
        until=reply.wait_until.isoformat() if reply.wait_until else "",
    )


def wish_of(reply: Reply) -> Wish:
    """What they would have us do, as the form names it."""
    if reply.go_ahead:
        return "go-ahead"
    return "wait" if reply.wait_until else ""


def read(fields: Mapping[str, str], page: Page, today: date) -> Typed:
    """The posted form, with what is in its way. ``today`` is theirs."""
    refs = [reason.ref for reason in page.reasons]
    verdicts = {ref: verdict for ref in refs for verdict in VERDICTS if fields.get(f"verdict-{ref}") == verdict}
    about = {ref: words for ref in refs if (words := _clean(fields.get(f"words-{ref}", "")))}
    lost = list(_lost(fields, refs))
    words = "\n\n".join(filter(None, (_clean(fields.get("words", "")), *lost)))
    call_at = _times(fields)
    made = Typed(
        verdicts,
        about,
        words,
        call_me=bool(fields.get("call") or call_at),
        call_at=call_at,
        wish=next((wish for wish in get_args(Wish) if fields.get("wish") == wish), ""),
        until=_clean(fields.get("until", ""))[:40],
    )
    stale = any(name.startswith(("verdict-", "words-")) and name.partition("-")[2] not in refs for name in fields)
    return replace(made, problems=_problems(made, stale, today))


def moved(reply: Reply, page: Page, today: date) -> Typed:
    """An answer to reasons that read differently by now."""
    fields: dict[str, str] = {f"verdict-{ref}": given.verdict for ref, given in reply.answers.items()}
    fields |= {f"words-{ref}": given.words for ref, given in reply.answers.items()}
    fields |= {at.strftime(CALL_AT): "yes" for at in reply.call_at}
    until = reply.wait_until.isoformat() if reply.wait_until else ""
    fields |= {"words": reply.words, "call": "yes" if reply.call_me else "", "wish": wish_of(reply), "until": until}
    return read(fields, page, today)


def _lost(fields: Mapping[str, str], refs: list[str]) -> Iterator[str]:
    """Words on a reason that reads differently by now: they move to the last field rather than away."""
    for name, words in fields.items():
        if name.startswith("words-") and name.removeprefix("words-") not in refs:
            yield _clean(words)


def day_of(typed: str) -> date | None:
    """A day as browsers send it, or as people write it, day first; None for what is none."""
    for pattern in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(typed, pattern).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
    return None


def _times(fields: Mapping[str, str]) -> tuple[datetime, ...]:
    """The times for a call that were ticked, soonest first. Whoever makes one up asks for that one."""
    found = []
    for name in list(fields)[:500]:
        if name.startswith("call-"):
            try:
                found.append(datetime.strptime(name, CALL_AT).replace(tzinfo=UTC))
            except ValueError:
                continue
    return tuple(sorted(found)[:_MOST_TIMES])


def _wait_problem(made: Typed, today: date) -> str:
    until = day_of(made.until)
    if made.wish != "wait" or (until and today < until <= today + _FARTHEST):
        return ""
    return _("Until which day shall we wait? Choose one after today, and within a year.")


def _problems(made: Typed, stale: bool, today: date) -> dict[str, str]:
    found = {ref: _("Please choose what your words mean.") for ref in made.about if ref not in made.verdicts}
    too_long = [ref for ref, words in (*made.about.items(), ("words", made.words)) if len(words) > LONGEST]
    if wait := _wait_problem(made, today):
        found["wait"] = wait
    found |= {ref: _("Please shorten this to %(limit)s characters.") % {"limit": LONGEST} for ref in too_long}
    if stale:
        found[""] = _("We have put our reasons differently since you opened this page. Please look at them once more.")
    elif not found and made.reply.is_empty():
        found[""] = _("There is nothing here yet: choose an answer, write a few words, or ask for a call.")
    elif found:
        found[""] = _("Almost there: please look at what is marked below.")
    return found


def outcome(fields: Mapping[str, str]) -> tuple[TurnedOut | None, str, bool]:
    """How it turned out, words to it, and whether they want to talk again."""
    how = next((how for how in get_args(TurnedOut) if fields.get("it") == how), None)
    return how, _clean(fields.get("words", "")), bool(fields.get("again"))


def may_return(fields: Mapping[str, str], today: date) -> tuple[Return, date | None] | None:
    """When they want to be asked again; None where that cannot be read."""
    on = day_of(_clean(fields.get("on", "")))
    match fields.get("when", ""):
        case "never":
            return "never", None
        case ("day" | "contract-end") as when if on and today < on <= today + 10 * _FARTHEST:
            return when, on
    return None


def name(typed: str) -> str:
    """Somebody's name, in one line."""
    return " ".join(_clean(typed).split())[:200]


def felt(fields: Mapping[str, str]) -> tuple[dict[str, int], str, bool]:
    """Grades by question, 0 where none was given; a word; and whether it is for those who lead alone."""
    grades = {name: int(grade) if (grade := fields.get(name, "")) in set("12345") else 0 for name in GRADES}
    return grades, _clean(fields.get("said", "")), bool(fields.get("private"))


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "").strip()
