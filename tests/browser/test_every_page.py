"""Every page, wide and narrow: nothing for axe, nothing that scrolls sideways, no complaint of the browser's."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import get_resolver, resolve, reverse
from django.urls.resolvers import URLPattern, URLResolver
from playwright.sync_api import Page

from bowout.connectors.mail import carrier
from bowout.demo.cast import PASSWORD
from bowout.demo.making import Made, make
from bowout.desk.importing import uploads
from bowout.store.models import Deal, Outbox, Received, User, WalkAway
from bowout.web.acts import ACTS
from bowout.web.invitation import path_for
from tests.browser.conftest import axe_findings
from tests.browser.office import NARROW, WIDE, Clock, Visit, complaints, wider_than_the_window

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]

NOW = datetime(2026, 6, 17, 13, 25, tzinfo=ZoneInfo("Europe/Berlin"))
EXPORT = Path(__file__).parents[1] / "data" / "salesforce_export"
NO_PAGES = {
    "brand-colour",
    "brand-logo",
    "customer-letter",
    "deal-account-suggested",
    "deal-calendar",
    "deal-calendar-file",
    "deal-calendar-remove",
    "deal-people",
    "deal-people-known",
    "deal-person-forget",
    "deal-person-leave",
    "deal-take",
    "editor-check",
    "editor-check-at-step",
    "editor-languages",
    "editor-languages-of-step",
    "health",
    "import-errors",
    "import-progress",
    "letter",
    "link-make",
    "link-revoke",
    "mail-again",
    "mail-sent",
    "me-password",
    "me-calendar",
    "member-link",
    "not-useful",
    "playbook-reset",
    "received-file",
    "received-give",
    "sign-out",
    "team-add",
    "team-place",
}
"""What is only posted to, or read by programs."""


@pytest.fixture
def made(transactional_db: None, clock: Clock, tmp_path: Path) -> Made:
    """The demo: a walk-away in every state."""
    clock.set(NOW)
    found = make(NOW, carrier("", tmp_path))
    _mail_came()
    return found


def _mail_came() -> None:
    """An answer on its walk-away, and a mail that found none."""
    team = User.objects.get(email__startswith="judith").team
    asked = WalkAway.objects.filter(deal__team=team, status="asked").order_by("pk").first()
    for number, (walk_away, kind) in enumerate([(asked, "reply"), (None, "away")]):
        Received.objects.create(
            team=team,
            walk_away=walk_away,
            message_id=f"<{number}@example>",
            kind=kind,
            sender="renee.gallo@harbor-lyle.example",
            sender_name="Renee Gallo",
            subject="Re: Have we read this right?",
            text="You have misread the first point.",
            files=["network-plan.pdf"],
            file="a",
            received_at=NOW,
        )


def test_pages_around_the_deals_and_outside(made: Made, seller: Visit) -> None:
    heard = complaints(seller.page)
    wrong = [*faults(seller, outside(made)), *the_customer_answers(made, seller)]
    come_in(seller, "judith")
    wrong += [*faults(seller, around()), *an_import_is_taken_in(seller)]
    assert wrong + heard == []
    assert [*a_doubt_is_refused(seller), *faults(seller, ["/deals/999999/", "/c/nothing:here/"])] == []


def test_pages_of_walk_aways_in_every_state_and_of_every_step(made: Made, seller: Visit) -> None:
    heard = complaints(seller.page)
    come_in(seller, "nora")
    assert [*faults(seller, [*walk_aways(), *steps()]), *heard] == []
    addresses = [*around(), *walk_aways(), *steps(), *outside(made), "/welcome/"]
    looked_at = {resolve(address.partition("?")[0]).url_name for address in addresses}
    assert set(names(get_resolver().url_patterns)) - looked_at == NO_PAGES


def test_the_first_page_of_a_new_home(transactional_db: None, seller: Visit) -> None:
    heard = complaints(seller.page)
    assert [*faults(seller, ["/welcome/"]), *heard] == []


def the_customer_answers(made: Made, visit: Visit) -> Iterator[str]:
    visit.go(f"/c/{made.token}/")
    visit.page.get_by_role("radio", name=re.compile("That is right")).first.check()
    visit.lands(visit.page.get_by_role("button", name="Look over my answer"))
    yield from looks(visit.page)
    visit.lands(visit.page.get_by_role("button", name=re.compile("^Send to")))
    visit.sees("your answer has arrived")
    yield from looks(visit.page)


def an_import_is_taken_in(visit: Visit) -> Iterator[str]:
    visit.go(f"/import/{uploaded()}/")
    visit.lands(visit.page.get_by_role("button", name=re.compile("^Bring in")))
    visit.sees("All in")
    yield from looks(visit.page)


def a_doubt_is_refused(visit: Visit) -> Iterator[str]:
    visit.go(reverse("raise", args=[untouched().pk]))
    visit.lands(visit.page.get_by_role("button", name="Record the doubt"))
    visit.sees("No reason is given at all.")
    yield from looks(visit.page)


def names(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        else:
            yield str(pattern.name)


def come_in(seller: Visit, who: str) -> None:
    seller.sign_in(User.objects.get(email=f"{who}@tarnfield.example"), PASSWORD)


def around() -> list[str]:
    """Lists, forms and references."""
    deal = Deal.objects.filter(team__name="Tarnfield", walk_aways__isnull=False, deal_contacts__isnull=False).first()
    part = deal.deal_contacts.first()
    judith = User.objects.get(email="judith@tarnfield.example")
    mail = Outbox.objects.filter(team=deal.team).first()
    return [
        *("/", "/?scope=team", "/?scope=team&when=later", "/deals/", "/deals/?status=all", "/deals/?q=no-such-deal"),
        *(reverse(name, args=[deal.pk]) for name in ("deal", "deal-edit", "deal-account")),
        *(reverse("deal", args=[row.pk]) for row in (untouched(), asleep())),
        reverse("deal-person", args=[deal.pk, part.contact_id]),
        reverse("raise", args=[untouched().pk]),
        *map(
            reverse,
            (
                "brand",
                "brand-sample",
                "felt",
                "imports",
                "mail",
                "me",
                "playbook",
                "received",
                "rules",
                "team",
                "words",
            ),
        ),
        reverse("received-assign", args=[Received.objects.get(walk_away=None).pk]),
        reverse("import", args=[uploaded()]),
        reverse("mail-one", args=[mail.pk]),
        reverse("member", args=[judith.pk]),
        reverse("rule", args=["voicemail-is-not-telling"]),
    ]


def walk_aways() -> list[str]:
    """One of each next step, and of each state that has none."""
    rows = WalkAway.objects.filter(deal__team__name="Tarnfield").order_by("pk")
    one_each = {row.next_do or row.status: row for row in rows}
    return [reverse("walk-away", args=[row.pk]) for row in one_each.values()]


def steps() -> list[str]:
    """Every step, once where it is due and once where a guard speaks against it."""
    told = WalkAway.objects.filter(deal__team__name="Tarnfield", status="told").first()
    new = WalkAway.objects.filter(deal__team__name="Tarnfield", status="considering", next_do="call").first()
    asked = WalkAway.objects.filter(deal__team__name="Tarnfield", status="asked").first()
    return [
        *(reverse("step", args=[told.pk, slug]) for slug in ACTS),
        reverse("step", args=[new.pk, "call"]),
        reverse("as-they-see-it", args=[new.pk]),
        reverse("step", args=[asked.pk, "feedback"]),
        reverse("consider", args=[new.pk]),
    ]


def outside(made: Made) -> list[str]:
    """What is seen without signing in."""
    nora = User.objects.get(email="nora@tarnfield.example")
    return [
        "/sign-in/",
        path_for(nora),
        *(f"/c/{made.token}/{also}" for also in ("", "?lang=de", "?lang=fr")),
    ]


def untouched() -> Deal:
    """An open deal that nobody doubts."""
    return Deal.objects.filter(team__name="Tarnfield", status="open", walk_aways=None).order_by("pk")[0]


def asleep() -> Deal:
    """A deal where nobody is in the office at that hour."""
    return Deal.objects.filter(team__name="Tarnfield", account__zone="America/Chicago").order_by("pk")[0]


def uploaded() -> int:
    """A file that waits for somebody to say: bring it in."""
    file = EXPORT / "Account.csv"
    judith = User.objects.get(email="judith@tarnfield.example")
    given = [(file.name, ContentFile(file.read_bytes(), file.name))]
    return int(uploads.receive(judith, given, settings.BOWOUT_IMPORTS, uuid4().hex, NOW).pk)


def faults(visit: Visit, addresses: Iterable[str]) -> Iterator[str]:
    """What is wrong at these addresses, a line each."""
    for address in addresses:
        visit.go(address)
        yield from looks(visit.page)


def looks(page: Page) -> Iterator[str]:
    """What is wrong with the page at which one is, wide and narrow."""
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        at = f"{page.url} at {size['width']} px"
        if too_wide := wider_than_the_window(page):
            yield f"{at} scrolls sideways: {too_wide}"
        yield from (f"{at}: {finding}" for finding in axe_findings(page))
