"""Charlie is from another team: nothing of ours is there for him, at any address. A new address must be listed here."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bowout.desk import links
from bowout.desk.mailing import mail, parcel
from bowout.store import outbox
from bowout.store.models import Account, Deal, Event, ImportRun, Logo, Outbox, Received, Team, User, WalkAway
from tests.people import NOW, Cast
from tests.shell.steps import STREAM, begin
from tests.shell.web import nobody, signed_in

LINK = UUID(int=11)
EDITORS = {"editor-check", "editor-check-at-step", "editor-languages", "editor-languages-of-step"}
OPEN = {
    "brand-colour",
    "brand-logo",
    "customer",
    "customer-letter",
    "health",
    "set-password",
    "sign-in",
    "sign-out",
    "welcome",
    *EDITORS,
}
"""Nobody signs in for these; each has tests of its own."""
EVERYBODYS = {
    "today",
    "deals",
    "felt",
    "imports",
    "mail",
    "me",
    "me-password",
    "me-calendar",
    "received",
    "playbook",
    "playbook-reset",
    "rules",
    "rule",
    "words",
    "not-useful",
} | {
    "team",
    "team-add",
    "team-place",
    "brand",
    "brand-sample",
}
"""These have no row of a team in their address: what they show is one's own."""
ROWS = {
    "deal",
    "deal-edit",
    "deal-account",
    "deal-account-suggested",
    "deal-people",
    "deal-person",
    "deal-people-known",
    "deal-person-forget",
    "deal-person-leave",
    "deal-take",
    "deal-calendar",
    "deal-calendar-file",
    "deal-calendar-remove",
    "raise",
    "walk-away",
    "as-they-see-it",
    "letter",
    "consider",
    "step",
    "link-make",
    "link-revoke",
    "import",
    "import-progress",
    "import-errors",
    "mail-one",
    "mail-sent",
    "mail-again",
    "received-file",
    "received-assign",
    "received-give",
    "member",
    "member-link",
}
"""These name a row of a team."""
SECRET = "Known to North only"


def addresses(patterns: list[Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Name and route of every address there is."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, before + str(pattern.pattern))
        else:
            assert isinstance(pattern, URLPattern)
            assert pattern.name, f"{before}{pattern.pattern} has no name"
            yield pattern.name, before + str(pattern.pattern)


@pytest.fixture
def north(cast: Cast, settings: Any, tmp_path: Path) -> Cast:
    """Alice's team with one row of everything that an address can name."""
    settings.BOWOUT_RECEIVED = tmp_path
    (tmp_path / "a").write_text(SECRET)
    Deal.objects.filter(pk=cast.deal.pk).update(name=SECRET)
    Account.objects.filter(pk=cast.deal.account_id).update(name=SECRET)
    begin(cast)
    walk_away = WalkAway.objects.get(pk=STREAM)
    links.make_link(cast.alice, walk_away, cast.claire, LINK, NOW, NOW + timedelta(days=7))
    outbox.put(walk_away, [parcel("k", mail(cast.alice, cast.claire, SECRET, SECRET, NOW))])
    Outbox.objects.update(state="in-doubt")
    Received.objects.create(
        team=cast.team, walk_away=walk_away, message_id="<1@x>", kind="reply", subject=SECRET, file="a", received_at=NOW
    )
    ImportRun.objects.create(team=cast.team, by=cast.alice, file_name=SECRET, path="a", made_at=NOW, status="done")
    Team.objects.filter(pk=cast.team.pk).update(known_as=SECRET, colour="#123456")
    Logo.objects.create(team=cast.team, key=LINK, png=b"a", width=1, height=1)
    return cast


def filled(name: str, cast: Cast) -> str:
    """The address with keys of Alice's team in it."""
    keys: dict[str, Any] = {"key": cast.deal.pk, "pk": ImportRun.objects.get(team=cast.team).pk, "number": 0}
    keys |= {"contact": cast.claire.pk, "entry": cast.deal.calendar.values_list("pk", flat=True)[0]}
    keys |= {"slug": "call", "link": LINK, "name": "eleventh-hour"}
    if name in {"walk-away", "as-they-see-it", "letter", "consider", "step", "link-make", "link-revoke"}:
        keys["key"] = STREAM
    if name.startswith("mail-"):
        keys["key"] = Outbox.objects.get(team=cast.team).pk
    if name.startswith("received-"):
        keys["key"] = Received.objects.get(team=cast.team).pk
    if name.startswith("member"):
        keys["key"] = cast.bob.pk
    route = dict(addresses(get_resolver().url_patterns))[name]
    return reverse(name, kwargs={each: value for each, value in keys.items() if f":{each}>" in route})


def test_no_address_is_forgotten() -> None:
    names = [name for name, _ in addresses(get_resolver().url_patterns)]
    assert sorted(names) == sorted(OPEN | EVERYBODYS | ROWS), "list it above, so that it is tried with a stranger"


def test_every_address_with_a_row_in_it_is_tried_with_a_row() -> None:
    routes = dict(addresses(get_resolver().url_patterns))
    assert [name for name in EVERYBODYS - {"rule"} if "<" in routes[name]] == []
    assert [name for name in ROWS if "<" not in routes[name]] == []


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_stranger_finds_nothing_and_changes_nothing(north: Cast, name: str) -> None:
    address, before = filled(name, north), footprint(north)
    client = signed_in(north.charlie)
    looked = client.get(address)
    assert looked.status_code in {404, 405}
    assert SECRET not in looked.content.decode()
    assert client.post(address, {"override": "because"}).status_code in {404, 405}
    assert 404 in {looked.status_code, client.post(address).status_code}
    assert footprint(north) == before


@pytest.mark.parametrize("name", sorted(ROWS - {"import-errors"}))
def test_the_team_itself_finds_it(north: Cast, name: str) -> None:
    assert signed_in(north.mia).get(filled(name, north)).status_code != 404


@pytest.mark.parametrize("name", sorted(EVERYBODYS))
def test_a_strangers_own_pages_know_nothing_of_ours(north: Cast, name: str) -> None:
    response = signed_in(north.charlie).get(filled(name, north), {"scope": "team", "status": "all"})
    assert response.status_code in {200, 405}
    html = response.content.decode()
    assert SECRET not in html
    assert "Alice" not in html


@pytest.mark.parametrize("name", sorted(EVERYBODYS | ROWS))
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_signed_in_is_asked_to(north: Cast, name: str, method: str) -> None:
    before = footprint(north)
    response = getattr(nobody(), method)(filled(name, north))
    assert response.status_code == 302
    assert response.headers["Location"].startswith(settings.LOGIN_URL)
    assert footprint(north) == before


@pytest.mark.parametrize("name", sorted((EVERYBODYS | ROWS | {"sign-in", "sign-out"}) - {"rule"}))
def test_no_form_is_taken_from_another_site(north: Cast, name: str) -> None:
    client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    client.force_login(north.mia)
    assert client.post(filled(name, north)).status_code == 403


def footprint(cast: Cast) -> list[Any]:
    """What could have been changed of Alice's team."""
    return [
        Event.objects.count(),
        list(Deal.objects.filter(team=cast.team).values()),
        list(cast.deal.deal_contacts.values()),
        list(cast.deal.calendar.values()),
        list(Account.objects.filter(team=cast.team).values()),
        list(Outbox.objects.values("state")),
        list(User.objects.filter(team=cast.team).values("role", "is_active")),
        list(Team.objects.filter(pk=cast.team.pk).values()),
        list(Logo.objects.values("team", "key")),
        list(WalkAway.objects.get(pk=STREAM).links.values()),
        ImportRun.objects.count(),
    ]
