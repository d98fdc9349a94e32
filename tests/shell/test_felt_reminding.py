"""Where nobody has said how it felt, one mail asks: in their language, with a page that opens, and never again (M2)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.core.playbook import Playbook
from bowout.desk import acting, links
from bowout.desk.editing import edit
from bowout.desk.felt_reminding import ask_next
from bowout.desk.projecting import rebuild
from bowout.desk.team import tune
from bowout.store import felt_due, streams
from bowout.store.models import Contact, CustomerLink, Outbox, Team, WalkAway
from tests import people
from tests.people import Cast
from tests.shell.customers import Customer, asked, link_for
from tests.shell.steps import NOBODY, STREAM, do, must

DAY = timedelta(days=1)


def part(cast: Cast, **how: Any) -> datetime:
    """Asked, silent, thanked; returns when the mail is due."""
    asked(cast)
    until = streams.load(STREAM).window_until
    assert until
    must(do(cast.alice, i.Part(at=until + timedelta(hours=15), by=NOBODY, thanks=True, **how)))
    return row().felt_due or until + 10 * DAY


@pytest.fixture
def due(cast: Cast) -> datetime:
    return part(cast)


def row() -> WalkAway:
    return WalkAway.objects.get(pk=STREAM)


def work(now: datetime) -> None:
    while ask_next(now):
        pass


def mails() -> list[Outbox]:
    return list(Outbox.objects.filter(key__startswith="how-it-felt-").order_by("pk"))


def test_it_works(cast: Cast, due: datetime) -> None:
    ended = row().ended_at
    assert ended
    assert timedelta(days=6) < due - ended < timedelta(days=9)
    work(due - timedelta(seconds=1))
    assert mails() == []
    work(due)
    (sent,) = mails()
    mail = sent.payload
    assert (mail["to"], mail["sender"], mail["sender_name"]) == (cast.claire.email, cast.alice.email, "Alice Adler")
    assert mail["subject"] == "How was this for you?"
    assert mail["automatic"] is True
    assert sent.not_before == due
    assert sent.walk_away_id == STREAM
    (page,) = [word for word in mail["text"].split() if "/c/" in word]
    assert page == f"{links.address(CustomerLink.objects.get())}#felt"


def test_the_page_that_it_leads_to_asks_and_opening_it_answers_nothing(cast: Cast, due: datetime, at: Any) -> None:
    work(due)
    at(due)
    seen = Customer(CustomerLink.objects.get()).look()
    assert 'id="felt"' in seen.content.decode()
    assert streams.load(STREAM).felt == ()


def test_it_is_asked_once_ever(cast: Cast, due: datetime) -> None:
    for later in (0 * DAY, DAY, 13 * DAY):
        work(due + later)
    rebuild()
    work(due + 2 * DAY)
    WalkAway.objects.update(felt_seen_to_at=None)
    work(due + 3 * DAY)
    assert len(mails()) == 1


def test_a_worker_that_is_killed_in_between_has_written_nothing(
    cast: Cast, due: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(Exception):
        pass

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(felt_due, "seen_to", die)
        with pytest.raises(Killed):
            ask_next(due)
    assert mails() == []
    work(due)
    assert len(mails()) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_write_one(transactional_db: None, settings: Any) -> None:
    due = part(people.cast())
    barrier = Barrier(4)

    def worker() -> None:
        try:
            barrier.wait()
            work(due)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(worker) for _ in range(4)]:
            done.result()
    assert len(mails()) == 1


def test_everybody_with_an_open_page_an_address_and_a_part_in_the_deal_is_asked(cast: Cast, due: datetime) -> None:
    made = due - 3 * DAY
    link_for(cast, cast.henri, made, number=4)
    link_for(cast, cast.claire, made, number=5)
    nowhere = people.contact(cast.deal, "Nadine Nulle", "sponsor")
    left, closed = people.contact(cast.deal, "Luc Laval", "sponsor"), people.contact(cast.deal, "Rose Revel", "sponsor")
    for number, contact in enumerate((nowhere, left, closed, cast.ines), 6):
        link = link_for(cast, contact, made, number=number)
    Contact.objects.filter(pk=nowhere.pk).update(email="")
    Contact.objects.filter(pk=cast.ines.pk).update(forget_at=made)
    cast.deal.deal_contacts.filter(contact=left).delete()
    CustomerLink.objects.filter(contact=closed).update(revoked_at=made)
    assert link.expires_at > due
    work(due)
    assert {mail.payload["to"] for mail in mails()} == {cast.claire.email, cast.henri.email}
    hers = next(mail.payload["text"] for mail in mails() if mail.payload["to"] == cast.claire.email)
    assert links.address(CustomerLink.objects.get(pk=UUID(int=5))) in hers


@pytest.mark.parametrize(
    ("language", "asks"), [("de", "Wie war das für Sie?"), ("fr-CA", "Comment l’avez-vous vécu ?")]
)
def test_it_is_asked_in_their_language(cast: Cast, due: datetime, language: str, asks: str) -> None:
    Contact.objects.filter(pk=cast.claire.pk).update(language=language)
    work(due)
    (mail,) = mails()
    assert mail.payload["subject"] == asks
    assert mail.payload["language"] == language[:2]


def felt(cast: Cast, at: datetime) -> None:
    by = Actor("customer", str(cast.henri.pk))
    must(acting.hear(STREAM, i.Feel(at=at, by=by, respected=3), at))


def complained(cast: Cast, at: datetime) -> None:
    must(do(cast.alice, i.Complain(at=at, by=NOBODY, text="How dare you")))


def no_contact(cast: Cast, at: datetime) -> None:
    edit(cast.alice, cast.deal, {"regime": "no-contact"})


def switched_off(cast: Cast, at: datetime) -> None:
    cast.mia.refresh_from_db()
    tune(cast.mia, {"felt_reminder": False})


def nobody_writes(cast: Cast, at: datetime) -> None:
    cast.alice.is_active = False
    cast.alice.save()


@pytest.mark.parametrize(
    "what", [felt, complained, no_contact, switched_off, nobody_writes], ids=lambda what: what.__name__
)
def test_nobody_is_asked_after(cast: Cast, due: datetime, what: Any) -> None:
    what(cast, due - DAY)
    work(due)
    work(due + DAY)
    assert mails() == []


@pytest.mark.parametrize("what", [felt, complained], ids=lambda what: what.__name__)
def test_what_waits_for_their_morning_is_not_sent_once_something_has_happened(
    cast: Cast, due: datetime, what: Any
) -> None:
    tonight = due + timedelta(hours=12)
    work(tonight)
    assert [mail.state for mail in mails()] == ["waiting"]
    what(cast, tonight + timedelta(hours=1))
    work(due + DAY)
    assert mails() == []


def test_nobody_is_asked_who_wants_us_never_to_come_back(cast: Cast) -> None:
    work(part(cast, never=True))
    assert mails() == []


def test_a_playbook_that_changed_behind_the_row_is_heard(cast: Cast, due: datetime) -> None:
    Team.objects.update(playbook={"felt_reminder": False})
    assert row().felt_due == due
    work(due)
    assert mails() == []
    assert row().felt_seen_to_at == due


def test_a_team_may_wait_longer(cast: Cast, due: datetime) -> None:
    tune(cast.mia, {"felt_reminder_days": 10})
    work(due)
    assert mails() == []
    work(due + 8 * DAY)
    assert len(mails()) == 1


def test_whoever_was_missed_for_long_is_left_in_peace(cast: Cast, due: datetime) -> None:
    work(due + felt_due.LATEST)
    assert mails() == []


def test_who_sits_elsewhere_is_asked_when_their_day_begins(cast: Cast, due: datetime) -> None:
    Contact.objects.filter(pk=cast.claire.pk).update(zone="America/New_York", country="US")
    work(due)
    (mail,) = mails()
    assert mail.not_before == due + timedelta(hours=5)


def test_a_page_that_is_about_to_close_lives_two_weeks_longer(cast: Cast, due: datetime) -> None:
    CustomerLink.objects.update(expires_at=due + 3 * DAY)
    work(due)
    assert CustomerLink.objects.get().expires_at == due + 17 * DAY


def test_a_page_that_stays_open_is_left_as_it_is(cast: Cast, due: datetime) -> None:
    before = CustomerLink.objects.get().expires_at
    work(due)
    assert CustomerLink.objects.get().expires_at == before > due + 7 * DAY


def test_a_closed_page_is_nobodys_to_be_asked_with(cast: Cast, due: datetime) -> None:
    CustomerLink.objects.update(expires_at=due)
    work(due)
    assert mails() == []


def test_the_default_asks_after_a_week() -> None:
    assert (Playbook().felt_reminder, Playbook().felt_reminder_days) == (True, 5)
