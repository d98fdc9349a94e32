"""How customers see the company: its name, colour and logo, set by managers and RevOps."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from bowout.connectors import picture
from bowout.desk import branding
from bowout.store.models import Logo, Team, User
from tests.connectors.test_logo import drawn, saved
from tests.people import Cast
from tests.shell import steps
from tests.shell.customers import Customer, text
from tests.shell.customers import words as said
from tests.shell.steps import STREAM
from tests.shell.test_invitations import appointment, booked, mails
from tests.shell.walking import Sit
from tests.shell.web import nobody, signed_in, words

PATH = "/team/brand/"
LOGO = saved(drawn((900, 300), "#204080"))
PALE = "#fff3b0"


def save(user: User, file: bytes | None = None, **fields: str) -> HttpResponse:
    """Fill in the form as a browser without scripts does."""
    given: dict[str, Any] = {"known_as": "", "colour": "", "picked": "#0d5c4c", **fields}
    if file is not None:
        given["logo"] = SimpleUploadedFile("logo.png", file)
    return signed_in(user).post(PATH, given)  # type: ignore[return-value]


def team_of(cast: Cast) -> Team:
    return Team.objects.get(pk=cast.team.pk)


def brand_addresses(page: HttpResponse) -> list[str]:
    """Sheet and logo that a page names, in order."""
    return re.findall(r'(?:href|src)="(/brand/[^"]+)"', text(page))


def test_it_works(cast: Cast, claire: Customer) -> None:
    assert brand_addresses(claire.look()) == []
    saved = save(cast.mia, LOGO, known_as="North Networks  GmbH", colour="1B4F8A")
    assert (saved.status_code, saved["Location"]) == (302, PATH)
    page = claire.look()
    assert "North Networks GmbH" in said(page)
    assert 'class="branded"' in text(page)
    assert 'alt="North Networks GmbH"' in text(page)
    assert 'class="initials"' not in text(page)
    sheet, logo = (nobody().get(address) for address in brand_addresses(page))
    assert ".branded{--accent:#1b4f8a;" in sheet.content.decode()
    assert logo.content.startswith(b"\x89PNG")


def test_both_files_are_kept_for_ever_and_set_no_cookie(cast: Cast, claire: Customer) -> None:
    save(cast.mia, LOGO, colour=PALE)
    kinds = []
    for address in brand_addresses(claire.look()):
        answer = nobody().get(address)
        kinds.append(answer["Content-Type"])
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies
        assert nobody().head(address).status_code == 200
        assert nobody().post(address).status_code == 405
    assert kinds == ["text/css; charset=utf-8", "image/png"]


def test_no_address_of_them_leads_to_a_team(cast: Cast, claire: Customer) -> None:
    save(cast.mia, LOGO, colour=PALE)
    sheet, logo = brand_addresses(claire.look())
    save(cast.charlie, LOGO, colour=PALE)
    theirs = signed_in(cast.charlie).get("/team/brand/sample/")
    assert brand_addresses(theirs)[0] == sheet
    assert brand_addresses(theirs)[1] != logo
    assert re.fullmatch(r"/brand/[0-9a-f-]{36}\.png", logo)


@pytest.mark.parametrize(
    "address",
    ["/brand/fff3b0/0123456789.css", "/brand/red/0123456789.css", f"/brand/{UUID(int=5)}.png", "/brand/1.png"],
)
def test_what_is_not_there_is_not_found(db: None, address: str) -> None:
    assert nobody().get(address).status_code == 404


def test_a_new_logo_has_a_new_address_and_the_old_one_is_gone(cast: Cast, claire: Customer) -> None:
    save(cast.mia, LOGO)
    (old,) = brand_addresses(claire.look())
    save(cast.rita, LOGO)
    (new,) = brand_addresses(claire.look())
    assert old != new
    assert (nobody().get(old).status_code, nobody().get(new).status_code) == (404, 200)
    assert Logo.objects.count() == 1


def test_what_is_taken_away_gives_the_defaults_back(cast: Cast, claire: Customer) -> None:
    before = re.sub(r'name="answer" value="[^"]+"', "", text(claire.look()))
    save(cast.mia, LOGO, known_as="North Networks", colour=PALE)
    assert save(cast.mia, no_logo="on", picked=PALE).status_code == 302
    assert text(claire.look()) == before
    assert not Logo.objects.exists()
    assert (team_of(cast).known_as, team_of(cast).colour) == ("", "")


def test_saving_a_name_leaves_the_logo_alone(cast: Cast) -> None:
    save(cast.mia, LOGO)
    key = Logo.objects.get().key
    save(cast.mia, known_as="North Networks")
    assert Logo.objects.get().key == key


@pytest.mark.parametrize(("name", "status"), [("mia", 302), ("rita", 302), ("alice", 403), ("eve", 403)])
def test_managers_and_revops_change_it(cast: Cast, name: str, status: int) -> None:
    assert save(getattr(cast, name), LOGO, known_as="North Networks").status_code == status
    assert (team_of(cast).known_as, Logo.objects.count()) == (("North Networks", 1) if status == 302 else ("", 0))


def test_the_rest_of_the_team_looks(cast: Cast) -> None:
    save(cast.mia, LOGO, known_as="North Networks", colour=PALE)
    page = signed_in(cast.alice).get(PATH)
    assert page.status_code == 200
    assert "<form class" not in text(page)
    assert "A manager or RevOps can change them." in words(page)


def test_nothing_goes_around_the_desk(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        branding.dress(cast.alice, "Mine", "")
    with pytest.raises(PermissionDenied):
        branding.hang(cast.alice, uuid4(), picture.logo(LOGO))
    with pytest.raises(PermissionDenied):
        branding.take_down(cast.alice)


def test_a_pale_colour_is_never_refused_but_used_darker_and_both_are_shown(cast: Cast, claire: Customer) -> None:
    save(cast.mia, colour=PALE)
    assert team_of(cast).colour == PALE
    page = signed_in(cast.mia).get(PATH)
    assert "Your colour #fff3b0 White words on it 1.1 : 1" in words(page)
    assert "Used #7d7232 White words on it 4.8 : 1 · as a link on the page 4.5 : 1" in words(page)
    assert 'fill="#fff3b0"' in text(page)
    assert 'fill="#7d7232"' in text(page)
    (sheet,) = brand_addresses(claire.look())
    assert "--accent:#7d7232;" in nobody().get(sheet).content.decode()


def test_a_dark_colour_is_used_as_it_is(cast: Cast) -> None:
    save(cast.mia, colour="#1a1a5e")
    page = words(signed_in(cast.mia).get(PATH))
    assert "Yes. It is used as it is. Your colour #1a1a5e" in page
    assert "Used #" not in page


def test_of_the_two_fields_for_the_colour_the_changed_one_counts(cast: Cast) -> None:
    save(cast.mia, colour="", picked="#112233")
    assert team_of(cast).colour == "#112233"
    save(cast.mia, colour="#112233", picked="#445566")
    assert team_of(cast).colour == "#445566"
    save(cast.mia, colour="#778899", picked="#445566")
    assert team_of(cast).colour == "#778899"
    save(cast.mia, colour="", picked="#778899")
    assert team_of(cast).colour == ""


def test_what_is_no_colour_is_said_beside_its_field_and_nothing_is_saved(cast: Cast) -> None:
    refused = save(cast.mia, LOGO, known_as="North Networks", colour="teal")
    assert refused.status_code == 422
    assert "Enter a colour as #1b4f8a" in words(refused)
    assert (team_of(cast).known_as, Logo.objects.count()) == ("", 0)


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "export it as a PNG"),
        (b"GIF89a", "We cannot read this"),
        (LOGO + bytes(picture.MOST), "over 200 kB"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_what_to_do(cast: Cast, file: bytes, why: str) -> None:
    refused = save(cast.mia, file, known_as="North Networks")
    assert refused.status_code == 422
    assert why in words(refused)
    assert (team_of(cast).known_as, Logo.objects.count()) == ("", 0)


def test_a_white_logo_stands_on_a_dark_ground(cast: Cast, claire: Customer) -> None:
    save(cast.mia, saved(drawn((200, 100), (0, 0, 0, 0), "white")))
    assert 'class="logo logo-light"' in text(claire.look())


def test_the_sample_may_stand_inside_our_own_page_alone(cast: Cast) -> None:
    page = signed_in(cast.alice).get("/team/brand/sample/")
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert "style-src 'self'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert 'class="initials"' in text(page)


def test_a_whole_page_is_a_click_away_once_there_is_a_walk_away(cast: Cast) -> None:
    assert "Once there is a walk-away" in words(signed_in(cast.mia).get(PATH))
    steps.begin(cast)
    save(cast.mia, colour=PALE)
    assert f"/walk-aways/{STREAM}/as-they-see-it/" in text(signed_in(cast.mia).get(PATH))
    assert len(brand_addresses(signed_in(cast.mia).get(f"/walk-aways/{STREAM}/as-they-see-it/"))) == 1


def test_the_appointment_carries_the_name_that_customers_know(cast: Cast, sit: Sit) -> None:
    branding.dress(cast.mia, "North Networks", "")
    booked(cast, sit)
    assert "North Networks" in appointment(mails()[-1])[1]["summary"]


def test_a_link_that_opens_nothing_wears_nothing(cast: Cast) -> None:
    save(cast.mia, LOGO, known_as="North Networks", colour=PALE)
    gone = nobody().get("/c/nothing:here/")
    assert brand_addresses(gone) == []
    assert "North Networks" not in words(gone)
