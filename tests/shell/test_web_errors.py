"""What somebody sees when something is not there, not theirs, or broken."""

from typing import Any

import pytest
from django.test import Client

from bowout.web.views import today as page
from tests.people import Cast
from tests.shell.web import nobody, signed_in, words


def test_a_page_that_is_not_there_is_said_kindly(cast: Cast) -> None:
    response = signed_in(cast.alice).get("/nowhere/")
    assert response.status_code == 404
    assert "Nothing here" in words(response)


def test_who_may_only_look_is_told_who_can(cast: Cast) -> None:
    response = signed_in(cast.alice).post("/playbook/", {})
    assert response.status_code == 403
    assert "Not for your role" in words(response)


def test_a_page_that_was_open_too_long_asks_to_send_again(cast: Cast) -> None:
    client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    response = client.post("/sign-in/", {})
    assert response.status_code == 403
    assert "Please send that again" in words(response)


def test_a_broken_page_says_so_without_asking_anything_of_the_database(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(page, "read", broken)
    client = signed_in(cast.alice)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "Something broke on our side" in words(response)
    assert "disk" not in words(response)


def test_an_address_that_no_host_of_ours_has_is_refused_plainly() -> None:
    response = Client(SERVER_NAME="evil.example").get("/sign-in/")
    assert response.status_code == 400
    assert "evil" not in words(response)


@pytest.mark.django_db
def test_whoever_watches_the_server_hears_that_it_is_well() -> None:
    response = nobody().get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert nobody().post("/healthz").status_code == 405
