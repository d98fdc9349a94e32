"""The customer answers on their page, in their own time."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core import signing
from msgspec.structs import replace
from pytest_django import DjangoAssertNumQueries

from bowout.core import intents as i
from bowout.core.actor import Actor
from bowout.store import streams
from bowout.store.models import Outbox, WalkAway
from bowout.web import clock
from tests.people import Cast
from tests.shell import steps
from tests.shell.customers import Customer, fields_of, link_for, refs, sealed, text, words
from tests.shell.steps import NOBODY, REASON, STREAM, do, must

HOUR = timedelta(hours=1)
SetClock = Callable[[datetime], None]


def log() -> list[str]:
    return [event.kind for event in streams.log(STREAM)]


def test_it_works(claire: Customer, cast: Cast) -> None:
    page = claire.look()
    (ref,) = refs(page)
    seen = claire.review(**fields_of({ref: ("misread", "Most sites have a network.")}, words="Thank you", call="yes"))
    assert "feedback-given" not in log()
    assert "Most sites have a network." in words(seen)
    sent = claire.send(seen)
    assert (sent.status_code, sent["Location"]) == (303, claire.path)
    event = streams.log(STREAM)[-1]
    assert event.by == Actor("customer", str(cast.claire.pk))
    assert (event.kind, event.words, event.call_me) == ("feedback-given", "Thank you", True)  # type: ignore[attr-defined]
    assert [(a.kind, a.verdict, a.words) for a in event.answers] == [("fit", "misread", "Most sites have a network.")]  # type: ignore[attr-defined]
    row = WalkAway.objects.get()
    assert (row.status, row.unread, row.next_do) == ("answered", True, "acknowledge")
    assert "your answer has arrived" in words(claire.look())


def test_the_page_says_who_writes_what_and_until_when(claire: Customer) -> None:
    page = words(claire.look())
    for said in ("Alice Adler", "North", "Claire Dubois", REASON.customer, REASON.stay_if):
        assert said in page
    assert "Nothing is decided before Tuesday, 10 March 2026, 18:00 (Paris time)" in page


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("query", ["", "?step=send", "?step=review&call=yes&words=hello", "?change=1&call=yes"])
def test_looking_records_nothing(claire: Customer, method: str, query: str) -> None:
    before = log()
    answer = sealed(claire.review(call="yes"))
    look = getattr(claire.browser, method)
    assert look(f"{claire.path}{query or '?'}&answer={answer}").status_code == 200
    assert log() == before


def test_a_scanner_that_follows_every_link_and_submits_every_form_records_nothing(claire: Customer) -> None:
    before = log()
    page = claire.look()
    (ref,) = refs(page)
    # Forms as they come: nothing is chosen, so there is nothing to send.
    untouched = claire.review(**{f"words-{ref}": "", "words": ""})
    assert untouched.status_code == 422
    assert "nothing here yet" in words(untouched)
    assert claire.post({"step": "send", "answer": ""}).status_code == 400
    assert log() == before


def test_one_post_alone_records_nothing(claire: Customer) -> None:
    before = log()
    assert claire.review(call="yes").status_code == 200
    for fields in ({"call": "yes"}, {"step": "send", "call": "yes"}, {"step": "nonsense"}, {"step": "edit"}):
        assert claire.post(fields).status_code in {200, 400}
    assert log() == before


def test_what_was_not_sealed_for_this_page_is_not_taken(claire: Customer, cast: Cast) -> None:
    other = Customer(link_for(cast, cast.henri, clock.now(), number=4))
    answer = sealed(other.review(call="yes"))
    before = log()
    for forged in (answer, answer[:-1] + ("a" if answer[-1] != "a" else "b"), "x", "a:b:c"):
        assert claire.post({"step": "send", "answer": forged}).status_code == 400
    assert log() == before


def test_a_form_posted_from_another_site_is_not_taken(claire: Customer) -> None:
    seen = claire.review(call="yes")
    claire.browser.defaults["HTTP_SEC_FETCH_SITE"] = "cross-site"
    before = log()
    assert claire.send(seen).status_code == 403
    assert log() == before


def test_answering_again_amends_and_keeps_both(claire: Customer, at: SetClock) -> None:
    (ref,) = refs(claire.look())
    claire.answer(**fields_of({ref: ("right", "Sadly so.")}, words="First."))
    at(clock.now() + HOUR)
    again = claire.look("?change=1")
    assert "Sadly so." in text(again)
    assert "First." in text(again)
    claire.answer(**fields_of({ref: ("can-change", "By May.")}, words="Second."))
    given = [event for event in streams.log(STREAM) if event.kind == "feedback-given"]
    assert [(event.words, event.answers[0].verdict) for event in given] == [  # type: ignore[attr-defined]
        ("First.", "right"),
        ("Second.", "can-change"),
    ]
    now = words(claire.look())
    assert "By May." in now
    assert "First." not in now
    assert "change your answer or add to it" in now


def test_a_second_tap_on_the_button_is_the_same_answer(claire: Customer) -> None:
    seen = claire.review(call="yes", words="Please do.")
    for _ in range(3):
        assert claire.send(seen).status_code == 303
    assert log().count("feedback-given") == 1
    assert Outbox.objects.count() == 1


def test_nothing_typed_is_lost_on_the_way_back(claire: Customer) -> None:
    (ref,) = refs(claire.look())
    typed = fields_of({ref: ("misread", "Line one\nLine <two>")}, words='A "quoted" word', call="yes")
    back = claire.post({"step": "edit", "answer": sealed(claire.review(**typed))})
    page = text(back)
    assert "Line one\nLine &lt;two&gt;" in page
    assert "A &quot;quoted&quot; word" in page
    # The misreading, the call, and that nothing else is asked of us.
    assert page.count("checked") == 3


def test_words_without_a_verdict_are_asked_about_and_kept(claire: Customer) -> None:
    (ref,) = refs(claire.look())
    seen = claire.review(**{f"words-{ref}": "We have a network now."})
    assert seen.status_code == 422
    assert "choose what your words mean" in words(seen)
    assert "We have a network now." in text(seen)


def test_a_letter_that_is_too_long_is_kept_and_named(claire: Customer) -> None:
    seen = claire.review(words="x" * 4001)
    assert seen.status_code == 422
    assert "x" * 4001 in text(seen)
    assert claire.review(words="é\r\n" * 2000).status_code == 200


def test_a_flood_is_not_read(claire: Customer) -> None:
    assert claire.review(words="x" * 300_000).status_code == 413
    multipart = claire.browser.post(claire.path, {"step": "review", "words": "x"})
    assert multipart.status_code == 413


def test_reasons_put_differently_meanwhile_are_shown_again_and_no_word_is_lost(claire: Customer, cast: Cast) -> None:
    (ref,) = refs(claire.look())
    typed = fields_of({ref: ("misread", "Not at all.")}, words="Hello.")
    seen = claire.review(**typed)
    amend(cast)
    for answered in (claire.send(seen), claire.review(**typed)):
        assert answered.status_code in {409, 422}
        assert "put our reasons differently" in words(answered)
        assert "Hello.\n\nNot at all." in text(answered)
        assert "in other words" in words(answered)
    assert "feedback-given" not in log()


def test_words_that_went_and_came_back_are_answered_anew(claire: Customer, cast: Cast) -> None:
    (ref,) = refs(claire.look())
    said = fields_of({ref: ("right", "True.")}, words="Well.")
    claire.answer(**said)
    amend(cast)
    amend(cast, REASON.customer)
    assert "True." not in words(claire.look())
    claire.answer(**said)
    assert log().count("feedback-given") == 2
    assert "True." in words(claire.look())


def amend(cast: Cast, text: str = "The same, in other words.") -> None:
    reason = replace(REASON, customer=text)
    must(do(cast.alice, i.Consider(at=clock.now(), by=NOBODY, reasons=(reason,), override="clearer")))


def test_an_answer_to_a_reason_that_reads_differently_now_is_not_shown_as_theirs(claire: Customer, cast: Cast) -> None:
    (ref,) = refs(claire.look())
    claire.answer(**fields_of({ref: ("right", "True.")}, words="Well."))
    amend(cast)
    page = words(claire.look())
    assert "True." not in page
    assert "Left open" in page


def test_a_page_open_for_hours_asks_once_more(claire: Customer, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = claire.review(call="yes")
    later = signing.time.time() + 3 * 3600
    monkeypatch.setattr(signing.time, "time", lambda: later)
    old = claire.send(seen)
    assert "feedback-given" not in log()
    assert "once more" in words(old)
    assert claire.send(old).status_code == 303
    assert "feedback-given" in log()


def test_a_late_answer_is_recorded(claire: Customer, cast: Cast, at: SetClock) -> None:
    end = WalkAway.objects.get().window_until
    assert end
    at(end + HOUR)
    assert "That has passed" in words(claire.look())
    (ref,) = refs(claire.look())
    assert claire.answer(**fields_of({ref: ("misread", "We were away.")})).status_code == 303
    assert WalkAway.objects.get().unread


def test_after_parting_their_words_still_arrive(claire: Customer, cast: Cast, at: SetClock) -> None:
    end = WalkAway.objects.get().window_until
    assert end
    must(do(cast.alice, i.Part(at=end, by=NOBODY, thanks=True)))
    at(end + HOUR)
    page = claire.look()
    assert "we have withdrawn from your project" in words(page)
    assert REASON.stay_if not in words(page)
    assert claire.answer(words="Thank you for telling us.").status_code == 303
    row = WalkAway.objects.get()
    assert (row.status, row.unread) == ("parted", True)


def test_after_parting_they_are_thanked_and_may_always_come_back(claire: Customer, cast: Cast, at: SetClock) -> None:
    claire.answer(call="yes")
    must(do(cast.alice, i.Acknowledge(at=clock.now() + HOUR / 2, by=NOBODY)))
    must(do(cast.alice, i.Part(at=clock.now() + HOUR, by=NOBODY, thanks=True, override="They agree on the phone.")))
    page = words(claire.look())
    assert "Thank you for the time you gave us" in page
    assert "You can always come back to us: a word to Alice Adler is enough." in page
    assert "Write to Alice Adler" in page
    assert "your answer has arrived" not in page
    at(clock.now() + 2 * HOUR)
    claire.answer(words="Who would you ask in our place?")
    assert "Thank you, your answer has arrived" in words(claire.look())


def test_once_we_stay_the_page_they_answered_on_says_so(claire: Customer, cast: Cast) -> None:
    (ref,) = refs(claire.look())
    claire.answer(**fields_of({ref: ("misread", "Look again.")}))
    must(do(cast.alice, i.Stay(at=clock.now() + HOUR, by=NOBODY, changed="They have a network.", override="sure")))
    page = words(claire.look())
    assert "Alice Adler goes on working with you." in page
    assert "your answer has arrived" not in page


def test_when_we_stay_the_page_says_so_and_asks_no_more(claire: Customer, cast: Cast) -> None:
    (ref,) = refs(claire.look())
    claire.answer(**fields_of({ref: ("misread", "Look again.")}))
    must(do(cast.alice, i.Stay(at=clock.now() + HOUR, by=NOBODY, changed="They have a network.", override="sure")))
    page = words(claire.look("?change=1"))
    assert "we are staying with your project" in page
    assert REASON.customer not in page


def test_they_see_that_their_answer_was_read(claire: Customer, cast: Cast) -> None:
    claire.answer(call="yes")
    assert "Alice Adler will read it" in words(claire.look())
    must(do(cast.alice, i.Acknowledge(at=clock.now() + HOUR, by=NOBODY, text="internal note")))
    page = words(claire.look())
    assert "Alice Adler has read it" in page
    assert "internal note" not in page
    claire.answer(call="yes", words="One more thing.")
    assert "Alice Adler will read it" in words(claire.look())


def test_a_colleague_at_the_customer_does_not_read_what_another_said(claire: Customer, cast: Cast) -> None:
    henri = Customer(link_for(cast, cast.henri, clock.now(), number=4))
    (ref,) = refs(claire.look())
    claire.answer(**fields_of({ref: ("right", "Between us: Henri is against it.")}, words="Do not tell Henri."))
    page = words(henri.look())
    assert "Henri is against it" not in page
    assert "Do not tell" not in page
    assert "Have we read you right?" in page


def test_what_the_rep_took_down_on_the_phone_is_not_shown_as_theirs(claire: Customer, cast: Cast) -> None:
    must(do(cast.alice, steps.answer("right", clock.now())))
    assert "Have we read you right?" in words(claire.look())


def test_nothing_is_asked_before_somebody_has_talked_with_them(cast: Cast, at: SetClock) -> None:
    steps.begin(cast)
    customer = Customer(link_for(cast, cast.claire, steps.NOW))
    at(steps.NOW + HOUR)
    page = customer.look()
    assert page.status_code == 404
    assert "not open yet" in words(page)
    assert REASON.customer not in text(page)
    assert customer.review(call="yes").status_code == 404


def test_the_rep_hears_that_they_answered_and_no_more(claire: Customer, cast: Cast) -> None:
    (ref,) = refs(claire.look())
    claire.answer(**fields_of({ref: ("misread", "secret-one")}, words="secret-two", call="yes"))
    claire.answer(words="secret-three")
    first, second = Outbox.objects.order_by("pk")
    assert first.key != second.key
    assert (first.walk_away_id, first.team) == (STREAM, cast.team)
    assert first.payload["to"] == "alice@north.example"
    assert f"/walk-aways/{STREAM}/" in first.payload["text"]
    for row in (first, second):
        assert "secret" not in str(row.payload)
        assert "misread" not in str(row.payload)


def test_the_new_owner_hears_of_it_when_the_rep_has_left(claire: Customer, cast: Cast) -> None:
    cast.deal.owner = cast.bob
    cast.deal.save()
    claire.answer(call="yes")
    assert Outbox.objects.get().payload["to"] == cast.bob.email
    assert "Bob Brandt" in words(claire.look())


def test_where_the_rep_has_left_the_manager_hears_of_it(claire: Customer, cast: Cast) -> None:
    type(cast.alice).objects.filter(pk=cast.alice.pk).update(is_active=False)
    assert claire.answer(call="yes").status_code == 303
    assert Outbox.objects.get().payload["to"] == cast.mia.email


def test_nobody_is_left_to_write_to_and_the_answer_is_kept(claire: Customer, cast: Cast) -> None:
    type(cast.alice).objects.filter(pk__in=[cast.alice.pk, cast.mia.pk]).update(is_active=False)
    assert claire.answer(call="yes").status_code == 303
    assert "feedback-given" in log()
    assert not Outbox.objects.exists()


def test_a_customer_who_writes_html_writes_only_text(claire: Customer) -> None:
    (ref,) = refs(claire.look())
    evil = "<script>alert(1)</script>"
    claire.answer(**fields_of({ref: ("misread", evil)}, words=evil))
    for page in (claire.look(), claire.look("?change=1")):
        assert evil not in text(page)
        assert "&lt;script&gt;" in text(page)


def test_looking_takes_the_same_few_queries_however_long_the_log(
    claire: Customer, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        claire.answer(words=f"Once more, {number}.")
    with django_assert_num_queries(5):
        claire.look()


def test_the_seller_who_looks_at_it_stays_signed_in(claire: Customer, cast: Cast) -> None:
    claire.browser.force_login(cast.alice)
    assert not claire.look().cookies


def test_only_their_own_browser_speaks_for_them(claire: Customer, cast: Cast) -> None:
    claire.browser.force_login(cast.alice)
    before = log()
    seen = claire.review(words="Go ahead.")
    assert seen.status_code == 403
    assert "This page is the customer’s" in words(seen)
    assert log() == before
