"""Whose clock it is: the contact's own, else the account's, else that of their phone number, else nobody knows (M6)."""

import pytest

from bowout.desk.setting import setting_of
from bowout.store.models import Account, Contact
from tests.people import NOW, Cast
from tests.shell.walking import Sit, ready, the_stream


def clock(cast: Cast) -> tuple[str, bool]:
    """Zone by which Claire's hours are judged, and whether anybody knows it."""
    cast.deal.refresh_from_db()
    setting = setting_of(cast.deal)
    return setting.office_of(str(cast.claire.pk)).zone, setting.knows_clock_of(str(cast.claire.pk))


def test_it_works(cast: Cast) -> None:
    assert clock(cast) == ("Europe/Paris", True)


@pytest.mark.parametrize(
    ("contact", "account", "phone", "meant"),
    [
        ("America/Montreal", "Europe/Paris", "+33 1 40 20 50 50", ("America/Montreal", True)),
        ("", "Europe/Paris", "+1 514 555 2368", ("Europe/Paris", True)),
        ("", "", "+1 514 288 7245", ("America/Toronto", True)),
        ("", "", "+1 800 555 0199", ("Europe/Berlin", False)),
        ("", "", "", ("Europe/Berlin", False)),
        ("Mars/Olympus", "", "", ("Europe/Berlin", False)),
    ],
    ids=["the contact's own", "the account's", "the phone number's", "a number of nowhere", "ours", "no zone at all"],
)
def test_the_nearest_that_is_known(cast: Cast, contact: str, account: str, phone: str, meant: tuple[str, bool]) -> None:
    Account.objects.filter(pk=cast.deal.account_id).update(zone=account, country="FR" if account else "")
    Contact.objects.filter(pk=cast.claire.pk).update(zone=contact, phone=phone)
    zone, known = clock(cast)
    same = {"America/Montreal": "America/Toronto"} if not contact else {}
    assert (same.get(zone, zone), known) == meant


def test_a_regions_holiday_is_a_day_off_there(cast: Cast, sit: Sit) -> None:
    alice = sit(cast.alice)
    alice.get(f"/deals/{cast.deal.pk}/account/")
    alice.send("", country="DE", zone="Europe/Berlin", region="Bayern")
    assert Account.objects.get(pk=cast.deal.account_id).region == "BY"
    cast.deal.refresh_from_db()
    office = setting_of(cast.deal).office
    assert office.day_off(NOW.replace(month=1, day=6).date()) == "Epiphany"


@pytest.mark.parametrize(
    ("country", "region", "says"),
    [
        ("FR", "BY", "Write one of: "),
        ("", "BY", "Say the country first."),
        ("XK", "BY", "No region of this country has holidays of its own."),
    ],
)
def test_a_region_that_is_none_there_is_named_with_those_to_choose_from(
    cast: Cast, sit: Sit, country: str, region: str, says: str
) -> None:
    alice = sit(cast.alice)
    alice.get(f"/deals/{cast.deal.pk}/account/")
    alice.send("", country=country, region=region)
    assert alice.status == 422
    assert says in alice.text
    assert Account.objects.get(pk=cast.deal.account_id).country == "FR"


def test_a_call_to_somebody_elsewhere_is_judged_on_their_clock(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    address = f"/deals/{cast.deal.pk}/people/{cast.claire.pk}/"
    alice.get(address)
    alice.send("", country="CA", region="Quebec", zone="America/Toronto")
    assert Contact.objects.get(pk=cast.claire.pk).region == "QC"
    text = alice.get(f"/walk-aways/{the_stream()}/call/")
    assert "it is 05:00 there" in text or "it is 04:00 there" in text


def test_the_call_page_lists_the_next_good_hours_on_both_clocks(cast: Cast, sit: Sit) -> None:
    Contact.objects.filter(pk=cast.claire.pk).update(zone="America/Toronto", country="CA")
    alice = ready(cast, sit)
    text = alice.get(f"/walk-aways/{the_stream()}/call/")
    assert "Good hours to call Claire Dubois" in text
    assert "Tue 3 Mar, 09:00 to 12:00 · 15:00 to 18:00 yours" in text


def test_in_a_tender_no_hour_is_good(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    cast.deal.regime = "no-contact"
    cast.deal.save()
    assert "Good hours" not in alice.get(f"/walk-aways/{the_stream()}/call/")
