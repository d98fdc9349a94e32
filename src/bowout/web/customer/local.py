"""Their language, and moments as they would write them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _

LANGUAGES: dict[str, str] = dict(settings.LANGUAGES)
_DAY_FIRST = {"en": "GB"}


def language_of(request: HttpRequest, theirs: str) -> str:
    """The language they switched to, else that of their account, else what their browser asks for."""
    for wish in (request.GET.get("lang", ""), theirs):
        code = wish.replace("_", "-").partition("-")[0].strip().lower()
        if code in LANGUAGES:
            return code
    return get_language_from_request(request)


def locale_of(language: str, country: str) -> Locale:
    """How dates are written there; an English that writes the day first where nobody says otherwise."""
    try:
        return Locale(language, country.upper() or _DAY_FIRST.get(language))
    except UnknownLocaleError:
        return Locale(language, _DAY_FIRST.get(language))


def moment(at: datetime, zone: str, locale: Locale) -> str:
    """``Tuesday 10 March 2026, 18:00 (Paris time)`` in the active language."""
    return _("%(date)s, %(time)s (%(place)s time)") % {
        "date": day(at, zone, locale),
        "time": format_time(at.astimezone(ZoneInfo(zone)), "short", locale=locale),
        "place": place(zone, locale),
    }


def brief(at: datetime, zone: str, locale: Locale) -> str:
    """``Tue 10 Mar, 18:00``."""
    there = at.astimezone(ZoneInfo(zone))
    return f"{format_skeleton('MMMEd', there, locale=locale)}, {format_time(there, 'short', locale=locale)}"


def day(at: datetime, zone: str, locale: Locale) -> str:
    """``Tuesday 10 March 2026``."""
    return format_date(at.astimezone(ZoneInfo(zone)).date(), "full", locale=locale)


def place(zone: str, locale: Locale) -> str:
    """The town that names the zone, in their language."""
    if "/" not in zone or zone.startswith("Etc/"):
        return zone
    return get_timezone_location(zone, locale=locale, return_city=True).rpartition("/")[2]
