"""States and provinces and their clocks. A state whose own clocks disagree has none here.

Borders of the zones: IANA time zone database, its files northamerica and australasia.
"""

from typing import NamedTuple


class State(NamedTuple):
    """A state; ``zone`` is empty where part of it lives by another clock."""

    name: str
    zone: str = ""


EAST, CENTRAL = "America/New_York", "America/Chicago"
MOUNTAIN, WEST = "America/Denver", "America/Los_Angeles"

STATES: dict[str, dict[str, State]] = {
    "US": {
        "AL": State("Alabama", CENTRAL), "AK": State("Alaska"), "AZ": State("Arizona", "America/Phoenix"),
        "AR": State("Arkansas", CENTRAL), "CA": State("California", WEST), "CO": State("Colorado", MOUNTAIN),
        "CT": State("Connecticut", EAST), "DE": State("Delaware", EAST), "DC": State("District of Columbia", EAST),
        "FL": State("Florida"), "GA": State("Georgia", EAST), "HI": State("Hawaii", "Pacific/Honolulu"),
        "ID": State("Idaho"), "IL": State("Illinois", CENTRAL), "IN": State("Indiana"), "IA": State("Iowa", CENTRAL),
        "KS": State("Kansas"), "KY": State("Kentucky"), "LA": State("Louisiana", CENTRAL), "ME": State("Maine", EAST),
        "MD": State("Maryland", EAST), "MA": State("Massachusetts", EAST), "MI": State("Michigan"),
        "MN": State("Minnesota", CENTRAL), "MS": State("Mississippi", CENTRAL), "MO": State("Missouri", CENTRAL),
        "MT": State("Montana", MOUNTAIN), "NE": State("Nebraska"), "NV": State("Nevada", WEST),
        "NH": State("New Hampshire", EAST), "NJ": State("New Jersey", EAST), "NM": State("New Mexico", MOUNTAIN),
        "NY": State("New York", EAST), "NC": State("North Carolina", EAST), "ND": State("North Dakota"),
        "OH": State("Ohio", EAST), "OK": State("Oklahoma", CENTRAL), "OR": State("Oregon"),
        "PA": State("Pennsylvania", EAST), "RI": State("Rhode Island", EAST), "SC": State("South Carolina", EAST),
        "SD": State("South Dakota"), "TN": State("Tennessee"), "TX": State("Texas"), "UT": State("Utah", MOUNTAIN),
        "VT": State("Vermont", EAST), "VA": State("Virginia", EAST), "WA": State("Washington", WEST),
        "WV": State("West Virginia", EAST), "WI": State("Wisconsin", CENTRAL), "WY": State("Wyoming", MOUNTAIN),
    },
    "CA": {
        "AB": State("Alberta", "America/Edmonton"), "BC": State("British Columbia"),
        "MB": State("Manitoba", "America/Winnipeg"), "NB": State("New Brunswick", "America/Moncton"),
        "NL": State("Newfoundland and Labrador"), "NS": State("Nova Scotia", "America/Halifax"),
        "ON": State("Ontario"), "PE": State("Prince Edward Island", "America/Halifax"), "QC": State("Quebec"),
        "SK": State("Saskatchewan", "America/Regina"),
    },
    "AU": {
        "ACT": State("Australian Capital Territory", "Australia/Sydney"), "NSW": State("New South Wales"),
        "NT": State("Northern Territory", "Australia/Darwin"), "QLD": State("Queensland", "Australia/Brisbane"),
        "SA": State("South Australia", "Australia/Adelaide"), "TAS": State("Tasmania", "Australia/Hobart"),
        "VIC": State("Victoria", "Australia/Melbourne"), "WA": State("Western Australia", "Australia/Perth"),
    },
}  # fmt: skip
