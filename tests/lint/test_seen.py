"""What nobody sees hides nothing from us."""

from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.lint import Language, lint
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


SIGNS = [
    "\x00",
    "\x1b",
    "\x7f",
    "\x80",
    "\x85",
    "\x9f",
    "͏",
    "ᅟ",
    "ᅠ",
    "឴",
    "឵",
    "᠋",
    "᠏",
    "⠀",
    "ㅤ",
    "ﾠ",
    "\ufff9",
    "\ufffb",
    "\U000e0001",
    "\U000e0061",
    "󠇯",
    "\U000e0fff",
    "́",
    "̲",
    "̵",
    "⃝",
    "︠",
]
HIDDEN |= {f"U+{ord(sign):04X}": SAYS.replace(WORD, f"rig{sign}ged") for sign in SIGNS}
HIDDEN |= {
    "no dots and another g": SAYS.replace(WORD, "r\u0131\u0261ged"),
    "marks on every letter": SAYS.replace(WORD, "".join(f"{letter}\u0308\u0332" for letter in WORD)),
    "a mark far from its letter": SAYS.replace(WORD, "ri\u200b\u0301gged"),
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_a_fault_is_found_whatever_is_put_between_its_letters(text: str) -> None:
    plain, hidden = lint(SAYS, "explain", "en"), lint(text, "explain", "en")
    assert "accusation" in {finding.fault for finding in plain}
    assert [finding.fault for finding in hidden] == [finding.fault for finding in plain]
    for finding, same in zip(hidden, plain, strict=True):
        assert seen(text[finding.start : finding.end], "en").text == SAYS[same.start : same.end]


@pytest.mark.parametrize("gap", ["\u2800", "\u3164", "\uffa0", "\x85"])
def test_what_looks_like_a_space_parts_two_words(gap: str) -> None:
    assert "accusation" in {found.fault for found in lint(SAYS.replace(" ", gap), "explain", "en")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ihr Verfahren ist für uns abgekartet, über Monate geübt.", "de"),
        ("Votre procédure était truquée dès le début.", "fr"),
        ("Vous êtes là à ne rien décider, ça ne mène à rien, c’est votre échec.", "fr"),
    ],
)
def test_a_letter_in_two_pieces_is_the_letter(text: str, language: Language) -> None:
    pieces = normalize("NFD", text)
    assert seen(pieces).text == seen(pieces, language).text == text
    found, same = lint(pieces, "explain", language), lint(text, "explain", language)
    assert [(one.rule, normalize("NFC", pieces[one.start : one.end])) for one in found] == [
        (one.rule, text[one.start : one.end]) for one in same
    ]


def test_a_letter_and_its_marks_are_never_parted() -> None:
    text = "u\u0308\u0332ber"
    assert seen(text, "de").text == "über"
    assert seen(text, "de").span(0, 1) == (0, 3)
    assert seen(text, "de").span(1, 2) == (3, 4)


def test_what_is_plain_stays_as_it_is() -> None:
    for text in ("Grüße aus Köln", "À bientôt, n’est-ce pas ?", "So it goes. \U0001f600"):
        assert seen(text).text is text


@given(
    st.text() | st.text(st.sampled_from("aeu \u0301\u0308\u0332\u200b\u2800é\uff41\U0001d41a")),
    st.integers(0, 50),
    st.integers(0, 50),
    st.sampled_from([None, "en", "de", "fr"]),
)
def test_every_stretch_has_its_place(text: str, start: int, length: int, closely: Language | None) -> None:
    shown = seen(text, closely)
    start = min(start, len(shown.text))
    end = min(start + length, len(shown.text))
    first, last = shown.span(start, end)
    assert 0 <= first <= last <= max(len(text), last if start == end else 0)
    if start < end:
        assert seen(text[first:last], closely).text == shown.text[start:end]


def test_it_takes_no_longer_than_the_text_is_long() -> None:
    began = process_time()
    seen("\u200b" * 1_000_000 + "\u0430" * 1_000_000)
    assert process_time() - began < 5
