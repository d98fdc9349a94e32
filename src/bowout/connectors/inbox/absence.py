"""From when on somebody is back, as their automatic answer says it in English, German or French."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

LONGEST = timedelta(days=60)
"""Whoever is away for longer is not waited for; and a date so far off is more likely misread."""
_READ = 3_000
"""Characters of the text that are looked at: the dates stand at its beginning."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv",
            "february feb februar fébruar février févr fév",
            "march mar märz mär maerz mars",
            "april apr avril avr",
            "may mai",
            "june jun juni juin",
            "july jul juli juillet juil",
            "august aug août aout",
            "september sept sep septembre",
            "october oct oktober okt octobre",
            "november nov novembre",
            "december dec dezember dez décembre déc",
        ),
        1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)?"
    r"[,\s]{0,3}(?:the |den |dem |le )?"
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?(?: of)?\s{0,2}(?P<month>" + _NAME + r")\b\.?,?(?:\s(?P<year>\d{4}))?"
    r"|(?P<month2>" + _NAME + r")\b\.?\s(?P<day2>\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s(?P<year2>\d{4}))?"
    r"|(?P<day3>\d{1,2})\.\s?(?P<month3>\d{1,2})\.(?:\s?(?P<year3>\d{4}|\d{2})\b)?"
    r"|(?P<day4>\d{1,2})/(?P<month4>\d{1,2})(?:/(?P<year4>\d{4}|\d{2}))?(?![\d/]))"
)
_BACK = (
    r"back (?:in the office |at work |at my desk |at the office )?(?:again )?(?:on |from )?"
    r"|return(?:ing)? (?:to the office |to work )?(?:on )?"
    r"|(?:available|reachable|in the office) (?:again )?(?:on|from|as of|after the weekend on) "
    r"|(?:wieder |erst )?(?:am|ab|ab dem|vom) |zurück (?:am|ab) "
    r"|de retour (?:au bureau |à partir du |dès )?(?:le |du )?"
    r"|(?:à partir|à compter) du |reprendrai (?:mes fonctions |le travail )?(?:le )?|dès le "
)
_LAST = (
    r"(?:un)?till? (?:and including |inclusive )?|through |up to (?:and including )?|to "
    r"|bis (?:einschließlich |einschliesslich |inkl\. |inklusive |zum |und mit )?"
    r"|jusqu['’]au |au "
)
_SAYS = re.compile(rf"(?i)(?<!\w)(?:(?P<back>{_BACK})|(?P<last>{_LAST})){_DATE}")
_AWAY = re.compile(
    r"(?i)\b(?:away|out of|leave|holidays?|vacation|absent|absence|not in|unavailable|travel\w*|abwesen\w*|urlaub\w*"
    r"|nicht (?:im|in|am|da|erreichbar)|dienstreise|absente?s?|congés?|vacances|déplacement|indisponible)\b"
)
_RETURNS = re.compile(
    r"(?i)\b(?:back|return\w*|available|reachable|wieder|zurück|erreichbar|retour|reprend\w*|disponible|joignable)\b"
)


def back_on(text: str, written: date) -> date | None:
    """The first day on which they are back, where the text says one that can be meant; else None.

    ``written`` is when it was sent: a date without a year is the next one from then. Of several the latest counts.
    """
    days = [day for day in _days(text[:_READ], written) if written < day <= written + LONGEST]
    return max(days, default=None)


def _days(text: str, written: date) -> Iterator[date]:
    for found in _SAYS.finditer(text):
        day = _day(found, written)
        if day is None:
            continue
        if found["last"] is not None:
            if _AWAY.search(_sentence(text, found)):
                yield day + timedelta(days=1)
        elif _RETURNS.search(_sentence(text, found)):
            yield day


def _sentence(text: str, found: re.Match[str]) -> str:
    begins = max(text.rfind(mark, 0, found.start()) for mark in ("\n\n", "! ", "? "))
    ends = text.find("\n\n", found.end())
    return text[max(begins, 0, found.start() - 200) : min(ends if ends >= 0 else len(text), found.end() + 200)]


def _day(found: re.Match[str], written: date) -> date | None:
    """The day that stands there; None for one that there is not, or that can be read in two ways."""
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        day, month, year = _numbers(found)
        if year:
            return date(year + 2000 if year < 100 else year, month, day)
        this = date(written.year, month, day)
        return this if this >= written else date(written.year + 1, month, day)
    except ValueError:
        return None


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    """Day, month and year; the year is 0 where none stands there."""
    which = next(which for which in ("", "2", "3", "4") if found[f"day{which}"])
    day, month, year = (found[f"{name}{which}"] for name in ("day", "month", "year"))
    number = _MONTHS.get(month.lower()) or int(month)
    if which == "4":
        first, second = sorted((int(day), number))
        if second <= 12 and first != second:
            raise ValueError("day and month can be told apart by nobody")
        return second, first, int(year or 0)
    return int(day), number, int(year or 0)
