"""Signs that are none: PostgreSQL refuses them with an error, and nobody types them."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bowout.store.models import CalendarEntry
from tests.connectors.test_dated import event, file
from tests.people import NOW, Cast
from tests.shell.browsing import Forms
from tests.shell.walking import Sit
from tests.shell.web import nobody, signed_in, words

NUL = "%00"
UTF_7 = "text/plain; charset=utf-7"
HALF = "+2AA-"
"""Half a sign, as only UTF-7 can say it."""


def addresses(cast: Cast, sign: str) -> list[str]:
    return [
        f"/deals/{cast.deal.pk}/?who={sign}",
        f"/deals/?q={sign}&stage={sign}&owner={sign}&sort={sign}",
        f"/mail/?show={sign}&page={sign}",
        f"/?scope={sign}&when={sign}",
        f"/?{sign}=1",
        f"/set-password/1/a/?next=/{sign}",
    ]


def test_an_address_that_no_database_takes_is_refused_in_words(cast: Cast) -> None:
    for address in addresses(cast, NUL):
        response = signed_in(cast.alice).get(address)
        assert response.status_code == 400, address
        assert "We could not read that" in words(response)


@pytest.mark.parametrize(
    "address", ["/rules/%00/", "/static/%00", "/set-password/%00/%00/", "/c/%00", "/deals/%00/", "/%00"]
)
def test_where_one_is_part_of_a_name_nothing_has_that_name(cast: Cast, address: str) -> None:
    assert signed_in(cast.alice).get(address).status_code in {404, 410}


def test_half_a_sign_is_refused(cast: Cast) -> None:
    for address in addresses(cast, HALF)[:5]:
        assert signed_in(cast.alice).get(address, headers={"Content-Type": UTF_7}).status_code == 400, address


def test_a_form_in_another_alphabet_is_refused(cast: Cast) -> None:
    body = f"--b\r\nContent-Disposition: form-data; name=q\r\n\r\n{HALF}\r\n--b--\r\n"
    kind = "multipart/form-data; boundary=b; charset=utf-7"
    assert signed_in(cast.alice).post(f"/deals/{cast.deal.pk}/people/", body, content_type=kind).status_code == 400


@pytest.mark.django_db
def test_a_session_that_nobody_can_have_is_refused() -> None:
    assert nobody().get("/", headers={"Cookie": 'sessionid="a\\000b"'}).status_code == 400


def test_what_people_do_type_is_taken(cast: Cast) -> None:
    for sign in ("%F0%9F%98%80", "%C3%A4", "%FF", "%ED%A0%80"):
        for address in addresses(cast, sign)[:5]:
            assert signed_in(cast.alice).get(address).status_code == 200, address
    kind = "application/x-www-form-urlencoded; charset=UTF-8"
    assert signed_in(cast.alice).post("/me/", "", content_type=kind).status_code == 422


@pytest.mark.parametrize(
    "page",
    ["deals/{}/", "deals/{}/edit/", "deals/{}/account/", "deals/{}/raise/", "me/", "team/", "words/", "playbook/"],
)
def test_no_form_breaks_on_them_and_what_was_typed_is_kept(cast: Cast, sit: Sit, page: str) -> None:
    mia = sit(cast.mia)
    url = f"/{page.format(cast.deal.pk)}"
    mia.get(url)
    forms = Forms()
    forms.feed(mia.text)
    for action in forms.found.keys() - {"/sign-out/", "/me/password/"}:
        fields = forms.found[action]
        for name in fields:
            response = mia.client.post(action or url, {**fields, name: ["a\0b"]})
            assert response.status_code < 500
            assert response.status_code != 400, "what was typed would be gone"


def test_a_calendar_file_is_read_without_them(cast: Cast, at: Any) -> None:
    at(NOW)
    raw = file(*event(":20260309T100000Z", "De\0mo", "a\0b"))
    url = f"/deals/{cast.deal.pk}/calendar/file/"
    assert "1 added" in words(signed_in(cast.alice).post(url, {"file": SimpleUploadedFile("a.ics", raw)}, follow=True))
    assert CalendarEntry.objects.filter(title="Demo").exists()
