"""Load, decide, append, project: all of it, or nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.desk import acting, links
from bowout.desk.walking import walk
from bowout.store import streams
from bowout.store.models import Deal, Event, Outbox, User, WalkAway
from bowout.store.outbox import Parcel
from tests import people
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.steps import NOBODY, STREAM, do, must

LATER = NOW + timedelta(minutes=30)
LATE_RECORD = "window-over-when-recorded"


def voicemail(cast: Cast) -> i.Call:
    return i.Call(at=LATER, by=NOBODY, contact=str(cast.claire.pk), outcome="voicemail", override="try")


def test_a_walk_away_goes_from_doubt_to_parting(cast: Cast) -> None:
    asked = steps.ask(cast)
    must(do(cast.alice, steps.answer("right", asked + timedelta(hours=1))))
    end = WalkAway.objects.get().window_until
    assert end
    must(do(cast.alice, i.Part(at=end, by=NOBODY, thanks=True, text="Thank you.")))
    row = WalkAway.objects.get()
    assert (row.status, row.next_do, row.version) == ("parted", "check-back", Event.objects.count())
    assert row.check_back_on == (end + timedelta(days=120)).date()


def test_a_refused_intent_changes_nothing(cast: Cast) -> None:
    decision = acting.start(cast.alice, cast.deal, i.Consider(at=NOW, by=NOBODY, reasons=()), STREAM, NOW)
    assert not decision.accepted
    assert not WalkAway.objects.exists()
    steps.begin(cast)
    parcel = Parcel("mail", "k", {}, NOW)
    part = i.Part(at=LATER, by=NOBODY, thanks=False)
    before = streams.log(STREAM)
    assert not acting.act(cast.alice, STREAM, part, len(before), NOW, [parcel]).accepted
    assert streams.log(STREAM) == before
    assert not Outbox.objects.exists()


def test_what_goes_out_is_written_with_the_events_that_cause_it(cast: Cast) -> None:
    steps.begin(cast)
    parcel = Parcel("mail", "k", {"to": "mia"}, NOW)
    confirm = i.Confirm(at=LATER, by=NOBODY)
    version = streams.load(STREAM).version
    with pytest.raises(acting.Conflict):
        acting.act(cast.alice, STREAM, confirm, version + 1, NOW, [parcel])
    assert not Outbox.objects.exists()
    must(acting.act(cast.alice, STREAM, confirm, version, NOW, [parcel]))
    assert Outbox.objects.get().walk_away_id == STREAM


def test_nobody_acts_under_another_name(cast: Cast) -> None:
    steps.begin(cast)
    must(do(cast.bob, i.Confirm(at=LATER, by=Actor("manager", str(cast.mia.pk)))))
    assert streams.log(STREAM)[-1].by == Actor("rep", str(cast.bob.pk))
    assert Event.objects.order_by("version").last().by_user == cast.bob  # type: ignore[union-attr]


def test_who_saw_an_older_version_gets_a_conflict(cast: Cast) -> None:
    steps.begin(cast)
    seen = streams.load(STREAM).version
    must(do(cast.alice, i.Confirm(at=LATER, by=NOBODY)))
    before = streams.log(STREAM)
    with pytest.raises(acting.Conflict):
        acting.act(cast.mia, STREAM, i.Confirm(at=LATER, by=NOBODY), seen, NOW)
    assert streams.log(STREAM) == before


def test_a_stranger_finds_nothing(cast: Cast) -> None:
    steps.begin(cast)
    confirm = i.Confirm(at=LATER, by=NOBODY)
    with pytest.raises(WalkAway.DoesNotExist):
        acting.act(cast.charlie, STREAM, confirm, 1, NOW)
    with pytest.raises(PermissionDenied):
        acting.start(cast.charlie, cast.deal, steps.consider(), UUID(int=9), NOW)


def test_revops_may_look_but_not_act(cast: Cast) -> None:
    steps.begin(cast)
    with pytest.raises(PermissionDenied):
        do(cast.rita, i.Confirm(at=LATER, by=NOBODY))


def test_a_deal_has_one_walk_away_under_way(cast: Cast) -> None:
    steps.begin(cast)
    with pytest.raises(acting.AlreadyUnderWay):
        acting.start(cast.bob, cast.deal, steps.consider(), UUID(int=8), NOW)
    assert Event.objects.filter(stream=UUID(int=8)).count() == 0
    must(do(cast.alice, i.TakeBack(at=LATER, by=NOBODY, words="They called.")))
    must(acting.start(cast.bob, cast.deal, steps.consider(), UUID(int=8), NOW))


@pytest.mark.parametrize("status", ["won", "lost", "withdrawn"])
def test_no_walk_away_begins_on_a_deal_that_is_over(cast: Cast, status: str) -> None:
    seen_open = cast.deal
    Deal.objects.filter(pk=cast.deal.pk).update(status=status)
    with pytest.raises(acting.DealIsOver):
        acting.start(cast.alice, seen_open, steps.consider(), STREAM, NOW)
    assert not WalkAway.objects.exists()
    assert not streams.log(STREAM)


def test_the_guards_say_beforehand_what_they_say_in_the_end(cast: Cast) -> None:
    part = i.Part(at=LATER, by=Actor("rep", str(cast.alice.pk)), thanks=False)
    steps.begin(cast)
    before = streams.log(STREAM)
    findings = walk(cast.alice, STREAM, LATER).judge(part)
    assert findings
    assert streams.log(STREAM) == before
    assert do(cast.alice, part).findings == findings


def test_a_question_recorded_after_its_window_is_warned_of(cast: Cast) -> None:
    contact = str(cast.claire.pk)
    steps.begin(cast)
    for who in (cast.alice, cast.mia):
        must(do(who, i.Confirm(at=LATER, by=NOBODY)))
    must(do(cast.alice, i.Call(at=LATER, by=NOBODY, contact=contact, outcome="reached")))
    must(do(cast.alice, i.HoldTalk(at=LATER, by=NOBODY)))
    # What the intent claims of its own recording does not count.
    ask, version = i.AskFeedback(at=LATER, by=NOBODY, recorded_at=LATER), streams.load(STREAM).version
    fortnight = NOW + timedelta(days=14)
    said = {finding.rule for finding in walk(cast.alice, STREAM, fortnight).judge(ask)}
    assert LATE_RECORD in said
    decision = must(acting.act(cast.alice, STREAM, ask, version, fortnight))
    assert LATE_RECORD in {finding.rule for finding in decision.findings}
    assert LATE_RECORD in {getattr(event, "rule", "") for event in streams.log(STREAM)}


def test_a_question_recorded_at_once_is_not_late(cast: Cast) -> None:
    steps.ask(cast)
    assert LATE_RECORD not in {getattr(event, "rule", "") for event in streams.log(STREAM)}


def test_the_customer_answers_as_the_contact_of_their_link(cast: Cast) -> None:
    asked = steps.ask(cast)
    row = WalkAway.objects.get()
    link = links.make_link(cast.alice, row, cast.claire, UUID(int=3), asked, asked + timedelta(days=9))
    says = steps.answer("misread", asked + timedelta(hours=2), by=Actor("manager", "1"))
    must(acting.answer(link, says, says.at))
    must(acting.answer(link, steps.answer("can-change", says.at + timedelta(hours=1)), says.at))
    given = [event for event in streams.log(STREAM) if event.kind == "feedback-given"]
    assert [event.by for event in given] == [Actor("customer", str(cast.claire.pk))] * 2
    row = WalkAway.objects.get()
    assert (row.status, row.unread, row.corrected, row.next_do) == ("answered", True, 1, "acknowledge")


def test_the_customer_can_do_nothing_but_what_customers_do(cast: Cast) -> None:
    asked = steps.ask(cast)
    link = links.make_link(
        cast.alice, WalkAway.objects.get(), cast.claire, UUID(int=3), asked, asked + timedelta(days=9)
    )
    before = streams.log(STREAM)
    stay = i.Stay(at=asked, by=NOBODY, changed="everything", override="please")
    assert not acting.answer(link, stay, asked).accepted
    assert streams.log(STREAM) == before


def test_a_deal_that_we_left_is_withdrawn_and_open_again_once_they_want_us_back(cast: Cast) -> None:
    asked = steps.ask(cast)
    part = i.Part(at=asked + timedelta(days=20), by=NOBODY, thanks=True, text="Thank you.", override="late")
    must(do(cast.alice, part))
    cast.deal.refresh_from_db()
    assert (cast.deal.status, cast.deal.kept) == ("withdrawn", ["status"])
    must(do(cast.alice, i.InvitedBack(at=part.at + timedelta(days=200), by=NOBODY, override="well")))
    cast.deal.refresh_from_db()
    assert (cast.deal.status, cast.deal.kept) == ("open", [])


def test_a_deal_that_the_crm_calls_lost_stays_lost(cast: Cast) -> None:
    asked = steps.ask(cast)
    cast.deal.status = "lost"
    cast.deal.save()
    must(do(cast.alice, i.Part(at=asked + timedelta(days=20), by=NOBODY, thanks=True, override="late")))
    cast.deal.refresh_from_db()
    assert cast.deal.status == "lost"


def test_acting_takes_the_same_few_queries_however_long_the_log(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    steps.begin(cast)
    for _ in range(12):
        must(do(cast.alice, voicemail(cast)))
    version = streams.load(STREAM).version
    # savepoint twice, row, words, events, people, calendar, version, event, words, projection
    with django_assert_num_queries(14):
        must(acting.act(cast.alice, STREAM, voicemail(cast), version, LATER))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_act_at_once_on_the_same_version_one_gets_a_conflict() -> None:
    cast = people.cast()
    steps.begin(cast)
    version = streams.load(STREAM).version
    start = Barrier(2)

    def confirm(user: User) -> bool:
        start.wait()
        try:
            return acting.act(user, STREAM, i.Confirm(at=LATER, by=NOBODY), version, NOW).accepted
        except acting.Conflict:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(confirm, (cast.alice, cast.mia))) == [False, True]
    assert streams.load(STREAM).version == version + 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_begin_at_once_one_is_told_that_it_is_under_way() -> None:
    cast = people.cast()
    start = Barrier(2)

    def begin(number: int) -> bool:
        start.wait()
        try:
            return acting.start(cast.alice, cast.deal, steps.consider(), UUID(int=number), NOW).accepted
        except acting.AlreadyUnderWay:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(begin, (1, 2))) == [False, True]
    assert WalkAway.objects.count() == 1
