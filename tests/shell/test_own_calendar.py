"""What a member's calendar does to deals, to good hours and to nobody else's deals."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from bowout.connectors.calendar import Account, Dated, Seen
from bowout.desk import own_calendar
from bowout.desk.appointments import talk_uid
from bowout.desk.calling import good_hours
from bowout.desk.projecting import out_of_step
from bowout.desk.sealing import Unsealable, sealed, unsealed
from bowout.desk.walking import walk
from bowout.store.models import CalendarEntry, OwnCalendar
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.web import signed_in

WHERE = {"url": "https://cloud.example/dav/", "login": "alice", "calendar_password": "s3cret-w0rd"}


def meeting(key: str, at: datetime, *people: str, hours: float = 1, off: bool = False) -> Dated:
    return Dated(
        key,
        "Visit",
        "meeting",
        at=at,
        until=at + timedelta(hours=hours),
        busy=not off,
        off=off,
        people=frozenset(people),
    )


def connected(cast: Cast) -> None:
    own_calendar.connect(cast.alice, "https://cloud.example/", "alice", "secret", NOW)


def look(*found: Dated, now: datetime = NOW, unread: str = "") -> bool:
    def seen(account: Account, since: datetime, until: datetime, zone: str) -> Seen:
        assert (account.login, account.password) == ("alice", "secret")
        return Seen(found, frozenset({unread} if unread else ()))

    return own_calendar.look_next(seen, lambda: now)


def test_a_meeting_with_somebody_on_a_deal_comes_onto_it_and_moves_what_is_due(cast: Cast) -> None:
    cast.deal.calendar.all().delete()
    steps.begin(cast)
    connected(cast)
    assert look(meeting("1", NOW + timedelta(days=2), cast.claire.email.lower(), "alice@north.example"))
    entry = cast.deal.calendar.get()
    assert (entry.at, entry.title, entry.seen_by) == (NOW + timedelta(days=2), "Visit", cast.alice)
    assert not list(out_of_step())


def test_nothing_comes_onto_another_teams_deal(cast: Cast) -> None:
    before = set(CalendarEntry.objects.values_list("pk", flat=True))
    stranger = cast.elsewhere.account.contacts.create(team=cast.elsewhere.team, name="S", email="s@else.example")
    cast.elsewhere.deal_contacts.create(contact=stranger)
    connected(cast)
    look(meeting("1", NOW + timedelta(days=2), "s@else.example"))
    assert set(CalendarEntry.objects.values_list("pk", flat=True)) == before


def test_what_vanishes_goes_and_what_others_wrote_stays(cast: Cast) -> None:
    before = cast.deal.calendar.count()
    connected(cast)
    look(meeting("1", NOW + timedelta(days=2), cast.claire.email))
    assert cast.deal.calendar.count() == before + 1
    assert look(now=NOW + timedelta(minutes=10))
    assert cast.deal.calendar.count() == before


def test_our_own_talk_is_no_meeting_before_which_one_is_told(cast: Cast) -> None:
    steps.begin(cast)
    connected(cast)
    before = cast.deal.calendar.count()
    look(meeting(talk_uid(steps.STREAM), NOW + timedelta(days=2), cast.claire.email))
    assert cast.deal.calendar.count() == before


def test_no_good_hour_is_one_in_which_we_are_busy(cast: Cast) -> None:
    cast.deal.calendar.all().delete()
    steps.begin(cast)
    free = good_hours(walk(cast.alice, steps.STREAM, NOW), str(cast.claire.pk)).moments
    connected(cast)
    look(*(meeting(str(number), one.start, hours=8) for number, one in enumerate(free)))
    left = good_hours(walk(cast.alice, steps.STREAM, NOW), str(cast.claire.pk)).moments
    assert left
    assert not any(mine.meets(one) for mine in left for one in own_calendar.busy_hours(cast.alice))
    assert good_hours(walk(cast.bob, steps.STREAM, NOW), str(cast.claire.pk)).moments == free


def test_one_worker_looks_at_a_time_and_whoever_was_killed_is_followed(cast: Cast) -> None:
    connected(cast)

    def killed(*_: object) -> Seen:
        assert not own_calendar.look_next(lambda *_: Seen(), lambda: NOW)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        own_calendar.look_next(killed, lambda: NOW)
    assert not look(now=NOW + timedelta(minutes=9))
    assert look(now=NOW + timedelta(minutes=10))


def test_a_look_writes_nothing_over_what_was_set_meanwhile(cast: Cast) -> None:
    connected(cast)

    def disconnects(*_: object) -> Seen:
        own_calendar.disconnect(cast.alice)
        return Seen()

    assert own_calendar.look_next(disconnects, lambda: NOW)
    assert not OwnCalendar.objects.exists()


@pytest.mark.parametrize("again", [False, True], ids=["disconnected", "connected again"])
def test_a_look_that_was_overtaken_brings_nothing_onto_a_deal(cast: Cast, again: bool) -> None:
    connected(cast)
    before = cast.deal.calendar.count()

    def overtaken(*_: object) -> Seen:
        own_calendar.disconnect(cast.alice)
        if again:
            own_calendar.connect(cast.alice, "https://cloud.example/", "alice", "secret", NOW)
        return Seen((meeting("1", NOW + timedelta(days=2), cast.claire.email),))

    assert own_calendar.look_next(overtaken, lambda: NOW)
    assert cast.deal.calendar.count() == before
    assert OwnCalendar.objects.filter(checked_at=None).count() == again


def test_what_cannot_be_read_once_is_kept_until_it_is_truly_gone(cast: Cast) -> None:
    connected(cast)
    before = cast.deal.calendar.count()
    visit = replace(meeting("1", NOW + timedelta(days=2), cast.claire.email), file="f")
    other = replace(meeting("2", NOW + timedelta(days=3), cast.claire.email), file="g")
    look(visit, other)
    busy = own_calendar.busy_hours(cast.alice)
    look(other, now=NOW + timedelta(minutes=10), unread="f")
    assert cast.deal.calendar.count() == before + 2
    assert set(own_calendar.busy_hours(cast.alice)) == set(busy)
    look(other, now=NOW + timedelta(minutes=20))
    assert cast.deal.calendar.count() == before + 1
    assert len(own_calendar.busy_hours(cast.alice)) == 1


def test_what_is_let_go_is_taken_up_by_the_next(cast: Cast) -> None:
    connected(cast)
    visit = meeting("1", NOW + timedelta(days=2), cast.claire.email)
    look(visit)
    own_calendar.disconnect(cast.alice)
    own_calendar.connect(cast.bob, "https://cloud.example/", "alice", "secret", NOW)
    look(visit)
    assert cast.deal.calendar.get(title="Visit").seen_by == cast.bob
    look(now=NOW + timedelta(minutes=10))
    assert not cast.deal.calendar.filter(title="Visit").exists()


def test_it_is_connected_on_ones_own_page_and_the_password_is_never_shown(cast: Cast) -> None:
    client = signed_in(cast.alice)
    assert client.post("/me/calendar/", WHERE).status_code == 302
    row = OwnCalendar.objects.get(user=cast.alice)
    assert "s3cret" not in str(OwnCalendar.objects.values())
    assert unsealed(row.secret) == "s3cret-w0rd"
    page = client.get("/me/").content.decode()
    assert "s3cret" not in page
    assert "Not looked at yet" in page
    assert client.post("/me/calendar/", {**WHERE, "calendar_password": ""}).status_code == 302
    assert unsealed(OwnCalendar.objects.get().secret) == "s3cret-w0rd"
    assert client.post("/me/calendar/", {"disconnect": "yes"}).status_code == 302
    assert not OwnCalendar.objects.exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"url": "http://cloud.example/"}, "begins with https://"),
        ({"url": "ftp://cloud.example/"}, "begins with https://"),
        ({"url": "cloud"}, "no address"),
        ({"url": "https://[::1"}, "no address"),
        ({"url": "https://alice:pw@cloud.example/"}, "fields of their own"),
        ({"calendar_password": ""}, "Enter the password"),
    ],
)
def test_what_cannot_be_an_address_is_refused(cast: Cast, change: dict[str, str], says: str) -> None:
    answer = signed_in(cast.alice).post("/me/calendar/", {**WHERE, **change})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not OwnCalendar.objects.exists()


def test_the_password_for_one_server_goes_to_no_other(cast: Cast) -> None:
    client = signed_in(cast.alice)
    client.post("/me/calendar/", WHERE)
    elsewhere = {**WHERE, "url": "https://evil.example/", "calendar_password": ""}
    assert client.post("/me/calendar/", elsewhere).status_code == 422


def test_what_another_key_has_sealed_asks_for_the_password_again(cast: Cast, settings: object) -> None:
    connected(cast)
    settings.SECRET_KEY = "another key that is long enough to be one"  # type: ignore[attr-defined]
    with pytest.raises(Unsealable):
        unsealed(OwnCalendar.objects.get().secret)
    assert own_calendar.look_next(lambda *_: Seen(), lambda: NOW)
    assert "enter it again" in OwnCalendar.objects.get().last_error
    assert unsealed(sealed("x")) == "x"
