"""What the templates show, in the language that is active."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later
from msgspec import Struct

from bowout.core.reasons import Verdict
from bowout.desk.branding import Brand
from bowout.desk.customer import Page
from bowout.desk.replies import Asked, Reply
from bowout.web.brand import sheet
from bowout.web.customer.afterwards import TURNED_OUT
from bowout.web.customer.choice import Choice
from bowout.web.customer.local import brief, day, locale_of, moment, place
from bowout.web.customer.typed import CALL_AT, LONGEST, VERDICTS, Typed, Wish, wish_of

LABELS: dict[Verdict, tuple[str, str]] = {
    "right": (later("That is right"), later("Then the reason stands.")),
    "misread": (later("You have misread us"), later("Tell us how it really is.")),
    "can-change": (later("We can change that"), later("Tell us what, by when, and who sees to it.")),
}


WISHES: dict[Wish, tuple[str, str]] = {
    "": (later("Read my answer first"), later("%(writer)s comes back to you before anything is decided.")),
    "go-ahead": (later("Go ahead and withdraw"), later("You need not wait any longer.")),
    "wait": (later("Not now: please wait"), later("%(writer)s tells you whether we can.")),
}
ASKED_LIGHTLY = {
    "respected": later("Did we treat you with respect?"),
    "open_person": later("If things were different, would you buy from %(writer)s?"),
    "open_company": later("And from %(company)s?"),
    "consulted": later("Did you have a say before it was decided?"),
}


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
    shown |= head_shown(page.brand, page.writer)
    return shown | {
        "until": said(page.until),
        "given_at": said(page.given_at),
        "place": place(page.zone, locale),
        "expires": day(page.expires_at, page.zone, locale),
        "asked_lightly": [(name, _(text) % names) for name, text in ASKED_LIGHTLY.items()] if page.may_feel else [],
        "turned_out": _(TURNED_OUT[page.turned_out.how]) if page.turned_out else "",
        "their_language": theirs if theirs and theirs != active else "",
    }


def head_shown(brand: Brand, writer: str) -> dict[str, Any]:
    """What the head of the page needs besides names."""
    return {
        "initials": "".join(word[0] for word in writer.split()[:2]),
        "sheet": sheet.address(brand.colour) if brand.colour else "",
    }


def today_of(page: Page, now: datetime) -> date:
    """The day that it is where they are."""
    return now.astimezone(ZoneInfo(page.zone)).date()


def form_shown(page: Page, made: Typed, times: Iterable[datetime], today: date) -> dict[str, Any]:
    """The form as it was filled in, with the times at which they could have a call."""
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
        "wishes": _wishes(page, made),
        "times": _times(page, made, times),
        "tomorrow": (today + timedelta(days=1)).isoformat(),
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
    locale = locale_of(get_language() or "en", page.country)
    times = [moment(at, page.zone, locale) for at in reply.call_at]
    wish = wish_of(reply)
    shown: dict[str, Any] = {"rows": rows, "reply": reply, "call_at": times, "wish": _(WISHES[wish][0]) if wish else ""}
    return shown | {"wait_until": format_date(reply.wait_until, "full", locale=locale) if reply.wait_until else ""}


def colleague_shown(page: Page, colleague: str, address: str) -> dict[str, Any]:
    """A page for a colleague, and the mail with which they may pass it on."""
    subject = _("What %(company)s has got wrong") % {"company": page.company}
    body = _(
        "Hello %(colleague)s,\n\n%(company)s is considering withdrawing from our project, and asks what it has got"
        " wrong about us before it decides. This page is for your answer:\n\n%(address)s\n"
    ) % {"colleague": colleague, "company": page.company, "address": address}
    mailto = f"mailto:?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
    return {"colleague": colleague, "address": address, "mailto": mailto}


def _wishes(page: Page, made: Typed) -> list[Choice]:
    """What they would have us do, while anything can be done."""
    if page.stand not in {"open", "late"}:
        return []
    names = {"writer": page.writer}
    return [Choice(wish, _(label), _(hint) % names, wish == made.wish) for wish, (label, hint) in WISHES.items()]


def _times(page: Page, made: Typed, times: Iterable[datetime]) -> list[Choice]:
    locale = locale_of(get_language() or "en", page.country)
    return [
        Choice(at.strftime(CALL_AT), brief(at, page.zone, locale), "", at in made.call_at)
        for at in sorted({*times, *made.call_at})
    ]


def _choices(chosen: str, may_skip: bool) -> tuple[Choice, ...]:
    offered = [Choice(value, _(LABELS[value][0]), _(LABELS[value][1]), value == chosen) for value in VERDICTS]
    if may_skip:
        offered.append(Choice("", _("I would rather not say"), "", chosen=False))
    return tuple(offered)
