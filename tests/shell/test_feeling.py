"""The three tests are asked lightly, once it is over, and what they felt stands beside what we did (M2)."""

from datetime import timedelta

import pytest
from django.http import HttpResponse

from bowout.core import events as e
from bowout.core import intents as i
from bowout.store import streams
from tests.people import Cast
from tests.shell import steps
from tests.shell.customers import Customer, asked, link_for, text
from tests.shell.steps import STREAM, do, must
from tests.shell.web import signed_in

ALL = {"respected": "5", "open_person": "4", "open_company": "2", "consulted": "3"}


@pytest.fixture
def parted(cast: Cast, at: object) -> Customer:
    """Asked, silent, thanked; Claire opens her page the day after."""
    customer, _ = asked(cast)
    until = streams.load(STREAM).window_until
    assert until
    must(do(cast.alice, i.Part(at=until + timedelta(hours=20), by=steps.NOBODY, thanks=True)))
    at(until + timedelta(days=2))  # type: ignore[operator]
    return customer


def felt() -> list[e.Felt]:
    return [event for event in streams.log(STREAM) if isinstance(event, e.Felt)]


def feel(customer: Customer, **fields: str) -> HttpResponse:
    return customer.post({"step": "feel", **fields})


def beside(user: object) -> str:
    page = signed_in(user).get(f"/walk-aways/{STREAM}/").content.decode()  # type: ignore[arg-type]
    return page.split('id="tests"')[1].split("</section>")[0]


def test_it_works(parted: Customer, cast: Cast) -> None:
    assert "How was it for you?" in text(parted.look())
    assert feel(parted, **ALL, said="You were fair.").status_code == 303
    (event,) = felt()
    assert (event.respected, event.open_person, event.open_company, event.consulted) == (5, 4, 2, 3)
    assert event.by.key == str(cast.claire.pk)
    page = text(parted.look())
    assert "Thank you for telling us" in page
    assert "How was it for you?" not in page
    shown = beside(cast.alice)
    for said in (
        "<b>5</b> of 5",
        "<b>4</b> of 5, this person",
        "<b>2</b> of 5, the company",
        "You were fair.",
        "Claire",
    ):
        assert said in shown


def test_it_is_not_asked_before_the_end(claire: Customer) -> None:
    assert "How was it for you?" not in text(claire.look())
    feel(claire, **ALL)
    assert felt() == []


def test_looking_answers_nothing(parted: Customer) -> None:
    parted.look("?step=feel&respected=5")
    assert felt() == []


def test_it_counts_once_however_often_it_is_sent(parted: Customer) -> None:
    feel(parted, respected="5")
    feel(parted, respected="1")
    assert [event.respected for event in felt()] == [5]


@pytest.mark.parametrize(
    "fields", [{}, {"respected": "6"}, {"respected": "-1"}, {"respected": "५"}, {"said": "  "}, {"private": "yes"}]
)
def test_nothing_said_is_no_answer(parted: Customer, cast: Cast, fields: dict[str, str]) -> None:
    assert feel(parted, **fields).status_code == 303
    assert felt() == []
    assert "No answer" in beside(cast.alice)


def test_what_is_private_is_for_those_who_lead(parted: Customer, cast: Cast) -> None:
    feel(parted, respected="1", said="Alice was rude.", private="yes")
    for rep in (cast.alice, cast.bob):
        page = signed_in(rep).get(f"/walk-aways/{STREAM}/").content.decode()
        assert "Alice was rude." not in page
        assert "<b>1</b> of 5" not in page
        assert "for those who lead the team alone" in page
    for leader in (cast.mia, cast.eve):
        assert "Alice was rude." in beside(leader)


def test_two_people_are_kept_apart(parted: Customer, cast: Cast, at: object) -> None:
    feel(parted, respected="5")
    hers = link_for(cast, cast.ines, streams.load(STREAM).ended_at or steps.NOW, number=9)  # type: ignore[attr-defined]
    feel(Customer(hers), respected="2")
    assert [event.respected for event in felt()] == [5, 2]
    shown = beside(cast.alice)
    assert "<b>5</b> of 5" in shown
    assert "<b>2</b> of 5" in shown


def test_who_has_no_page_was_not_asked(cast: Cast) -> None:
    steps.begin(cast)
    assert "Not asked" in beside(cast.alice)


def test_what_they_wrote_is_text_and_nothing_else(parted: Customer, cast: Cast) -> None:
    feel(parted, said="<script>alert(1)</script>")
    assert "<script>alert(1)" not in beside(cast.alice)
    assert "&lt;script&gt;" in beside(cast.alice)


@pytest.mark.parametrize(("language", "asks"), [("de", "Wie war das für Sie?"), ("fr", "Comment l’avez-vous vécu ?")])
def test_it_is_asked_in_their_language(parted: Customer, language: str, asks: str) -> None:
    assert asks in text(parted.look(f"?lang={language}"))
