"""Where a customer is: said with one click, on every page where a guess could do harm."""

from typing import Any

import pytest

from bowout.desk.where import zones_of
from bowout.store.models import Account, Contact
from tests.people import NOW, Cast
from tests.shell.steps import STREAM, begin
from tests.shell.web import signed_in, words

WALK = f"/walk-aways/{STREAM}/"


@pytest.fixture(autouse=True)
def _clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEBUG_CLOCK = True
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())


def place(cast: Cast, country: str, phone: str, zone: str = "") -> None:
    """What is known of where the customer is."""
    Account.objects.filter(pk=cast.deal.account_id).update(country=country, zone=zone)
    Contact.objects.filter(account=cast.deal.account).update(phone=phone)


def account(cast: Cast) -> Account:
    """The customer as saved."""
    return Account.objects.get(pk=cast.deal.account_id)


def test_a_country_with_several_clocks_asks_which_and_takes_one(cast: Cast) -> None:
    place(cast, "US", "")
    client = signed_in(cast.alice)
    for address in (f"/deals/{cast.deal.pk}/", f"/deals/{cast.deal.pk}/account/"):
        page = words(client.get(address))
        assert "Which time zone in the United States?" in page
        assert "New York" in page
        assert "Nobody has said where they are" not in page
    client.post(f"/deals/{cast.deal.pk}/account/suggested/", {"zone": "America/Chicago"})
    assert (account(cast).zone, account(cast).kept) == ("America/Chicago", ["zone"])
    assert "Which time zone" not in words(client.get(f"/deals/{cast.deal.pk}/"))


def test_what_a_phone_number_says_comes_before_the_question(cast: Cast) -> None:
    place(cast, "US", "+1 212 736 5000")
    page = words(signed_in(cast.alice).get(f"/deals/{cast.deal.pk}/"))
    assert "Going by the number of Claire Dubois: United States, New York time" in page


def test_nobody_has_said_only_where_nobody_has(cast: Cast) -> None:
    place(cast, "", "")
    page = words(signed_in(cast.alice).get(f"/deals/{cast.deal.pk}/"))
    assert "Nobody has said where they are" in page
    assert "Which time zone" not in page


@pytest.mark.parametrize("zone", ["Europe/Paris", "Mars/Olympus", "America"])
def test_a_zone_of_another_country_is_not_taken_so(cast: Cast, zone: str) -> None:
    place(cast, "US", "")
    signed_in(cast.alice).post(f"/deals/{cast.deal.pk}/account/suggested/", {"zone": zone})
    assert (account(cast).zone, account(cast).kept) == ("", [])


def test_the_walk_aways_page_confirms_the_guess_with_one_click_and_stays(cast: Cast) -> None:
    begin(cast)
    place(cast, "", "+1 212 736 5000")
    client = signed_in(cast.alice)
    page = words(client.get(WALK))
    assert "Going by the number of Claire Dubois: United States, New York time" in page
    assert "That is right" in page
    answer = client.post(f"/deals/{cast.deal.pk}/account/suggested/", {"back": "walk-away"})
    assert answer.headers["Location"] == WALK
    assert (account(cast).country, account(cast).zone) == ("US", "America/New_York")
    assert "Going by" not in words(client.get(WALK))


def test_the_walk_aways_page_asks_which_zone_as_the_deals_page_does(cast: Cast) -> None:
    begin(cast)
    place(cast, "US", "")
    assert "Which time zone in the United States?" in words(signed_in(cast.alice).get(WALK))


def test_the_clocks_of_a_country_are_named_once_each_by_their_best_known_town() -> None:
    assert zones_of("US")[:5] == (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
    )
    assert zones_of("FR") == ("Europe/Paris",)
    assert zones_of("") == zones_of("XX") == ()
