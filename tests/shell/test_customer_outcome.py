"""The check-back, their way: a click in a mail, then a button; and talking again."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bowout.core import events as e
from bowout.core import intents as i
from bowout.desk.stepping import LINK, Step, take
from bowout.store import streams
from bowout.store.models import Outbox, WalkAway
from bowout.web import clock
from tests.people import Cast
from tests.shell.customers import Customer, text, words
from tests.shell.steps import NOBODY, STREAM, do, must
from tests.shell.web import signed_in
from tests.shell.web import words as told


@pytest.fixture
def asked_again(claire: Customer, cast: Cast, at: Callable[[datetime], None]) -> Customer:
    """Claire, months after we parted, with the mail that asks how it turned out."""
    at(clock.now() + timedelta(days=14))
    must(do(cast.alice, i.Part(at=clock.now(), by=NOBODY, thanks=True, text="Thank you.")))
    at(clock.now() + timedelta(days=121))
    letter = i.Letter(str(cast.claire.pk), "How has it turned out?", f"Well: {LINK}?it=well", "en")
    intent = i.CheckBack(at=clock.now(), by=NOBODY, letter=letter)
    version = streams.load(STREAM).version
    decision = take(cast.alice, STREAM, Step(intent, True, invited=str(cast.claire.pk)), version, clock.now())
    assert decision.accepted
    sent = str(Outbox.objects.filter(kind="mail").latest("pk").payload)
    path = re.search(r"(/c/[^?\s]+)\?it=well", sent)
    assert path
    claire.path = path[1]
    return claire


def _row() -> WalkAway:
    return WalkAway.objects.get(pk=STREAM)


def log() -> list[str]:
    return [event.kind for event in streams.log(STREAM)]


def test_a_click_then_a_button(asked_again: Customer, cast: Cast) -> None:
    before = log()
    seen = asked_again.look("?it=not-so-well")
    assert re.search(r'value="not-so-well" checked', text(seen))
    assert log() == before
    sent = asked_again.post({"step": "outcome", "it": "not-so-well", "words": "They left in May."})
    assert sent.status_code == 303
    last = streams.log(STREAM)[-1]
    assert isinstance(last, e.OutcomeTold)
    assert (last.how, last.words) == ("not-so-well", "They left in May.")
    page = words(asked_again.look())
    assert "Thank you for telling us" in page
    assert "They left in May." in page
    assert "They say: not so well. They left in May." in told(signed_in(cast.alice).get(f"/walk-aways/{STREAM}/"))
    assert Outbox.objects.filter(key__startswith="turned-out-").count() == 1


def test_a_second_tap_says_nothing_new(asked_again: Customer) -> None:
    for _ in range(2):
        asked_again.post({"step": "outcome", "it": "well", "again": "yes"})
    assert log()[-2:] == ["outcome-told", "invited-back"]
    assert Outbox.objects.filter(key__startswith="turned-out-").count() == 1


def test_talk_again_is_a_task_for_the_owner(asked_again: Customer, cast: Cast) -> None:
    asked_again.post({"step": "outcome", "again": "yes"})
    assert (_row().status, _row().next_do) == ("invited-back", "call")
    assert "will phone you" in words(asked_again.look())
    today = told(signed_in(cast.alice).get("/"))
    assert "They want to talk again" in today
    cast.deal.refresh_from_db()
    assert cast.deal.status == "open"
    must(do(cast.alice, i.Call(at=clock.now(), by=NOBODY, contact=str(cast.claire.pk), outcome="reached")))
    assert _row().next_do == ""


@pytest.mark.parametrize("fields", [{}, {"it": "great"}, {"words": "Hm."}, {"words": "Hm.", "again": "yes"}])
def test_what_says_nothing_is_asked_about_and_kept(asked_again: Customer, fields: dict[str, str]) -> None:
    before = log()
    seen = asked_again.post({"step": "outcome", **fields})
    assert seen.status_code == 422
    assert fields.get("words", "") in text(seen)
    assert log() == before


def test_not_before_we_have_parted(claire: Customer) -> None:
    before = log()
    claire.post({"step": "outcome", "it": "well", "again": "yes"})
    assert "Have we read you right?" in words(claire.look("?it=well"))
    assert log() == before


@pytest.mark.parametrize(("language", "asks"), [("de", "Wie ist es ausgegangen?"), ("fr", "ont-elles tourné")])
def test_it_speaks_their_language(asked_again: Customer, language: str, asks: str) -> None:
    assert asks in words(asked_again.look(f"?lang={language}&it=well"))


def test_the_form_offers_a_mail_with_three_ways_to_answer(asked_again: Customer, cast: Cast) -> None:
    page = signed_in(cast.alice).get(f"/walk-aways/{STREAM}/check-back/").content.decode()
    assert all(f"[link]?it={how}" in page for how in ("well", "not-so-well", "undecided"))
