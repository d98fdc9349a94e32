"""What the templates show, in the language that is active."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later
from msgspec import Struct

from bowout.core.reasons import Verdict
from bowout.desk.customer import Asked, Page, Reply
from bowout.web.customer.local import day, locale_of, moment
from bowout.web.customer.typed import LONGEST, VERDICTS, Typed

LABELS: dict[Verdict, tuple[str, str]] = {
    "right": (later("That is right"), later("Then the reason stands.")),
    "misread": (later("You have misread us"), later("Tell us how it really is.")),
    "can-change": (later("We can change that"), later("Tell us what, by when, and who sees to it.")),
}


ASKED_LIGHTLY = {
    "respected": later("Did we treat you with respect?"),
    "open_person": later("If things were different, would you buy from %(writer)s?"),
    "open_company": later("And from %(company)s?"),
    "consulted": later("Did you have a say before it was decided?"),
}


class Choice(Struct, frozen=True):
    """One of the answers to a reason."""

    value: str
    label: str
    hint: str
    chosen: bool


class Row(Struct, frozen=True):
    """One reason in the form, or in the look over it."""

    number: int
    reason: Asked
    choices: tuple[Choice, ...] = ()
    label: str = ""
    words: str = ""
    problem: str = ""


def base_shown(request: HttpRequest, page: Page | None = None) -> dict[str, Any]:
    """Language, its switch, and the moments that every page names."""
    active = get_language()
    # On an answer to a post the switch would lose what they typed.
    offered = settings.LANGUAGES if request.method != "POST" else []
    switch = [{"code": code, "name": name, "on": code == active} for code, name in offered]
    shown: dict[str, Any] = {"language": active, "switch": switch, "here": request.path, "longest": LONGEST}
    if page is None:
        return shown
    locale = locale_of(active, page.country)

    def said(at: datetime | None) -> str:
        return moment(at, page.zone, locale) if at else ""

    names = {"writer": page.writer, "company": page.company}
    theirs = page.language[:2].lower()
    return shown | {
        "until": said(page.until),
        "given_at": said(page.given_at),
        "expires": day(page.expires_at, page.zone, locale),
        "asked_lightly": [(name, _(text) % names) for name, text in ASKED_LIGHTLY.items()] if page.may_feel else [],
        "initials": "".join(word[0] for word in page.writer.split()[:2]),
        "their_language": theirs if theirs and theirs != active else "",
    }


def form_shown(page: Page, made: Typed) -> dict[str, Any]:
    """The form as it was filled in."""
    answered = page.given.answers if page.given else {}
    rows = [
        Row(
            number,
            reason,
            choices=_choices(made.verdicts.get(reason.ref, ""), may_skip=reason.ref not in answered),
            words=made.about.get(reason.ref, ""),
            problem=made.problems.get(reason.ref, ""),
        )
        for number, reason in enumerate(page.reasons, 1)
    ]
    return {
        "typed": made,
        # We stay: no reason is left to be judged.
        "rows": [] if page.stand == "stayed" else rows,
        "notice": made.problems.get("", ""),
        "again": page.given is not None,
        "after": page.stand in {"parted", "stayed"},
    }


def answer_shown(page: Page, reply: Reply) -> dict[str, Any]:
    """An answer to be looked over. A reason they left out is said to be left out."""
    rows = []
    for number, reason in enumerate(page.reasons, 1):
        given = reply.answers.get(reason.ref)
        if given is None and page.stand == "stayed":
            continue
        label = _(LABELS[given.verdict][0]) if given else ""
        rows.append(Row(number, reason, label=label, words=given.words if given else ""))
    return {"rows": rows, "reply": reply}


def _choices(chosen: str, may_skip: bool) -> tuple[Choice, ...]:
    offered = [Choice(value, _(LABELS[value][0]), _(LABELS[value][1]), value == chosen) for value in VERDICTS]
    if may_skip:
        offered.append(Choice("", _("I would rather not say"), "", chosen=False))
    return tuple(offered)
