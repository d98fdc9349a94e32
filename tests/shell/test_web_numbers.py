"""Numbers in an address: one that no database can hold is the number of no row."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter

from bowout.web.numbers import Number
from tests.people import Cast
from tests.shell.web import signed_in


def converters(patterns: list[URLPattern | URLResolver]) -> set[type]:
    """What makes values of the parts of all addresses."""
    found: set[type] = set()
    for one in patterns:
        found |= {type(converter) for converter in one.pattern.converters.values()}
        if isinstance(one, URLResolver):
            found |= converters(one.url_patterns)
    return found


def test_no_address_takes_a_number_that_no_database_holds() -> None:
    used = converters(get_resolver().url_patterns)
    assert Number in used
    assert IntConverter not in used, "write <number:key> instead of <int:key>"


@pytest.mark.parametrize("number", ["9" * 23, "9" * 19, "9" * 18, "0"])
@pytest.mark.parametrize(
    "address",
    ["deals/{}/take", "deals/1/people/{}/leave", "deals/1/calendar/{}/remove", "mail/{}/again", "team/{}/link"],
)
def test_the_number_of_no_row_is_not_found(cast: Cast, address: str, number: str) -> None:
    assert signed_in(cast.mia).post(f"/{address.format(number)}/").status_code == 404


@pytest.mark.parametrize("number", ["9" * 23, "9" * 18])
def test_nor_is_the_number_of_no_piece_of_a_file(cast: Cast, number: str) -> None:
    client = signed_in(cast.mia)
    assert client.get(f"/import/{number}/errors/1/").status_code == 404
    assert client.get(f"/import/1/errors/{number}/").status_code == 404
