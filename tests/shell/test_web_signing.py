"""Signing in, the first run, and links to choose a password."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core import signing

from bowout.store import tries
from bowout.store.models import SignInTries, Team, User
from bowout.web import clock
from bowout.web.views import signing as page
from tests.people import NOW, PASSWORD, Cast
from tests.shell.web import nobody, signed_in, words

FIRST = {
    "team": "Northwind",
    "country": "DE",
    "zone": "Europe/Berlin",
    "name": "Ada Albers",
    "email": "Ada@Northwind.example",
    "role": "manager",
    "password": "eleven grey herons",
}


def test_it_works(cast: Cast) -> None:
    client = nobody()
    response = client.post("/sign-in/", {"email": "ALICE@north.example", "password": PASSWORD, "next": "/team/"})
    assert (response.status_code, response.headers["Location"]) == (302, "/team/")
    assert client.get("/team/").status_code == 200


def test_who_is_not_signed_in_comes_back_to_where_they_wanted(cast: Cast) -> None:
    response = nobody().get("/team/?x=1")
    assert response.headers["Location"] == "/sign-in/?next=/team/%3Fx%3D1"
    assert 'value="/team/?x=1"' in nobody().get(response.headers["Location"]).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/sign-out/"])
def test_signing_in_never_leads_to_another_site(cast: Cast, elsewhere: str) -> None:
    given = {"email": cast.alice.email, "password": PASSWORD, "next": elsewhere}
    assert nobody().post("/sign-in/", given).headers["Location"] == "/"


def test_a_wrong_password_does_not_say_whether_the_address_is_known(cast: Cast) -> None:
    known = nobody().post("/sign-in/", {"email": cast.alice.email, "password": "guess"})
    unknown = nobody().post("/sign-in/", {"email": "nobody@north.example", "password": "guess"})
    assert known.status_code == unknown.status_code == 422
    assert "do not belong together" in words(known)
    assert "do not belong together" in words(unknown)


def test_after_five_guesses_even_the_right_password_waits(cast: Cast) -> None:
    client = nobody()
    for _ in range(tries.FROM_ONE_PLACE):
        client.post("/sign-in/", {"email": cast.alice.email, "password": "guess"})
    right = {"email": cast.alice.email, "password": PASSWORD}
    assert "Wait 15 minutes" in words(client.post("/sign-in/", right))
    assert client.post("/sign-in/", right, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_waiting_is_enough(db: None) -> None:
    for _ in range(tries.FROM_ONE_PLACE):
        assert not tries.note("a@b.example", "here", NOW)
    assert tries.note("a@b.example", "here", NOW + timedelta(minutes=5)) == timedelta(minutes=10)
    assert not tries.note("a@b.example", "here", NOW + tries.WINDOW)


def test_many_places_together_cannot_guess_for_ever_either(db: None) -> None:
    waits = [tries.note("a@b.example", f"place {number}", NOW) for number in range(tries.FROM_ANYWHERE + 1)]
    assert not any(waits[:-1])
    assert waits[-1] == tries.WINDOW


def test_no_address_is_kept_of_who_tried(db: None) -> None:
    tries.note("a@b.example", "192.0.2.7", NOW)
    kept = " ".join(SignInTries.objects.values_list("key", flat=True))
    assert "example" not in kept
    assert "192" not in kept


def test_behind_a_proxy_only_its_own_word_says_where_they_come_from(rf: Any, settings: Any) -> None:
    request = rf.post("/sign-in/", HTTP_X_FORWARDED_FOR="1.1.1.1, 192.0.2.7", REMOTE_ADDR="127.0.0.1")
    assert page._where(request) == "127.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert page._where(request) == "192.0.2.7"


def test_signing_out_needs_a_form_and_ends_the_session(cast: Cast) -> None:
    client = signed_in(cast.alice)
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert client.get("/team/").status_code == 302


def test_a_page_of_the_team_is_kept_by_nobody_on_the_way(cast: Cast) -> None:
    assert "no-store" in signed_in(cast.alice).get("/team/").headers["Cache-Control"]


def test_who_left_is_signed_out_at_once(cast: Cast) -> None:
    client = signed_in(cast.bob)
    User.objects.filter(pk=cast.bob.pk).update(is_active=False)
    assert client.get("/team/").status_code == 302


@pytest.mark.django_db
def test_the_first_visitor_is_led_to_the_first_run_and_becomes_the_owner() -> None:
    client = nobody()
    assert client.get("/").headers["Location"] == "/welcome/"
    assert client.get("/sign-in/").headers["Location"] == "/welcome/"
    assert client.post("/welcome/", FIRST).headers["Location"] == "/"
    owner = User.objects.get()
    assert (owner.email, owner.role, owner.zone) == ("ada@northwind.example", "manager", "Europe/Berlin")
    assert (owner.team.name, owner.team.country) == ("Northwind", "DE")
    assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_a_country_with_one_clock_says_the_time_zone() -> None:
    assert nobody().post("/welcome/", FIRST | {"zone": ""}).status_code == 302
    owner = User.objects.get()
    assert (owner.zone, owner.team.zone) == ("Europe/Berlin", "Europe/Berlin")


@pytest.mark.django_db
def test_only_countries_and_towns_that_there_are_can_be_chosen() -> None:
    page = nobody().get("/welcome/")
    countries = [name for _, name in page.context["form"].fields["country"].choices]
    assert {"Germany", "Kosovo", "Taiwan"} <= set(countries)
    assert not {"Unknown Region", "Pseudo-Accents", "Pseudo-Bidi", "European Union", "Outlying Oceania"} & set(
        countries
    )
    continents = dict(page.context["form"].fields["zone"].choices)
    assert ("Asia/Kolkata", "Kolkata") in continents["Asia"]
    assert not {"Asia/Calcutta", "Asia/Saigon"} & {zone for zone, _ in continents["Asia"]}
    assert not {"Europe/Kiev", "Europe/Belfast"} & {zone for zone, _ in continents["Europe"]}
    for towns in (continents["America"], continents["Europe"]):
        assert [town for _, town in towns] == sorted((town for _, town in towns), key=str.casefold)


def test_a_zone_under_its_old_name_is_shown_under_its_new_one(cast: Cast) -> None:
    User.objects.filter(pk=cast.alice.pk).update(zone="Asia/Calcutta")
    client = signed_in(cast.alice)
    assert '<option value="Asia/Kolkata" selected>' in client.get("/me/").content.decode()
    assert client.post("/me/", {"name": "Alice", "zone": "Europe/Kiev"}).status_code == 302
    assert User.objects.get(pk=cast.alice.pk).zone == "Europe/Kyiv"


def test_there_is_no_first_run_once_somebody_is_there(cast: Cast) -> None:
    assert nobody().get("/welcome/").status_code == 404
    assert nobody().post("/welcome/", FIRST).status_code == 404
    assert not Team.objects.filter(name="Northwind").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["short", "password1234", "ada@northwind.example"])
def test_a_password_that_is_easily_guessed_is_not_taken(password: str) -> None:
    response = nobody().post("/welcome/", FIRST | {"password": password})
    assert response.status_code == 422
    assert not User.objects.exists()
    assert 'value="Northwind"' in response.content.decode(), "nothing typed is lost"


def handed_over(cast: Cast) -> str:
    """The path of a fresh link for a new member, Nora."""
    client = signed_in(cast.mia)
    given = {"name": "Nora Nau", "email": "nora@north.example", "role": "rep", "zone": "Europe/Berlin"}
    client.post("/team/add/", given)
    shown = client.get("/team/").context["handover"]
    assert shown["name"] == "Nora Nau"
    assert client.get("/team/").context["handover"] is None, "shown once"
    link: str = shown["link"]
    return link.partition("localhost")[2]


def test_a_new_member_chooses_their_own_password(cast: Cast) -> None:
    link, client = handed_over(cast), nobody()
    assert "nora@north.example" in words(client.get(link))
    assert not User.objects.get(email="nora@north.example").has_usable_password(), "opening it changes nothing"
    assert client.post(link, {"password": "eleven grey herons"}).headers["Location"] == "/"
    assert client.get("/team/").status_code == 200
    assert authenticate(username="nora@north.example", password="eleven grey herons")


def test_the_link_works_once_and_not_for_ever(cast: Cast, settings: Any) -> None:
    link = handed_over(cast)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert nobody().get(link).status_code == 410
    settings.PASSWORD_RESET_TIMEOUT = 60
    assert nobody().post(link, {"password": "eleven grey herons"}).status_code == 302
    again = nobody().post(link, {"password": "twelve grey herons"})
    assert again.status_code == 410
    assert not authenticate(username="nora@north.example", password="twelve grey herons")


def test_a_made_up_link_opens_nothing(cast: Cast) -> None:
    made_up = signing.get_cookie_signer().sign("x").replace(":", "-")
    for who in ("zz", str(cast.alice.pk), "!", "z" * 40):
        assert nobody().get(f"/set-password/{who}/{made_up}/").status_code == 410


def test_the_clock_moves_only_where_that_is_allowed(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())
    assert clock.now() != NOW
    settings.DEBUG_CLOCK = True
    assert clock.now() == NOW
    monkeypatch.setenv("BOWOUT_NOW", "2026-03-03T10:00")
    with pytest.raises(ValueError, match="offset"):
        clock.now()


@pytest.mark.django_db
def test_nobody_gets_a_time_zone_that_they_did_not_choose() -> None:
    for country in ("", "US"):
        response = nobody().post("/welcome/", FIRST | {"country": country, "zone": ""})
        assert list(response.context["form"].errors) == ["zone"]
    assert "Choose your time zone" in words(response)
    assert "selected>UTC" not in nobody().get("/welcome/").content.decode()
