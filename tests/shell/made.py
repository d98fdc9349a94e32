"""Events and intents of every kind, as hypothesis makes them up."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.actor import Actor

_MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
_DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
st.register_type_strategy(datetime, _MOMENTS)
st.register_type_strategy(date, _DAYS)
st.register_type_strategy(str, st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))


def events() -> st.SearchStrategy[e.Event]:
    """Any event at all."""
    return st.one_of([st.from_type(kind) for kind in e.ALL])


def texts_in(value: Any) -> list[str]:
    """All strings anywhere in a plain value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    return [text for inner in value for text in texts_in(inner)] if isinstance(value, list | tuple) else []


ALICE = Actor("rep", "1")


# What ends a walk-away is made up less often, so that long ones come about.
_ON_THE_WAY = (i.Confirm, i.Call, i.BookTalk, i.HoldTalk, i.AskFeedback, i.Feedback, i.Acknowledge)


def intents(contacts: list[str]) -> st.SearchStrategy[i.Intent]:
    """Any intent, sensible or not, to or about one of these contacts; mostly with a word why."""
    why = st.sampled_from(["", "because", "because"])
    return st.one_of([_intent(kind, contacts, why) for kind in (*i.ALL, *_ON_THE_WAY * 3)])


def _intent(kind: type[i.Intent], contacts: list[str], why: st.SearchStrategy[str]) -> st.SearchStrategy[i.Intent]:
    given = {"override": why}
    if "contact" in kind.__struct_fields__:
        given["contact"] = st.sampled_from(contacts)
    return st.builds(kind, **given)
