"""Contacts of the account get a part in the deal with one click."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bowout.store.models import Account, Contact, DealContact
from tests.people import NOW, Cast
from tests.shell.web import signed_in, words


@pytest.fixture(autouse=True)
def _clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEBUG_CLOCK = True
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())


def imported(cast: Cast, *names: str, account: Account | None = None) -> list[Contact]:
    """Contacts of the account without a part in any deal."""
    home = account or cast.deal.account
    return [Contact.objects.create(team=home.team, account=home, name=name, title="CTO") for name in names]


def test_the_accounts_other_contacts_are_offered(cast: Cast) -> None:
    elsewhere = Account.objects.create(team=cast.team, name="Another")
    imported(cast, "Yves Klein", "Zoé Roux")
    imported(cast, "Otto Other", account=elsewhere)
    page = words(signed_in(cast.alice).get(f"/deals/{cast.deal.pk}/"))
    assert "2 more people of Atelier Lumière are known" in page
    assert "Add Yves Klein" in page
    assert "Add Zoé Roux" in page
    assert "Add Otto Other" not in page
    assert "Add Claire Dubois" not in page


def test_one_click_and_a_role_give_somebody_a_part(cast: Cast) -> None:
    (yves,) = imported(cast, "Yves Klein")
    client = signed_in(cast.alice)
    response = client.post(f"/deals/{cast.deal.pk}/people/known/", {"contact": yves.pk, "role": "decision maker"})
    assert response.status_code == 302
    assert DealContact.objects.get(contact=yves).role == "decision maker"
    page = words(client.get(f"/deals/{cast.deal.pk}/"))
    assert "are known" not in page
    assert "Yves Klein · CTO No phone number, no address decision maker" in page


def test_a_role_may_stay_open(cast: Cast) -> None:
    (yves,) = imported(cast, "Yves Klein")
    signed_in(cast.alice).post(f"/deals/{cast.deal.pk}/people/known/", {"contact": yves.pk, "role": ""})
    assert DealContact.objects.get(contact=yves).role == ""


@pytest.mark.parametrize("role", ["x" * 101])
def test_a_role_that_does_not_fit_is_said(cast: Cast, role: str) -> None:
    (yves,) = imported(cast, "Yves Klein")
    address = f"/deals/{cast.deal.pk}/people/known/"
    response = signed_in(cast.alice).post(address, {"contact": yves.pk, "role": role})
    assert response.status_code == 422
    assert "at most 100 characters" in words(response)
    assert not DealContact.objects.filter(contact=yves).exists()


def test_only_the_accounts_own_contacts_can_be_added_so(cast: Cast) -> None:
    (otto,) = imported(cast, "Otto Other", account=Account.objects.create(team=cast.team, name="Another"))
    (spy,) = imported(cast, "Spy", account=cast.elsewhere.account)
    client = signed_in(cast.alice)
    for contact in (otto.pk, spy.pk, "x", "", "9" * 40):
        response = client.post(f"/deals/{cast.deal.pk}/people/known/", {"contact": contact, "role": ""})
        assert response.status_code == 404
    assert cast.deal.deal_contacts.count() == 3


def test_who_was_taken_out_can_come_back(cast: Cast) -> None:
    client = signed_in(cast.alice)
    client.post(f"/deals/{cast.deal.pk}/people/{cast.henri.pk}/leave/")
    assert "Add Henri Moreau" in words(client.get(f"/deals/{cast.deal.pk}/"))
    client.post(f"/deals/{cast.deal.pk}/people/known/", {"contact": cast.henri.pk, "role": "champion"})
    assert DealContact.objects.get(contact=cast.henri).role == "champion"
    assert not cast.deal.taken_out.exists()


def test_a_large_account_is_searched_and_asks_no_more_queries(cast: Cast) -> None:
    imported(cast, "Anna Aal")
    few = questions(cast, "")
    imported(cast, *(f"Person {number:03}" for number in range(60)))
    assert questions(cast, "") == few
    page = words(signed_in(cast.alice).get(f"/deals/{cast.deal.pk}/"))
    assert "61 more people" in page
    assert "Add Person 010" in page
    assert "Add Person 059" not in page
    found = words(signed_in(cast.alice).get(f"/deals/{cast.deal.pk}/?who=person+059"))
    assert "Add Person 059" in found
    assert "Add Person 010" not in found
    assert "No other contact" in words(signed_in(cast.alice).get(f"/deals/{cast.deal.pk}/?who=Xaver"))


def questions(cast: Cast, query: str) -> int:
    client = signed_in(cast.alice)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(f"/deals/{cast.deal.pk}/{query}").status_code == 200
    return len(caught)
