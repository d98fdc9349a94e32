"""Where an account is, as far as its row proves it; what is only likely stays unknown (M4: calls at a decent hour).

Zones: Unicode CLDR's list of each country's zones by babel, and Google's libphonenumber by phonenumbers.
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from babel import Locale
from babel.core import get_global
from phonenumbers import timezone as phone_zones

from bowout.desk.states import STATES

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
ALSO = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "us": "US", "united states of america": "US", "america": "US",
    "uk": "GB", "u.k.": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "holland": "NL", "the netherlands": "NL", "czech republic": "CZ",
    "tschechische republik": "CZ", "korea": "KR", "south korea": "KR", "republic of korea": "KR",
    "russian federation": "RU", "viet nam": "VN", "uae": "AE", "ivory coast": "CI", "turkey": "TR",
    "republic of ireland": "IE", "people's republic of china": "CN", "pr china": "CN", "hong kong": "HK",
    "macau": "MO", "brd": "DE",
}  # fmt: skip
ONE_CLOCK = {"CN": "Asia/Shanghai"}
"""By law the whole country keeps this time, though the zone database knows another."""
# Two days on which all clocks of one zone have told apart winter and summer.
PROBES = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))


@lru_cache(maxsize=1 << 14)
def where(country: str, state: str, phone: str, home: str = "") -> tuple[str, str]:
    """(ISO country, IANA zone), each empty where the row does not prove it.

    ``home`` is the team's own country: there a state without a country is one at home.
    """
    code = country_code(country)
    if not country and state:
        code = _country_of_state(state, home)
    zone = _zone_of_state(code, state) or _only_zone(code)
    if (number := _number(phone, code)) is not None:
        dialled = phonenumbers.region_code_for_number(number) or ""
        code = code or dialled
        zone = zone or (_zone_of_number(number) if dialled == code else "") or _only_zone(code)
    return code, zone


@lru_cache(maxsize=1 << 12)
def country_code(text: str) -> str:
    """ISO 3166 code of a country by name, in several languages, or by code; empty for what is none."""
    plain = " ".join(text.split()).casefold()
    if plain in ALSO:
        return ALSO[plain]
    if plain.upper() in _codes():
        return plain.upper()
    return _names().get(plain, "")


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in get_global("territory_zones") if len(code) == 2 and code.isalpha())


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, other in get_global("territory_aliases").items():
        if len(code) == 3 and code.isalpha() and len(other) == 1 and other[0] in _codes():
            found[code.casefold()] = other[0]
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in _codes():
                found.setdefault(name.casefold(), code)
    return found


def _country_of_state(state: str, home: str) -> str:
    plain = state.strip().casefold()
    told = {code for code, states in STATES.items() if any(plain == each.name.casefold() for each in states.values())}
    if len(told) == 1 and plain != "georgia":
        return told.pop()
    return home if state.strip().upper() in STATES.get(home, {}) else ""


def _zone_of_state(code: str, state: str) -> str:
    plain = state.strip().casefold()
    for short, each in STATES.get(code, {}).items():
        if plain in (short.casefold(), each.name.casefold()):
            return each.zone
    return ""


@cache
def _only_zone(code: str) -> str:
    """The zone of a country in which all clocks agree; empty where they don't."""
    return ONE_CLOCK.get(code) or _agreed(tuple(get_global("territory_zones").get(code, [])))


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """One zone for each clock of a country, the earliest sunrise first; named as most of its states are."""
    known = Counter(state.zone for state in STATES.get(country, {}).values())
    found: dict[tuple[timedelta | None, ...], str] = {}
    for zone in sorted(get_global("territory_zones").get(country, []), key=lambda name: (-known[name], name)):
        found.setdefault(_clock(zone), zone)
    clocks = (ONE_CLOCK[country],) if country in ONE_CLOCK else found.values()
    return tuple(sorted(clocks, key=lambda zone: PROBES[0].astimezone(ZoneInfo(zone)).utcoffset(), reverse=True))  # type: ignore[arg-type, return-value]


def _clock(zone: str) -> tuple[timedelta | None, ...]:
    return tuple(at.astimezone(ZoneInfo(zone)).utcoffset() for at in PROBES)


def _number(phone: str, code: str) -> phonenumbers.PhoneNumber | None:
    text = phone.strip()
    text = f"+{text[2:]}" if text.startswith("00") else text
    if not text.startswith("+") and not code:
        return None
    try:
        number = phonenumbers.parse(text, code or None)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _zone_of_number(number: phonenumbers.PhoneNumber) -> str:
    fixed = (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    if phonenumbers.number_type(number) not in fixed:
        return ""
    return _agreed(tuple(phone_zones.time_zones_for_number(number)))


@cache
def _agreed(zones: tuple[str, ...]) -> str:
    """The first zone, where all show the same time in winter and in summer."""
    try:
        shown = {_clock(zone) for zone in zones}
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    return zones[0] if len(shown) == 1 else ""
