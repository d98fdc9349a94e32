"""Countries and zones to choose from."""

from collections.abc import Sequence
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from django import forms

_CONTINENTS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
Group = tuple[str, list[tuple[str, str]]]


@cache
def zones() -> list[Group]:
    """IANA zones by continent, as people read them."""
    names = sorted(available_timezones())
    return [(land, [(name, _town(name)) for name in names if name.startswith(f"{land}/")]) for land in _CONTINENTS]


@cache
def countries() -> list[tuple[str, str]]:
    """ISO 3166 codes and English names, by name."""
    territories = Locale("en").territories
    found = [
        (code, name) for code, name in territories.items() if len(code) == 2 and code not in {"EU", "EZ", "UN", "ZZ"}
    ]
    return sorted(found, key=lambda pair: pair[1].casefold())


def zone_field(label: str = "Time zone", help_text: str = "", required: bool = True) -> forms.ChoiceField:
    """A zone, chosen by somebody: one that was only there first would put calls at the wrong hour."""
    first: Sequence[tuple[str, str]] = [("", "Choose one" if required else "Not known"), ("UTC", "UTC")]
    return forms.ChoiceField(label=label, help_text=help_text, required=required, choices=lambda: [*first, *zones()])


def country_field(label: str = "Country", help_text: str = "", required: bool = False) -> forms.ChoiceField:
    """A country, or nothing."""
    return forms.ChoiceField(
        label=label, help_text=help_text, required=required, choices=lambda: [("", "Not said"), *countries()]
    )


def _town(zone: str) -> str:
    return zone.partition("/")[2].replace("_", " ").replace("/", ", ")
