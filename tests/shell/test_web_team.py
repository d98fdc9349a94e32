"""Members, their parts, and what I may change about myself."""

import pytest
from django.contrib.auth import authenticate

from bowout.store.models import Deal, User
from tests.people import PASSWORD, Cast
from tests.shell.web import nobody, signed_in, words

NEW = {"name": "Nora Nau", "email": "nora@north.example", "role": "rep", "zone": "Europe/Berlin"}


def test_everybody_sees_the_team_and_nobody_elses(cast: Cast) -> None:
    page = words(signed_in(cast.alice).get("/team/"))
    assert "Bob Brandt" in page
    assert "Charlie Czerny" not in page
    assert "Add a member" not in page


@pytest.mark.parametrize(("name", "status"), [("mia", 302), ("rita", 302), ("alice", 403), ("eve", 403)])
def test_managers_and_revops_add_members(cast: Cast, name: str, status: int) -> None:
    assert signed_in(getattr(cast, name)).post("/team/add/", NEW).status_code == status
    assert User.objects.filter(email="nora@north.example").exists() == (status == 302)


def test_an_address_that_is_taken_is_said_beside_the_field(cast: Cast) -> None:
    response = signed_in(cast.mia).post("/team/add/", NEW | {"email": "CHARLIE@south.example"})
    assert response.status_code == 422
    assert "Somebody signs in with that address already." in words(response)


def test_a_member_gets_another_part_or_leaves(cast: Cast) -> None:
    client = signed_in(cast.mia)
    assert client.post(f"/team/{cast.bob.pk}/", {"role": "executive"}).status_code == 302
    bob = User.objects.get(pk=cast.bob.pk)
    assert (bob.role, bob.is_active) == ("executive", False)
    assert client.post(f"/team/{cast.bob.pk}/link/").status_code == 404


def test_nobody_takes_a_second_part_to_confirm_twice(cast: Cast) -> None:
    refused = signed_in(cast.rita).post(f"/team/{cast.rita.pk}/", {"role": "manager", "active": "on"})
    assert refused.status_code == 422
    assert "Somebody else changes your role" in words(refused)
    cast.rita.refresh_from_db()
    assert cast.rita.role == "revops"


def test_somebody_stays_who_can_add_members(cast: Cast) -> None:
    client = signed_in(cast.mia)
    assert client.post(f"/team/{cast.rita.pk}/", {"role": "rep", "active": "on"}).status_code == 302
    refused = client.post(f"/team/{cast.mia.pk}/", {"role": "manager"})
    assert refused.status_code == 422
    assert "Somebody must stay" in words(refused)
    assert User.objects.get(pk=cast.mia.pk).role == "manager"


def test_another_teams_members_are_not_found(cast: Cast) -> None:
    client = signed_in(cast.mia)
    for path in (f"/team/{cast.charlie.pk}/", f"/team/{cast.charlie.pk}/link/"):
        assert client.post(path, {"role": "rep"}).status_code == 404
    assert User.objects.get(pk=cast.charlie.pk).role == "manager"


def test_the_team_moves(cast: Cast) -> None:
    moved = {"name": "North", "country": "FR", "zone": "Europe/Paris"}
    assert signed_in(cast.alice).post("/team/place/", moved).status_code == 403
    assert signed_in(cast.rita).post("/team/place/", moved).status_code == 302
    cast.team.refresh_from_db()
    assert (cast.team.country, cast.team.zone) == ("FR", "Europe/Paris")


def test_i_change_my_name_and_clock(cast: Cast) -> None:
    client = signed_in(cast.alice)
    assert client.post("/me/", {"name": "Alice Anders", "zone": "America/New_York"}).status_code == 302
    assert client.post("/me/", {"name": "Alice", "zone": "Mars/Olympus"}).status_code == 422
    alice = User.objects.get(pk=cast.alice.pk)
    assert (alice.name, alice.zone) == ("Alice Anders", "America/New_York")


def test_a_new_password_needs_the_old_one_and_ends_other_sessions(cast: Cast) -> None:
    here, there = nobody(), signed_in(cast.alice)
    here.post("/sign-in/", {"email": cast.alice.email, "password": PASSWORD})
    assert here.post("/me/password/", {"old": "guess", "password": "eleven grey herons"}).status_code == 422
    assert here.post("/me/password/", {"old": PASSWORD, "password": "eleven grey herons"}).status_code == 302
    assert authenticate(username=cast.alice.email, password="eleven grey herons")
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 302


def test_who_joins_gets_the_deals_that_the_crm_says_are_theirs(cast: Cast) -> None:
    named = {"team": cast.team, "account": cast.deal.account, "stage": "Proposal", "owner": None}
    theirs = Deal.objects.create(name="One", owner_name="Nau, Nora", **named)
    taken = Deal.objects.create(name="Two", owner_name="Nora Nau", **{**named, "owner": cast.bob})
    others = Deal.objects.create(name="Three", owner_name="Nora Naumann", **named)
    elsewhere = Deal.objects.create(name="Four", owner_name="Nora Nau", **{**named, "team": cast.charlie.team})
    signed_in(cast.mia).post("/team/add/", NEW)
    nora = User.objects.get(email="nora@north.example")
    owners = {
        deal.name: deal.owner for deal in Deal.objects.filter(pk__in=[d.pk for d in (theirs, taken, others, elsewhere)])
    }
    assert owners == {"One": nora, "Two": cast.bob, "Three": None, "Four": None}


def test_an_empty_field_is_said_in_our_words(cast: Cast) -> None:
    page = words(signed_in(cast.mia).post("/team/add/", {**NEW, "name": "", "role": ""}))
    assert "Fill this in." in page
    assert "Choose one." in page
    assert "This field is required" not in page
