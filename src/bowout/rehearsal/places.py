"""Zones and countries by their names, from the tables that come with the time zones."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from bowout.rehearsal.problems import nearest


def is_zone(name: str) -> bool:
    """True for an IANA zone."""
    try:
        return bool(name) and bool(ZoneInfo(name).key)
    except (KeyError, ValueError, OSError):
        return False


def zone_meant(name: str) -> str:
    """What to write instead of something that is no zone."""
    zones = sorted(available_timezones())
    towns = {zone.rpartition("/")[2].replace("_", " "): zone for zone in zones}
    if town := nearest(name.rpartition("/")[2].replace("_", " "), list(towns), 0.8):
        return f'Did you mean "{towns[town]}"?'
    return 'Write an IANA zone, for example "Europe/Paris".'


@cache
def countries() -> dict[str, str]:
    """Names of countries by their ISO 3166 code of two letters."""
    return {code: name for code, name in _rows("iso3166.tab")}  # noqa: C416  (a row is a list)


def country_meant(name: str) -> str:
    """What to write instead of something that is no code of a country."""
    if name[:2].upper() in countries() and not name[2:3].isalpha():
        return f'Did you mean "{name[:2].upper()}"?'
    codes = {country: code for code, country in countries().items()}
    if country := nearest(name, list(codes), 0.8):
        return f'Did you mean "{codes[country]}"?'
    return 'Write the two letters of ISO 3166, for example "FR".'


def zone_of(country: str, at: datetime) -> str:
    """The zone of a country whose clocks all show the same at that moment; else nothing."""
    zones = [row[2] for row in _rows("zone.tab") if row[0] == country]
    offsets = {at.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones}
    return zones[0] if len(offsets) == 1 else ""


def zone_at(at: datetime) -> str:
    """The zone, in whole hours, of whoever wrote down that moment."""
    offset = at.utcoffset()
    hours = round(offset.total_seconds() / 3600) if offset else 0
    # Their signs are the other way round: Etc/GMT-1 is an hour ahead of Greenwich.
    return f"Etc/GMT{-max(-12, min(14, hours)):+d}" if hours else "UTC"


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("tzdata") / "zoneinfo" / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
