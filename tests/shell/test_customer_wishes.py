"""On their page they say what we should do, and when to call them."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from bowout.core import events as e
from bowout.store import streams
from bowout.web import clock
from tests.people import Cast
from tests.shell.customers import Customer, sealed, text, words
from tests.shell.steps import STREAM


def said() -> e.FeedbackGiven:
    event = streams.log(STREAM)[-1]
    assert isinstance(event, e.FeedbackGiven)
    return event


def test_go_ahead(claire: Customer) -> None:
    seen = claire.review(wish="go-ahead")
    assert "Go ahead and withdraw" in words(seen)
    claire.send(seen)
    assert said().go_ahead
    assert "Go ahead and withdraw" in words(claire.look())


def test_not_now(claire: Customer) -> None:
    seen = claire.review(wish="wait", until="2026-03-27")
    assert "until Friday, 27 March 2026" in words(seen)
    claire.send(seen)
    assert said().wait_until == date(2026, 3, 27)
    assert re.search(r'value="wait" checked', text(claire.look("?change=1")))


@pytest.mark.parametrize("until", ["", "soon", "2020-01-01", "2036-01-01", "2026-02-31", "27.3.26"])
def test_a_day_that_is_none_is_asked_for_again(claire: Customer, until: str) -> None:
    seen = claire.review(wish="wait", until=until, words="We are at a fair.")
    assert seen.status_code == 422
    assert "Until which day shall we wait?" in words(seen)
    assert "We are at a fair." in text(seen)


def test_a_day_counts_only_where_we_are_to_wait(claire: Customer) -> None:
    claire.answer(wish="", until="2026-03-27", words="Thank you.")
    assert said().wait_until is None


def test_times_for_a_call(claire: Customer) -> None:
    names = re.findall(r'name="(call-\d{8}T\d{4}Z)"', text(claire.look()))
    assert len(names) == 6
    offered = [datetime.strptime(name, "call-%Y%m%dT%H%MZ").replace(tzinfo=UTC) for name in names]
    assert offered == sorted(offered)
    assert all(at >= clock.now() + timedelta(hours=1) and at.minute in {0, 30} for at in offered)
    seen = claire.review(**{names[1]: "yes", names[4]: "yes"})
    claire.send(seen)
    assert said().call_me
    assert said().call_at == (offered[1], offered[4])
    assert text(claire.look("?change=1")).count('value="yes" checked') == 3


def test_no_time_is_offered_where_nobody_of_us_may_call(claire: Customer, cast: Cast) -> None:
    cast.deal.regime = "no-contact"
    cast.deal.save()
    assert "call-2026" not in text(claire.look())


@pytest.mark.parametrize("name", ["call-x", "call-99999999T9999Z", "call-", "call-20260310T0900Z\0"])
def test_times_that_are_none_ask_for_nothing(claire: Customer, name: str) -> None:
    assert claire.review(**{name: "yes"}).status_code == 422


def test_a_second_tap_says_nothing_new(claire: Customer) -> None:
    seen = claire.review(wish="wait", until="2026-03-27")
    claire.send(seen)
    before = len(streams.log(STREAM))
    claire.post({"step": "send", "answer": sealed(seen)})
    assert len(streams.log(STREAM)) == before
