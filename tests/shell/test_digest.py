"""The morning mail: once a working day, only with what is due, on the reader's clock; managers hear what stays late."""

from datetime import datetime, timedelta

import pytest

from bowout.core import intents as i
from bowout.desk.calling import good_hours
from bowout.desk.digest import next_morning, write_next
from bowout.desk.members import change_self
from bowout.desk.walking import walk
from bowout.store.models import Outbox, User
from tests.people import NOW, PARIS, Cast
from tests.shell.many import many_walk_aways
from tests.shell.steps import NOBODY, STREAM, begin, do, must
from tests.shell.web import signed_in


def mails(user: User) -> list[dict[str, str]]:
    """The morning mails written to somebody, oldest first."""
    rows = Outbox.objects.filter(key__startswith=f"digest-{user.pk}-").order_by("pk")
    return [row.payload for row in rows]


def work(now: datetime) -> int:
    """The worker's rounds at that moment; how many had something to do."""
    done = 0
    while write_next(now):
        done += 1
    return done


def morning(day: int, hour: int = 8, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=PARIS)


@pytest.fixture
def raised(cast: Cast) -> Cast:
    """Tuesday at ten: a doubt, and everybody has been seen by the worker once."""
    begin(cast)
    must(do(cast.alice, i.Confirm(at=NOW, by=NOBODY)))
    work(NOW)
    return cast


def test_it_works(raised: Cast) -> None:
    assert mails(raised.mia) == []
    work(morning(4))
    (mail,) = mails(raised.mia)
    assert mail["to"] == raised.mia.email
    assert mail["subject"] == "Your walk-aways: 1 next"
    assert "NEXT, ON THURSDAY (1)" in mail["text"]
    assert "Confirm that we are prepared to walk: Atelier Lumière: planning (Alice Adler)" in mail["text"]
    assert "due Thu 5 Mar 2026, " in mail["text"]
    assert "/walk-aways/" in mail["text"]
    assert mail["automatic"] is True


def test_nothing_due_no_mail(raised: Cast) -> None:
    work(morning(4))
    assert mails(raised.bob) == mails(raised.alice) == []


def test_a_stranger_reads_nothing_of_it(raised: Cast) -> None:
    work(morning(20))
    assert mails(raised.charlie) == []


def test_one_a_day_however_often_and_by_however_many_workers(raised: Cast) -> None:
    work(morning(4))
    User.objects.update(digest_at=morning(4))
    work(morning(4, 9))
    assert len(mails(raised.mia)) == 1


def test_a_worker_that_was_away_for_days_writes_one(raised: Cast) -> None:
    work(morning(9, 15))
    (mail,) = mails(raised.mia)
    assert "LATE (1)" in mail["text"]
    assert work(morning(9, 16)) == 0


@pytest.mark.parametrize(
    ("now", "at"),
    [
        (morning(4, 7), morning(4)),
        (morning(4, 8), morning(5)),
        (morning(6, 12), morning(9)),
        (datetime(2026, 4, 2, 12, tzinfo=PARIS), morning(7, month=4)),
    ],
    ids=["this morning", "tomorrow", "after the weekend", "after Easter"],
)
def test_it_comes_on_their_working_mornings(cast: Cast, now: datetime, at: datetime) -> None:
    assert next_morning(cast.alice, now) == at


def test_it_comes_on_their_own_clock(raised: Cast) -> None:
    User.objects.filter(pk=raised.mia.pk).update(zone="America/New_York", digest_at=None)
    work(morning(4, 9))
    work(morning(4, 13))
    assert mails(raised.mia) == []
    work(morning(4, 14))
    assert len(mails(raised.mia)) == 1


def test_a_call_stands_there_before_on_and_after_its_day_and_then_with_the_manager(raised: Cast) -> None:
    must(do(raised.mia, i.Confirm(at=NOW, by=NOBODY)))
    said: dict[int, list[str]] = {}
    for day in (4, 5, 6, 9):
        work(morning(day))
        said[day] = [
            line for mail in (*mails(raised.alice)[-1:], *mails(raised.mia)[-1:]) for line in mail["text"].splitlines()
        ]
    assert "NEXT, ON THURSDAY (1)" in said[4]
    assert "TODAY (1)" in said[5]
    assert "LATE (1)" in said[6]
    assert "LATE FOR MORE THAN A DAY, FROM YOUR TEAM (1)" not in said[6]
    assert "LATE FOR MORE THAN A DAY, FROM YOUR TEAM (1)" in said[9]
    assert [len(mails(user)) for user in (raised.alice, raised.mia)] == [4, 1]


def test_what_was_done_is_not_reminded_of(raised: Cast) -> None:
    must(do(raised.mia, i.Confirm(at=NOW, by=NOBODY)))
    must(do(raised.alice, i.Call(at=NOW, by=NOBODY, contact=str(raised.claire.pk), outcome="reached")))
    work(morning(4))
    (mail,) = mails(raised.alice)
    assert "Book the talk" in mail["text"]
    assert "Call them" not in mail["text"]


def test_who_wants_none_gets_none(raised: Cast) -> None:
    User.objects.filter(pk=raised.mia.pk).update(digest=False)
    work(morning(4))
    assert mails(raised.mia) == []


def test_who_has_left_gets_none(raised: Cast) -> None:
    User.objects.filter(pk=raised.mia.pk).update(is_active=False)
    work(morning(4))
    assert mails(raised.mia) == []


def test_snoozed_with_a_reason_it_comes_back_on_its_day(raised: Cast) -> None:
    must(do(raised.mia, i.Confirm(at=NOW, by=NOBODY)))
    must(do(raised.alice, i.Snooze(at=NOW, by=NOBODY, until=morning(6, 9), why="Claire is on leave.")))
    for day in (4, 5, 6):
        work(morning(day))
    assert mails(raised.alice) == []
    work(morning(9))
    assert len(mails(raised.alice)) == 1


def test_whatever_happens_wakes_what_was_snoozed(raised: Cast) -> None:
    must(do(raised.mia, i.Confirm(at=NOW, by=NOBODY)))
    must(do(raised.alice, i.Snooze(at=NOW, by=NOBODY, until=morning(30), why="Claire is on leave.")))
    later = NOW + timedelta(hours=1)
    must(do(raised.alice, i.Call(at=later, by=NOBODY, contact=str(raised.claire.pk), outcome="voicemail")))
    work(morning(5))
    assert len(mails(raised.alice)) == 1


def test_a_hundred_lines_are_fifty_and_a_word_how_many_more(cast: Cast) -> None:
    many_walk_aways(cast.alice, 60, NOW)
    work(NOW)
    work(morning(4) + timedelta(days=30))
    (mail,) = mails(cast.alice)
    assert "And 10 more: " in mail["text"]


def test_of_an_angry_customer_the_executive_hears_at_once_and_at_night_in_the_morning(cast: Cast) -> None:
    begin(cast)
    must(do(cast.alice, i.Complain(at=NOW, by=NOBODY, text="How dare you")))
    (row,) = angry()
    assert (row.payload["to"], row.not_before) == (cast.eve.email, NOW)
    assert row.payload["subject"] == "They are angry: Atelier Lumière: planning"
    assert "How dare you" not in row.payload["text"]
    must(do(cast.eve, i.Call(at=NOW, by=NOBODY, contact=str(cast.claire.pk), outcome="reached")))
    must(do(cast.alice, i.Complain(at=NOW + timedelta(hours=11), by=NOBODY, text="Again")))
    assert [one.not_before for one in angry()] == [NOW, morning(4)]


def angry() -> list[Outbox]:
    return list(Outbox.objects.filter(key__startswith="angry-").order_by("pk"))


def test_while_the_rep_is_away_no_mail_comes_and_the_manager_has_what_is_due(raised: Cast) -> None:
    must(do(raised.mia, i.Confirm(at=NOW, by=NOBODY)))
    change_self(raised.alice, "Alice Adler", "Europe/Paris", True, morning(4).date(), morning(6).date())
    work(NOW)
    for day in (4, 5, 6, 9):
        work(morning(day))
    # The weekend of the 7th is off anyway.
    assert [mail["at"][:10] for mail in mails(raised.alice)] == ["2026-03-09"]
    first = mails(raised.mia)[0]
    assert "Call them: Atelier Lumière: planning (Alice Adler)" in first["text"]
    after = [mail["text"] for mail in mails(raised.mia) if mail["at"].startswith("2026-03-09")]
    assert all("LATE FOR MORE THAN A DAY, FROM YOUR TEAM" in text for text in after)


def test_no_good_hour_is_one_of_a_day_off(raised: Cast) -> None:
    change_self(raised.alice, "Alice Adler", "Europe/Paris", True, morning(3).date(), morning(6).date())
    raised.deal.calendar.all().delete()
    hours = good_hours(walk(raised.alice, STREAM, NOW), str(raised.claire.pk))
    assert hours.moments
    assert all(moment.start > morning(7) for moment in hours.moments)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"away_from": "2026-03-09", "away_until": "2026-03-04"}, "cannot be back before you go"),
        ({"away_from": "2026-03-09"}, "both days, or neither"),
        ({"away_until": "0226-03-09"}, "four digits"),
    ],
)
def test_days_away_that_cannot_be_are_refused(cast: Cast, given: dict[str, str], says: str) -> None:
    answer = signed_in(cast.alice).post("/me/", {"name": "Alice", "zone": "Europe/Paris", **given})
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_of_an_angry_customer_a_manager_hears_while_the_executive_is_away(cast: Cast) -> None:
    begin(cast)
    User.objects.filter(pk=cast.eve.pk).update(away_from=NOW.date(), away_until=NOW.date())
    must(do(cast.alice, i.Complain(at=NOW, by=NOBODY, text="How dare you")))
    assert [row.payload["to"] for row in angry()] == [cast.mia.email]
