"""What we leave them with: a letter for their file, their documents, a word that may help, and when we come back."""

import io
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.documents import Documents
from bowout.store import streams
from bowout.store.models import WalkAway
from bowout.web import clock
from tests.people import Cast
from tests.shell.customers import Customer, text, words
from tests.shell.steps import NOBODY, STREAM, do, must
from tests.shell.web import nobody, signed_in
from tests.shell.web import words as told

WORD = "A scheduling app that works offline may suit you better."


@pytest.fixture
def left(claire: Customer, cast: Cast, at: Callable[[datetime], None]) -> Customer:
    """Claire, after we have parted."""
    at(clock.now() + timedelta(days=14))
    promised = Documents("deleted", date(2026, 4, 10))
    part(cast, word=WORD, documents=promised)
    return claire


def part(cast: Cast, **more: Any) -> None:
    intent = i.Part(at=clock.now(), by=NOBODY, thanks=True, text="Thank you.", check_back_on=date(2026, 7, 10), **more)
    must(do(cast.alice, intent))


def row() -> WalkAway:
    return WalkAway.objects.get(pk=STREAM)


def log() -> list[str]:
    return [event.kind for event in streams.log(STREAM)]


def letter(customer: Customer, query: str = "") -> str:
    answer = customer.browser.get(f"{customer.path}letter.pdf{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())


def test_their_page_says_what_we_leave_them_with(left: Customer) -> None:
    page = words(left.look())
    assert "Thank you for the time you gave us" in page
    assert WORD in page
    assert "We delete what you had given us by 10 April 2026." in page
    assert "We will ask on" in page


def test_the_letter_is_theirs_under_their_reference(left: Customer) -> None:
    said = letter(left, "?reference=AO-2026%2F17&lang=en")
    for part_of_it in ("AO-2026/17", "Claire Dubois", WORD, "10 April 2026", "10 July 2026"):
        assert part_of_it in said
    assert "Notre retrait" in letter(left, "?lang=fr")


def test_the_letter_says_nothing_internal(left: Customer, cast: Cast) -> None:
    assert cast.deal.name not in letter(left)


def test_no_letter_before_we_have_parted_and_none_for_strangers(claire: Customer, cast: Cast) -> None:
    assert claire.browser.get(f"{claire.path}letter.pdf").status_code == 404
    assert nobody().get("/c/forged/letter.pdf").status_code == 404
    early = signed_in(cast.alice).get(f"/walk-aways/{STREAM}/letter.pdf", follow=True)
    assert "There is a letter once we have parted" in told(early)


def test_the_rep_gets_the_same_letter(left: Customer, cast: Cast) -> None:
    url = f"/walk-aways/{STREAM}/letter.pdf"
    assert url in signed_in(cast.alice).get(f"/walk-aways/{STREAM}/").content.decode()
    assert signed_in(cast.alice).get(url).content.startswith(b"%PDF")
    assert signed_in(cast.mia).get(url).content.startswith(b"%PDF")


def test_the_page_is_open_weeks_after_we_have_parted(left: Customer, at: Callable[[datetime], None]) -> None:
    at(clock.now() + timedelta(days=29))
    assert left.look().status_code == 200


@pytest.mark.parametrize(
    ("fields", "when", "on"),
    [
        ({"when": "day", "on": "2026-09-01"}, "day", date(2026, 9, 1)),
        ({"when": "contract-end", "on": "30.09.2027"}, "contract-end", date(2027, 9, 30)),
        ({"when": "never", "on": "2026-09-01"}, "never", None),
    ],
)
def test_when_we_come_back_is_theirs_to_say(left: Customer, fields: dict[str, str], when: str, on: date | None) -> None:
    for _ in range(2):
        assert left.post({"step": "return", **fields}).status_code == 303
    last = streams.log(STREAM)[-1]
    assert isinstance(last, e.CheckBackSet)
    assert (last.when, last.on) == (when, on)
    assert log().count("check-back-set") == 1
    assert row().check_back_on == on


@pytest.mark.parametrize("fields", [{}, {"when": "day"}, {"when": "day", "on": "2020-01-01"}, {"when": "x"}])
def test_a_wish_that_cannot_be_read_is_asked_about(left: Customer, fields: dict[str, str]) -> None:
    seen = left.post({"step": "return", **fields})
    assert seen.status_code == 422
    assert "Please choose" in words(seen)
    assert "check-back-set" not in log()


def test_what_is_promised_is_due_and_what_is_done_stands_on_their_page(left: Customer, cast: Cast) -> None:
    assert (row().next_do, row().next_due.date() if row().next_due else None) == ("documents", date(2026, 4, 10))
    form = signed_in(cast.alice).get(f"/walk-aways/{STREAM}/documents/").content.decode()
    assert re.search(r'name="done"[^>]*checked', form)
    must(
        do(
            cast.alice,
            i.NoteDocuments(at=clock.now(), by=NOBODY, documents=Documents("deleted", date(2026, 3, 20), True)),
        )
    )
    assert row().next_do == "check-back"
    assert "We deleted what you had given us on" in words(left.look())


def test_what_they_had_told_us_stands_there_too(claire: Customer, cast: Cast, at: Callable[[datetime], None]) -> None:
    claire.answer(words="It was a pity.")
    must(do(cast.alice, i.Acknowledge(at=clock.now(), by=NOBODY, text="Thank you.")))
    at(clock.now() + timedelta(days=14))
    part(cast)
    page = words(claire.look())
    assert "It was a pity." in page
    assert 'name="words"' in text(claire.look("?change=1"))


def test_the_form_asks_for_a_day_to_keep(left: Customer, cast: Cast) -> None:
    page = told(signed_in(cast.alice).get(f"/walk-aways/{STREAM}/documents/"))
    assert "What they had given us" in page
    refused = signed_in(cast.alice).post(f"/walk-aways/{STREAM}/documents/", {"fate": "returned", "version": "1"})
    assert "By which day?" in told(refused)
