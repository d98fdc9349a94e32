"""Reminders are put off on a page of their own, with a reason that stands in the log; Today waits with it."""

from datetime import timedelta

from bowout.store.models import WalkAway
from tests.people import NOW, Cast
from tests.shell.walking import Sit, asked, ready, the_stream


def test_it_works(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    text = alice.step(the_stream(), "snooze", until_on="2026-03-05", why="Claire is on leave until Thursday.")
    assert "You are reminded again on that day." in text
    assert "put the reminders off to Thu 5 Mar 2026, 09:00 (Paris)" in text
    assert "Claire is on leave until Thursday." in text
    assert "Reminders are off until" in text
    assert "Calls to make" not in alice.get("/")
    assert "Reminders off until" in alice.get("/?when=later")
    alice.at(NOW + timedelta(days=2))
    assert "Calls to make" in alice.get("/")


def test_without_a_reason_it_is_refused(cast: Cast, sit: Sit) -> None:
    alice = ready(cast, sit)
    alice.step(the_stream(), "snooze", until_on="2026-03-05", why="")
    assert alice.status == 422
    assert WalkAway.objects.get().quiet_until is None


def test_beyond_what_they_were_promised_it_warns(cast: Cast, sit: Sit) -> None:
    alice = asked(cast, sit)
    text = alice.step(the_stream(), "snooze", until_on="2026-03-30", why="I am away.")
    assert "They were told that nothing is decided before" in text
