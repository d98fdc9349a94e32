"""What people wrote is kept apart from the log, so that it can be forgotten."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from msgspec import Struct

from bowout.core import events as e
from bowout.core.reasons import Evidence, Known, Reason
from bowout.core.words import Words
from bowout.store import words
from tests.shell import made

AT = datetime(2026, 3, 3, 9, tzinfo=UTC)


@given(made.events())
def test_an_event_comes_back_as_it_was_written(event: e.Event) -> None:
    body, taken = words.split(event)
    plain = words.join(msgspec.json.decode(body), dict(enumerate(taken)))
    back = msgspec.convert(plain, e.KINDS[event.kind])
    assert back == event


def test_no_word_of_a_reason_stays_in_the_body_of_the_event() -> None:
    evidence = Evidence(on=date(2026, 3, 1), source="note", text="Claire said so")
    reason = Reason("fit", "they are slow", "we are not well placed", "we saw a pilot", (evidence,))
    body, taken = words.split(
        e.Considered(at=AT, by=made.ALICE, reasons=(reason,), known=Known(players="Henri decides"))
    )
    assert taken == [
        "they are slow",
        "we are not well placed",
        "we saw a pilot",
        "Claire said so",
        "Henri decides",
    ]
    assert not [text for text in taken if text in body.decode()]


@given(made.events())
def test_whatever_is_not_in_the_body_is_among_the_words(event: e.Event) -> None:
    body, taken = words.split(event)
    left = made.texts_in(msgspec.json.decode(body))
    assert sorted(left + taken) == sorted(made.texts_in(msgspec.to_builtins(event)))


def test_a_text_with_a_nul_can_be_kept_on_every_database() -> None:
    assert words.split(e.Stayed(at=AT, by=made.ALICE, changed="a\0b"))[1] == ["ab"]


def test_a_forgotten_word_reads_as_empty() -> None:
    body, _ = words.split(e.Stayed(at=AT, by=made.ALICE, changed="Henri found the money"))
    back = msgspec.convert(words.join(msgspec.json.decode(body), {}), e.Stayed)
    assert back == e.Stayed(at=AT, by=made.ALICE, changed="")


def test_a_word_that_may_be_missing_is_taken_out_too() -> None:
    class Odd(Struct):
        note: Words | None = None

    assert words.split(Odd("Claire"))[1] == ["Claire"]
    assert words.split(Odd())[1] == []


@pytest.mark.parametrize("kind", [dict[str, Words], tuple[int, Words], Words | int, frozenset[Words]])
def test_words_where_nothing_would_find_them_are_a_mistake_of_ours(kind: object) -> None:
    odd = msgspec.defstruct("Odd", [("note", kind)])
    with pytest.raises(TypeError, match="would not be taken out"):
        words.taker(odd)
