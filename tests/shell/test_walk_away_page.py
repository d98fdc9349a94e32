"""The page of a walk-away: who sees it, what it shows, and that it never breaks."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bowout.core import events as e
from bowout.core.actor import Actor
from bowout.desk import acting, links
from bowout.desk.projecting import rebuild
from bowout.store import streams
from bowout.store.models import Contact, CustomerLink, Deal, Event, Outbox, User, WalkAway
from bowout.web.acts import ACTS
from tests.people import NOW, Cast
from tests.shell import steps
from tests.shell.browsing import Browser
from tests.shell.steps import STREAM

Sit = Callable[[User], Browser]
PAGE = f"/walk-aways/{STREAM}/"


@pytest.fixture
def sit(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Somebody sits down at the browser, an hour after the doubt was recorded."""
    settings.DEBUG_CLOCK = True
    settings.BOWOUT_SMTP_URL = "smtp://mail.north.example"
    return lambda user: Browser(user, monkeypatch).at(NOW + timedelta(hours=1))


def words_of(page: str) -> str:
    """What people read on it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("slug", ["", "consider/", *(f"{slug}/" for slug in ACTS)])
def test_a_stranger_finds_nothing(cast: Cast, sit: Sit, slug: str) -> None:
    steps.begin(cast)
    charlie = sit(cast.charlie)
    charlie.get(f"{PAGE}{slug}")
    assert charlie.status == 404
    assert charlie.client.post(f"{PAGE}{slug}").status_code in {404, 405}


@pytest.mark.parametrize("path", ["nonsense/", "links/", "call/../"])
def test_a_step_that_does_not_exist_is_not_found(cast: Cast, sit: Sit, path: str) -> None:
    steps.begin(cast)
    assert sit(cast.alice).client.get(f"{PAGE}{path}").status_code in {404, 405}


def test_a_teammate_looks_and_acts(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    bob = sit(cast.bob)
    assert "Are we prepared to walk?" in bob.get(PAGE)
    bob.send(f"{PAGE}confirm/")
    assert streams.log(STREAM)[-1].by == Actor("rep", str(cast.bob.pk))


def test_revops_looks_and_has_nothing_to_press(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    rita = sit(cast.rita)
    page = rita.get(PAGE)
    assert "You may look" in page
    assert f'action="{PAGE}' not in page
    for slug in ACTS:
        assert rita.client.get(f"{PAGE}{slug}/").status_code == 403
        assert rita.client.post(f"{PAGE}{slug}/").status_code == 403
    assert rita.client.get(f"/deals/{cast.deal.pk}/raise/").status_code == 403


def test_the_rep_waits_for_the_manager_by_name(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    alice = sit(cast.alice)
    alice.step(STREAM, "confirm")
    page = words_of(alice.get(PAGE))
    assert "Waiting for your manager's word" in page
    assert "Eve Ebert or Mia Maier" in page


def test_what_the_guards_say_stands_there_before_anybody_commits(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    for user in (cast.alice, cast.mia):
        sit(user).step(STREAM, "confirm")
    alice = sit(cast.alice)
    assert "No rule speaks against it" in alice.get(PAGE)
    night = words_of(alice.at(NOW.replace(hour=22)).get(PAGE))
    assert "If you call now and reach them" in night
    assert "calls-at-an-indecent-hour" in night
    assert not [event for event in streams.log(STREAM) if isinstance(event, e.Called)]


def test_a_script_asks_what_the_guards_say_without_writing(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    alice = sit(cast.alice)
    fields = {"contact": cast.ines.pk, "outcome": "reached", "version": 1}
    answer = alice.client.post(f"{PAGE}call/?check", fields, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "tells-the-wrong-person" in text
    assert "<html" not in text
    assert streams.load(STREAM).version == 1


def test_a_script_may_check_a_form_that_is_not_filled_in(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    alice = sit(cast.alice)
    for slug in ACTS:
        answer = alice.client.post(f"{PAGE}{slug}/?check", {}, headers={"HX-Request": "true"})
        assert answer.status_code == 200, slug
    raising = alice.client.post(f"/deals/{cast.elsewhere.pk}/raise/?check", {}, headers={"HX-Request": "true"})
    assert raising.status_code == 404


def test_a_conflict_says_what_changed_and_keeps_what_was_typed(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    alice = sit(cast.alice)
    url = f"{PAGE}take-back/"
    alice.get(url)
    sit(cast.mia).step(STREAM, "send-back", words="Ask how many sites.")
    text = alice.send(url, words="It was an old note.")
    assert alice.status == 409
    assert "moved on while you were writing" in text
    assert "Ask how many sites." in text
    assert alice.form(url)["words"] == ["It was an old note."]
    alice.send(url)
    assert WalkAway.objects.get().status == "taken-back"


def test_two_people_who_raise_the_same_doubt_meet_on_one_walk_away(cast: Cast, sit: Sit) -> None:
    bob = sit(cast.bob)
    url = f"/deals/{cast.deal.pk}/raise/"
    bob.get(url)
    steps.begin(cast)
    budget = {
        "budget-use": "on",
        "budget-customer": "From what we see, the budget covers the licences only.",
        "budget-stay_if": "We would compete if the roll-out had a budget of its own.",
        "budget-0-on": "2026-03-02",
        "budget-0-text": "Henri named the sum.",
    }
    text = bob.send(url, **budget)
    assert bob.status == 409
    assert "Alice Adler" in text
    assert WalkAway.objects.count() == 1
    bob.send(f"{PAGE}consider/")
    assert {reason.kind for reason in streams.load(STREAM).reasons} == {"fit", "budget"}


def test_a_deal_with_a_walk_away_under_way_leads_there(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    answer = sit(cast.alice).client.get(f"/deals/{cast.deal.pk}/raise/")
    assert answer.headers["Location"] == PAGE


@pytest.mark.parametrize("status", ["won", "lost", "withdrawn"])
def test_a_deal_that_is_over_takes_no_doubt_and_says_so(cast: Cast, sit: Sit, status: str) -> None:
    alice, url = sit(cast.alice), f"/deals/{cast.deal.pk}/raise/"
    alice.get(url)
    Deal.objects.filter(pk=cast.deal.pk).update(status=status)
    page = alice.send(url, **{"fit-use": "on", "fit-customer": "We are not well placed."}, cycle="in April")
    assert alice.status == 409
    assert f"This deal is {status}" in words_of(page)
    assert "We are not well placed." in page
    assert not WalkAway.objects.exists()
    assert f"This deal is {status}" in words_of(alice.get(url))
    assert f'action="{url}"' not in alice.text


def test_an_override_stands_in_the_log_with_its_reason(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    alice = sit(cast.alice)
    alice.step(STREAM, "call", outcome="reached", override="They called me.")
    page = words_of(alice.get(PAGE))
    assert "Overridden not-prepared-to-walk" in page
    assert "Why all the same: They called me." in page


def test_an_amended_answer_shows_both(cast: Cast, sit: Sit) -> None:
    asked = steps.ask(cast)
    link = links.create(cast.alice, WalkAway.objects.get(), cast.claire, asked)
    for hours, verdict in ((1, "misread"), (2, "right")):
        at = asked + timedelta(hours=hours)
        steps.must(acting.answer(link, steps.answer(verdict, at), at))
    page = words_of(sit(cast.alice).at(asked + timedelta(hours=3)).get(PAGE))
    assert "They agree Claire Dubois" in page
    assert "We misread it Claire Dubois" in page
    assert "amended since" in page


def test_what_they_felt_is_not_asked_and_never_filled_in(cast: Cast, sit: Sit) -> None:
    steps.ask(cast)
    page = sit(cast.alice).get(PAGE)
    assert page.count("Not asked") == 3
    assert "A talk about the reasons was held" in page


def test_the_way_ends_with_the_invitation(cast: Cast, sit: Sit) -> None:
    asked = steps.ask(cast)
    alice = sit(cast.alice).at(asked + timedelta(days=8))
    alice.step(STREAM, "part")
    alice.at(asked + timedelta(days=200)).step(STREAM, "invited-back")
    way = words_of(alice.text[alice.text.index('<ol class="way"') : alice.text.index("</ol>")])
    assert re.search(r"Answered no answer|Answered left out", way)
    assert re.search(r"Parted Wed 11 Mar.* Invited back Sat 19 Sep", way), way


def test_a_talk_that_is_booked_promises_the_time_after_it(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    for user in (cast.alice, cast.mia):
        sit(user).step(STREAM, "confirm")
    alice = sit(cast.alice)
    alice.step(STREAM, "call", outcome="reached")
    alice.step(STREAM, "book-talk", talk_at="2026-03-05T15:00")
    assert "Nothing is decided before Thursday 12 March at 18:00" in words_of(alice.get(PAGE))


def test_a_link_is_made_and_closed(cast: Cast, sit: Sit) -> None:
    asked = steps.ask(cast)
    alice = sit(cast.alice).at(asked + timedelta(hours=1))
    alice.get(PAGE)
    alice.send(f"{PAGE}links/", contact=cast.henri.pk)
    link = CustomerLink.objects.get()
    assert links.address(link) in alice.get(PAGE)
    alice.send(f"{PAGE}links/{link.pk}/revoke/")
    link.refresh_from_db()
    assert link.revoked_at
    assert links.address(link) not in alice.get(PAGE)


def test_two_people_of_one_name_do_not_share_their_answers(cast: Cast, sit: Sit) -> None:
    asked = steps.ask(cast)
    Contact.objects.filter(pk=cast.henri.pk).update(name=cast.claire.name)
    row = WalkAway.objects.get()
    for contact in (cast.claire, cast.henri):
        link = links.create(cast.alice, row, Contact.objects.get(pk=contact.pk), asked)
    said = asked + timedelta(hours=1)
    steps.must(acting.answer(link, steps.answer("right", said), said))
    page = sit(cast.alice).at(said).get(PAGE)
    shown = words_of(page.partition('aria-labelledby="links"')[2].partition("</section>")[0])
    assert shown.count("Answered") == 1
    assert shown.count("Last answer") == 1
    assert "log-customer" in page


def test_nobody_gets_a_page_before_they_were_told(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    alice = sit(cast.alice)
    assert f'action="{PAGE}links/"' not in alice.get(PAGE)
    alice.client.post(f"{PAGE}links/", {"contact": cast.claire.pk})
    assert not CustomerLink.objects.exists()


def test_a_link_for_somebody_of_another_deal_is_not_made(cast: Cast, sit: Sit) -> None:
    steps.ask(cast)
    stranger = cast.elsewhere.account.contacts.create(team=cast.elsewhere.team, name="Zoe")
    for contact in (str(stranger.pk), "", "no number", "9" * 40):
        assert sit(cast.alice).client.post(f"{PAGE}links/", {"contact": contact}).status_code == 404
    assert not CustomerLink.objects.exists()


def test_nothing_internal_leaves_in_what_is_sent(cast: Cast, sit: Sit) -> None:
    asked = steps.ask(cast)
    alice = sit(cast.alice).at(asked + timedelta(hours=1))
    alice.step(STREAM, "ask-feedback")
    alice.step(STREAM, "feedback", **{"verdict-fit": "right"})
    alice.at(asked + timedelta(days=9)).step(STREAM, "part")
    alice.at(asked + timedelta(days=130)).step(STREAM, "message")
    sent = [str(mail.payload) for mail in Outbox.objects.filter(kind="mail")]
    assert len(sent) == 3
    for text in sent:
        assert steps.REASON.customer in text or "Thank you" in text or "turned out" in text
        for secret in (steps.REASON.internal, steps.REASON.evidence[0].text, cast.deal.name):
            assert secret not in text


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as counted:
        assert client.get(url).status_code == 200
    return len(counted)


def test_a_long_log_costs_no_more_queries_than_a_short_one(cast: Cast, sit: Sit) -> None:
    asked = steps.ask(cast)
    alice = sit(cast.alice).at(asked + timedelta(hours=1))
    alice.step(STREAM, "ask-feedback")
    short, shorter = queries(alice.client, PAGE), queries(alice.client, f"{PAGE}feedback/")
    for number in range(120):
        answer = e.FeedbackGiven(
            at=asked + timedelta(minutes=number), by=Actor("customer", str(cast.claire.pk)), words=f"Word {number}."
        )
        streams.append(STREAM, streams.load(STREAM).version, [answer], None, asked)
    rebuild()
    assert (queries(alice.client, PAGE), queries(alice.client, f"{PAGE}feedback/")) == (short, shorter)
    assert short < 16
    assert "Word 119." in alice.get(PAGE)
    assert "Word 3." not in alice.get(PAGE)
    assert "Word 3." in alice.get(f"{PAGE}?page=2")


CHOICES = ["", "now", "earlier", "send", "wrote", "said", "none", "own", "never", "reached"]
TEXTS = st.one_of(st.sampled_from(CHOICES), st.text(max_size=20))
MOMENTS = st.sampled_from(["2026-03-03T10:30", "0001-01-01T00:00", "9999-12-31T23:59", "2026-03-29T02:30", "x", ""])
DAYS = st.sampled_from(["2026-07-01", "0001-01-01", "9999-12-31", "x", ""])
NUMBERS = st.sampled_from(["0", "1", "-1", "2", "9" * 30, "x", ""])


def _values(name: str) -> st.SearchStrategy[str]:
    if name in {"happened", "talk_at", "drafted_until"}:
        return MOMENTS
    if name == "check_back_on" or name.endswith("-on"):
        return DAYS
    return NUMBERS if name == "version" or name.endswith("-lines") else TEXTS


@hypothesis_settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_sequence_of_posts_breaks_a_page(cast: Cast, sit: Sit, data: st.DataObject) -> None:
    """Forms as they stand, with some fields replaced by anything at all, by anybody, in any order."""
    with transaction.atomic():
        steps.begin(cast)
        browser = sit(data.draw(st.sampled_from([cast.alice, cast.mia, cast.eve])))
        for slug in data.draw(st.lists(st.sampled_from([*ACTS, "consider"]), min_size=1, max_size=5)):
            browser.at(NOW + timedelta(hours=data.draw(st.integers(0, 24 * 200))))
            fill_in_and_send(browser, slug, data)
        browser.get(PAGE)
        assert browser.status == 200
        transaction.set_rollback(True)


def fill_in_and_send(browser: Browser, slug: str, data: st.DataObject) -> None:
    url = f"{PAGE}{slug}/"
    browser.get(url)
    assert browser.status == 200
    fields = browser.form(url)
    more = {"override": data.draw(st.sampled_from(["", "because"]))}
    if slug == "call":
        more["outcome"] = data.draw(st.sampled_from(["reached", "voicemail", "no-answer", "x"]))
    names = sorted(set(fields) - set(more) - {"csrfmiddlewaretoken"})
    for name in data.draw(st.lists(st.sampled_from(names), max_size=4, unique=True)):
        more[name] = data.draw(_values(name))
    browser.send(url, data.draw(st.sampled_from(["", "", "?check"])), **more)
    assert browser.status in {200, 409, 422}, (slug, more)


def test_events_are_only_ever_added(cast: Cast, sit: Sit) -> None:
    steps.ask(cast)
    before = list(Event.objects.order_by("version").values())
    alice = sit(cast.alice)
    for slug in ACTS:
        alice.step(STREAM, slug)
    assert list(Event.objects.order_by("version").values())[: len(before)] == before


def test_a_reader_of_pages_gets_a_walk_away_only_by_its_own_name(cast: Cast, sit: Sit) -> None:
    steps.begin(cast)
    assert sit(cast.alice).client.get(f"/walk-aways/{UUID(int=12345)}/").status_code == 404
