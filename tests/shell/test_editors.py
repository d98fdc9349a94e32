"""Editors ask without signing in; strangers on the network do not (M5)."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

TEXT = {"text": "Your process is rigged. We have decided to withdraw.", "language": "en-US"}


FORM = "application/x-www-form-urlencoded"


def post(client: Client, path: str, fields: dict[str, str], **extra: str) -> Any:
    return client.post(path, urlencode(fields), content_type=FORM, **extra)  # type: ignore[arg-type]


def said(client: Client, path: str = "/v2/check", **extra: str) -> tuple[int, list[str]]:
    answer = post(client, path, TEXT, **extra)
    return answer.status_code, [match["rule"]["id"] for match in answer.json().get("matches", [])]


def test_it_works(client: Client) -> None:
    assert said(client) == (200, ["accuses-the-process"])
    assert client.get("/v2/languages").json()[0]["longCode"] == "en"
    assert client.get("/v2/check", TEXT).json()["matches"]


def test_an_address_for_each_step(client: Client) -> None:
    assert said(client, "/editors/raise/v2/check") == (200, ["accuses-the-process", "announces-a-decision"])
    assert said(client, "/editors/part/v2/check") == (200, ["accuses-the-process"])
    assert client.get("/editors/part/v2/languages").json()
    answer = post(client, "/editors/parting/v2/check", TEXT)
    assert answer.status_code == 404
    assert "There are: raise, explain" in answer.json()["error"]


def test_no_form_token_and_no_cookie_is_needed_and_none_is_given() -> None:
    client = Client(enforce_csrf_checks=True)
    assert said(client)[0] == 200
    assert not client.cookies


@pytest.mark.parametrize("stranger", [{"REMOTE_ADDR": "10.0.0.7"}, {"HTTP_X_FORWARDED_FOR": "10.0.0.7"}])
def test_without_a_token_only_this_machine_may_ask(client: Client, stranger: dict[str, str]) -> None:
    status, _ = said(client, **stranger)
    assert status == 403


def test_a_server_that_others_reach_wants_a_token_of_everybody(client: Client, settings: object) -> None:
    settings.BOWOUT_IS_LOCAL = False  # type: ignore[attr-defined]
    assert said(client)[0] == 403


def test_with_a_token_whoever_has_it_may_ask(client: Client, settings: object) -> None:
    settings.BOWOUT_EDITOR_TOKEN = "secret-token"  # type: ignore[attr-defined]
    far = {"REMOTE_ADDR": "10.0.0.7"}
    assert said(client)[0] == 403
    assert post(client, "/v2/check", {**TEXT, "apiKey": "wrong"}, **far).status_code == 403
    assert post(client, "/v2/check", {**TEXT, "apiKey": "secret-token"}, **far).status_code == 200
    assert said(client, HTTP_AUTHORIZATION="Bearer secret-token", **far)[0] == 200


def test_what_cannot_be_read_is_said(client: Client) -> None:
    answer = post(client, "/v2/check", {"language": "en"})
    assert answer.status_code == 400
    assert answer.json() == {"error": "Missing 'text' or 'data' parameter"}
