"""The demo's data: whole, and harmless."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from django.conf import global_settings
from django.db import transaction

from bowout.connectors.mail import carrier
from bowout.core import events as e
from bowout.core.due import Do
from bowout.core.walkaway import Status, fold
from bowout.demo.cast import PASSWORD
from bowout.demo.making import Made, make
from bowout.desk import links
from bowout.desk.projecting import out_of_step
from bowout.lint import lint
from bowout.store import access, streams
from bowout.store.models import Account, Contact, Deal, Outbox, User, WalkAway

NOW = datetime(2026, 6, 17, 13, 25, tzinfo=ZoneInfo("Europe/Berlin"))
# Set aside for stories by those who give numbers out; other countries' numbers in the demo cannot exist.
STAGED = ("+3319900", "+493023125", "+494066969", "+44113496", "+468465004", "+6125550", "+6135550")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="module")
def _made(django_db_setup: None, django_db_blocker: Any, folder: Path) -> Iterator[Made]:
    """Made once for all who only look."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make(NOW, carrier("", folder))
        transaction.set_rollback(True)


@pytest.fixture
def demo(_made: Made, db: None) -> Made:
    return _made


def logs() -> dict[str, tuple[e.Event, ...]]:
    return {row.deal.external_id or "": streams.log(row.pk) for row in WalkAway.objects.select_related("deal")}


def test_every_state_and_every_next_step_can_be_seen(demo: Made) -> None:
    seen = WalkAway.objects.filter(deal__team__name="Tarnfield")
    assert set(seen.values_list("status", flat=True)) == set(get_args(Status)) - {"none"}
    assert set(seen.values_list("next_do", flat=True)) - {""} == set(get_args(Do))
    assert set(Deal.objects.values_list("status", flat=True)) == set(Deal.Status.values)
    for fact in ("unread", "call_wanted", "mangled", "bluff"):
        assert seen.filter(**{fact: True}).count() == 1, fact


def test_every_kind_of_event_happened_to_somebody(demo: Made) -> None:
    assert {type(event) for log in logs().values() for event in log} == set(e.ALL)


def test_every_row_is_what_its_log_says(demo: Made) -> None:
    assert list(out_of_step()) == []


def test_every_override_has_its_reason(demo: Made) -> None:
    overridden = [event for log in logs().values() for event in log if isinstance(event, e.Overridden)]
    assert len({event.rule for event in overridden}) >= 5
    assert all(len(event.reason) > 20 for event in overridden)


def _for_customers() -> Iterator[str]:
    for log in logs().values():
        for reason in fold(log).reasons:
            yield from (reason.customer, reason.stay_if)
        for event in log:
            if isinstance(event, e.Messaged | e.Parted | e.Acknowledged):
                yield event.text
    yield from Deal.objects.values_list("name", flat=True)


def test_what_customers_read_has_the_language_guards_blessing(demo: Made) -> None:
    texts = list(_for_customers())
    assert len(texts) > 100
    assert {text: found for text in texts if (found := lint(text, None))} == {}


def test_letters_went_out_when_the_story_says_in_the_languages_that_we_write(demo: Made, folder: Path) -> None:
    assert set(Outbox.objects.values_list("state", flat=True)) == {Outbox.State.SENT}
    languages = set(Outbox.objects.values_list("payload__language", flat=True))
    assert {"de", "en", "fr"} <= languages
    files = list(folder.glob("*.eml"))
    assert len(files) == Outbox.objects.count() > 20
    texts = "".join(Outbox.objects.values_list("payload__text", flat=True))
    assert "/c/" in texts
    assert "[link]" not in texts


def test_customers_of_many_countries_and_zones_can_be_seen(demo: Made) -> None:
    assert len(set(Account.objects.values_list("country", flat=True))) > 12
    assert len(set(Account.objects.values_list("zone", flat=True))) > 12


def test_nobody_can_be_reached_by_accident(demo: Made) -> None:
    people = Contact.objects.all()
    assert all(person.email.endswith(".example") for person in people)
    assert all(user.email.endswith(".example") for user in User.objects.all())
    phones = [
        phone
        for phone in (*people.values_list("phone", flat=True), *Account.objects.values_list("phone", flat=True))
        if phone
    ]
    assert len(phones) > 30
    assert [phone for phone in phones if not _staged(phone)] == []


def _staged(phone: str) -> bool:
    number = phonenumbers.parse(phone)
    national = str(number.national_number)
    american = number.country_code == 1 and national[3:8] == "55501"
    return american or phone.replace(" ", "").startswith(STAGED) or not phonenumbers.is_valid_number(number)


def test_the_link_that_is_shown_opens_a_page_that_can_be_answered(demo: Made) -> None:
    link = links.opened(demo.token, NOW)
    assert link
    assert link.contact.name == demo.customer
    assert link.walk_away.status == "asked"
    assert link.walk_away.window_until
    assert link.walk_away.window_until > NOW + timedelta(days=1)


def test_everybody_signs_in_with_the_demos_password_and_sees_their_own_team_only(demo: Made, settings: Any) -> None:
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS
    nora, ingrid = User.objects.get(email__startswith="nora"), User.objects.get(email__startswith="ingrid")
    assert all(user.check_password(PASSWORD) for user in (nora, ingrid))
    seen = [{*access.deals_of(user).values_list("external_id", flat=True)} for user in (nora, ingrid)]
    assert 30 < len(seen[0]) < 45
    assert len(seen[1]) > 4
    assert not seen[0] & seen[1]
