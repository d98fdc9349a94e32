"""Countries and zones to choose from."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from django import forms

from bowout.core.hours import region_code, regions

_CONTINENTS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
Group = tuple[str, list[tuple[str, str]]]


@cache
def zones() -> list[Group]:
    """IANA zones by continent, as people read them and each under its name of today."""
    named = {zone for of_country in get_global("territory_zones").values() for zone in of_country}
    towns = sorted(((zone, _town(zone)) for zone in named & available_timezones()), key=lambda pair: _order(pair[1]))
    return [(land, [pair for pair in towns if pair[0].startswith(f"{land}/")]) for land in _CONTINENTS]


def today(zone: str) -> str:
    """The zone under its name of today: Asia/Kolkata for Asia/Calcutta."""
    name = get_global("zone_aliases").get(zone, zone)
    return name if "/" in zone and name in available_timezones() else zone


@cache
def countries() -> list[tuple[str, str]]:
    """ISO 3166 codes and English names, by name."""
    # Territories without a clock are unions, uninhabited, or made up for tests of software; Kosovo lacks its own zone.
    known = {*get_global("territory_zones"), "XK"} - {"ZZ"}
    found = [(code, name) for code, name in Locale("en").territories.items() if len(code) == 2 and code in known]
    return sorted(found, key=lambda pair: _order(pair[1]))


class ZoneField(forms.ChoiceField):
    """A zone; old names are taken for those of today."""

    def prepare_value(self, value: Any) -> Any:
        """As it is offered."""
        return today(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> str:
        """As it is kept."""
        return today(super().to_python(value))


def zone_field(
    label: str = "Time zone", help_text: str = "", required: bool = True, empty: str = "Not known"
) -> forms.ChoiceField:
    """A zone, chosen by somebody: one that was only there first would put calls at the wrong hour."""
    first: Sequence[tuple[str, str]] = [("", "Choose one" if required else empty), ("UTC", "UTC")]
    return ZoneField(label=label, help_text=help_text, required=required, choices=lambda: [*first, *zones()])


def country_field(label: str = "Country", help_text: str = "", required: bool = False) -> forms.ChoiceField:
    """A country, or nothing."""
    return forms.ChoiceField(
        label=label, help_text=help_text, required=required, choices=lambda: [("", "Not said"), *countries()]
    )


class RegionField(forms.CharField):
    """A region with public holidays of its own, by code or name; it needs the country to be understood."""

    def __init__(self, label: str = "Region") -> None:
        super().__init__(
            label=label,
            required=False,
            max_length=80,
            help_text="Where its holidays differ from the rest of the country: BY or Bayern in Germany.",
            widget=forms.TextInput(attrs={"list": "regions", "autocomplete": "off"}),
        )

    def code(self, country: str, written: str) -> str:
        """The region's code in that country. Raises ``ValidationError`` that names those to choose from."""
        known, found = regions(country), region_code(country, written)
        if found or not written:
            return found
        if not country:
            raise forms.ValidationError("Say the country first.", "country")
        if not known:
            raise forms.ValidationError("No region of this country has holidays of its own. Leave it empty.", "none")
        offered = ", ".join(f"{code} ({name})" if name != code else code for code, name in known.items())
        raise forms.ValidationError(f"We do not know “{written}” there. Write one of: {offered}.", "unknown")


def _town(zone: str) -> str:
    return zone.partition("/")[2].replace("_", " ").replace("/", ", ")


def _order(name: str) -> str:
    """Åland stands with A."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
