"""What editors send, however they send it, and where in it the findings stand (M5)."""

import json
from contextlib import suppress
from urllib.parse import quote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.connectors.languagetool import Unreadable, answer, languages, question
from bowout.connectors.languagetool.marked import marked, units

RIGGED = "Your process is rigged."


def form(**fields: str) -> bytes:
    return urlencode(fields).encode()


def matches(body: bytes, step: str = "explain") -> list[dict[str, object]]:
    found: list[dict[str, object]] = answer(question(body), step)["matches"]  # type: ignore[arg-type]
    return found


def utf16(text: str, offset: int, length: int) -> str:
    """What an editor marks that counts in UTF-16."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return wide[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


def test_it_works() -> None:
    (match,) = matches(form(text=RIGGED, language="en-US"))
    assert utf16(RIGGED, match["offset"], match["length"]) == "process is rigged"  # type: ignore[arg-type]
    assert match["rule"]["id"] == "accuses-the-process"  # type: ignore[index]
    assert match["shortMessage"]
    assert match["replacements"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Thank you & yours. Your process is rigged, 100% so + more.",
        "Über 50 % & mehr.\nYour process is rigged.",
        "&language=de is no language. Your process is rigged.",
        "a=b&c=d Your process is rigged",
        "",
        "100%",
    ],
)
def test_libreoffice_sends_the_text_as_it_is(text: str) -> None:
    raw = f"text={text}&language=en-US&username=me&apiKey=secret".encode()
    asked = question(raw)
    assert asked.text.text == text
    assert (asked.language, asked.key) == ("en", "secret")


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["en-US", "de", "auto"]))
def test_a_form_is_read_as_it_was_meant(text: str, language: str) -> None:
    assert question(form(text=text, language=language)).text.text == text
    assert question(form(language=language, text=text)).text.text == text


@given(st.text(st.characters(codec="utf-8", categories=("L", "P", "S", "Zs", "N"))))
def test_a_raw_body_is_read_as_it_was_meant(text: str) -> None:
    raw = f"text=Well, {text}&language=en-US".encode()
    assert question(raw).text.text == f"Well, {text}"


def test_places_are_counted_as_editors_count_them() -> None:
    text = "😀😀 So then. 😀 Your process is rigged. 😀"
    (match,) = matches(form(text=text, language="en"))
    assert utf16(text, match["offset"], match["length"]) == "process is rigged"  # type: ignore[arg-type]
    context = match["context"]
    assert utf16(context["text"], context["offset"], context["length"]) == "process is rigged"  # type: ignore[index]


def test_markup_is_read_past_and_counted() -> None:
    parts = [
        {"markup": "<p>"},
        {"text": "Your pro"},
        {"markup": "<b>"},
        {"text": "cess is "},
        {"markup": "&nbsp;😀", "interpretAs": "rigged"},
        {"text": "."},
        {"markup": "</p>", "interpretAs": "\n\n"},
    ]
    sent = "".join(part.get("markup", part.get("text", "")) for part in parts)
    (match,) = matches(form(data=json.dumps({"annotation": parts}), language="en"))
    assert utf16(sent, match["offset"], match["length"]) == "process is &nbsp;😀".replace("process", "pro<b>cess")  # type: ignore[arg-type]


@given(
    st.lists(
        st.one_of(
            st.builds(lambda text: {"text": text}, st.text(max_size=6)),
            st.builds(lambda one, two: {"markup": one, "interpretAs": two}, st.text(max_size=6), st.text(max_size=3)),
        ),
        max_size=6,
    ),
    st.data(),
)
def test_no_place_lies_outside_what_was_sent(parts: list[dict[str, str]], data: st.DataObject) -> None:
    text = marked(parts)
    sent = sum(units(part.get("markup", part.get("text", ""))) for part in parts)
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    offset, length = text.place(start, end)
    assert offset >= 0
    assert end == start or length >= 0
    assert offset + length <= sent


def test_a_rule_that_the_editor_does_not_want_is_silent() -> None:
    assert matches(form(text=RIGGED, language="en", disabledRules="x,accuses-the-process")) == []
    only = {"enabledRules": "blames-them", "enabledOnly": "true"}
    assert matches(form(text=f"{RIGGED} You never answered.", language="en", **only))[0]["shortMessage"]
    assert len(matches(form(text=f"{RIGGED} You never answered.", language="en", **only))) == 1


def test_a_paragraph_is_not_asked_for_what_the_next_may_have() -> None:
    assert matches(form(text="The maps need a connection.", language="en"), "raise") == []


def test_without_a_step_only_what_is_wrong_at_every_step_is_said() -> None:
    body = form(text="We have decided to withdraw.", language="en")
    assert answer(question(body), None)["matches"] == []
    assert answer(question(body), "part")["matches"] == []
    assert answer(question(body), "raise")["matches"]


def test_the_language_is_guessed_where_none_is_told() -> None:
    body = b"text=" + quote_plus("Diese Ausschreibung war von Anfang an ein abgekartetes Spiel.").encode()
    told = answer(question(body))
    assert told["language"]["code"] == "de"
    assert told["matches"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "Missing 'text' or 'data' parameter"),
        (form(data="{"), "'data' is no JSON"),
        (b"data=" + b"[" * 100_000, "'data' is no JSON"),
        (form(data="[]"), "'data' must hold an 'annotation'"),
        (form(data='{"annotation": [{"text": 1}]}'), "'data' must hold an 'annotation'"),
        (form(text="Hola", language="es"), "'es' is not a language that is checked here"),
        (form(text="a" * 100_001, language="en"), "Text is too long: 100,001 characters"),
    ],
)
def test_what_cannot_be_read_is_named(body: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        question(body)


@given(st.binary(max_size=200))
def test_no_body_breaks_it(body: bytes) -> None:
    with suppress(Unreadable):
        answer(question(b"text=" + body))


def test_every_language_is_offered_with_its_countries() -> None:
    codes = {one["longCode"] for one in languages()}
    assert {"en", "de", "fr", "en-US", "en-GB", "de-AT", "fr-CH"} <= codes
    assert all(one["name"] and one["code"] for one in languages())
