"""What nobody sees hides nothing from us."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.lint import lint
from bowout.lint.seen import seen

SAYS = "Thank you. It is obvious that this tender is rigged. May I hear what you think?"
WORD = "rigged"
HIDDEN = {
    "soft hyphens": SAYS.replace(WORD, "rig\u00adged"),
    "zero width": SAYS.replace(WORD, "\u200br\u200bi\u200bg\u200bged"),
    "another direction": SAYS.replace(WORD, "\u202arigged\u202c"),
    "letters from elsewhere": SAYS.replace("tender", "t\u0435nd\u0435r").replace("is ", "\u0456s "),
    "wide": SAYS.replace(WORD, "".join(chr(ord(letter) + 0xFEE0) for letter in WORD)),
    "bold": SAYS.replace(WORD, "".join(chr(0x1D41A + ord(letter) - ord("a")) for letter in WORD)),
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_a_fault_is_found_whatever_is_put_between_its_letters(text: str) -> None:
    plain, hidden = lint(SAYS, "explain", "en"), lint(text, "explain", "en")
    assert "accusation" in {finding.fault for finding in plain}
    assert [finding.fault for finding in hidden] == [finding.fault for finding in plain]
    for finding, same in zip(hidden, plain, strict=True):
        assert seen(text[finding.start : finding.end]).text == SAYS[same.start : same.end]


def test_what_is_plain_stays_as_it_is() -> None:
    for text in ("Grüße aus Köln", "À bientôt, n’est-ce pas ?", "So it goes. \U0001f600"):
        assert seen(text).text is text


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_every_stretch_has_its_place(text: str, start: int, length: int) -> None:
    shown = seen(text)
    start = min(start, len(shown.text))
    end = min(start + length, len(shown.text))
    first, last = shown.span(start, end)
    assert 0 <= first <= last <= max(len(text), last if start == end else 0)
    if start < end:
        assert seen(text[first:last]).text == shown.text[start:end]


def test_it_takes_no_longer_than_the_text_is_long() -> None:
    began = process_time()
    seen("\u200b" * 1_000_000 + "\u0430" * 1_000_000)
    assert process_time() - began < 5
