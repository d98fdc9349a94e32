"""A mail in HTML as a browser shows it, with every offset where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.lint import lint
from bowout.lint.html import plain

SAYS = "<p>Thank you. It is obvious that this tender is {}. May I hear what you think?</p>"


@pytest.mark.parametrize(
    "word",
    [
        "rig<b></b>ged",
        "<b>rig</b><i class='x'>ged</i>",
        "rig<x-y>ged",
        "rig<!-- fine -->ged",
        "rig<!-- a > b -->ged",
        "rig&shy;ged",
        "&#114;i&#x67;ged",
        "rig&#x200b;ged",
        "rig<br-x>ged",
    ],
)
def test_what_divides_a_word_only_in_the_file_hides_nothing(word: str) -> None:
    text = SAYS.format(word)
    (found,) = [finding for finding in lint(text, "explain", "en") if finding.fault == "accusation"]
    assert found.rule == "accuses-the-process"
    assert text.index("this tender") < found.end <= text.index(". May")


@pytest.mark.parametrize("parted", ["by a ri<br>g", "ri</p><p>g", "ri<td>g", "ri<BR/>g"])
def test_what_divides_a_word_on_the_screen_divides_it(parted: str) -> None:
    assert "ri g" in " ".join(plain(f"<p>{parted}</p>", "").split())


@pytest.mark.parametrize(
    "text",
    ["<!-->rigged<p><!-- -->", "<!-- x --!>rigged<p><!-- -->", "<style><!--</style>rigged<p>-->", "<p><!-- rigged"],
)
def test_what_a_browser_shows_is_read(text: str) -> None:
    assert "rigged" in plain(text)


def test_a_sign_by_name_makes_no_tag_no_quotation_and_no_line() -> None:
    for name in ("&lt;", "&gt;", "&#10;", "&amp;", "&quot;", "&nosuch;"):
        assert name in plain(f"<p>a {name} b</p>")
    assert plain("<p>a&nbsp;b&auml;</p>", "").strip() == "a\u00a0bä"


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "<b>", "</b>", "<!--", "-->", "<style>", "</style>", "&shy;", "&#65;", "a", " ", "<", ">"]
        )
    )
)
def test_every_offset_stays(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert len(plain(text)) == len(text)
