"""Own words apart from those of others, and sentences with exact offsets."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bowout.lint import lint, parts
from bowout.lint.text import LONGEST, Sentence, own_words, sentences


def own(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text) if sentence.part == "own"]


def part(text: str, wanted: str) -> list[str]:
    return [sentence.text for sentence in sentences(text) if sentence.part == wanted]


MAIL = """Hi Claire,

thank you for your time. We are
considering dropping out. May I call you?

Kind regards
Alice

On Tue, 3 Mar 2026 at 10:00, Claire Martin <claire@atelier.example> wrote:
> Is our process unfair?
> Tell me.
"""


def test_greeting_closing_and_quoted_mail_are_told_apart() -> None:
    assert own(MAIL) == ["thank you for your time.", "We are", "considering dropping out.", "May I call you?"]
    assert part(MAIL, "greeting") == ["Hi Claire,"]
    assert part(MAIL, "closing") == ["Kind regards", "Alice"]
    assert "Is our process unfair?" not in " ".join(own(MAIL))


def test_an_answer_between_quoted_lines_is_ours() -> None:
    text = "On Monday, Claire wrote:\n> Is it too small for you?\nNot at all.\n> And the price?\nThe price is fine."
    assert own(text) == ["Not at all.", "The price is fine."]


@pytest.mark.parametrize(
    "header",
    [
        "Am 3. März 2026 um 10:00 schrieb Claire Martin:",
        "Le mar. 3 mars 2026 à 10:00, Claire Martin a écrit :",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "From: Claire Martin\nSent: Tuesday\nTo: Alice\nSubject: Your offer",
        "Von: Claire Martin\nGesendet: Dienstag\nAn: Alice\nBetreff: Ihr Angebot",
    ],
)
def test_what_stands_below_the_header_of_an_earlier_mail_is_theirs(header: str) -> None:
    assert own(f"Thank you for asking.\n\n{header}\n\nYour process is rigged, you say?") == ["Thank you for asking."]


@pytest.mark.parametrize(
    "above",
    [
        "-" * 20,
        "_" * 40,
        "----- ",
        "On Monday I wrote:",
        "On 3 March 2026 at 10:00 we wrote:",
        "Am 3. März 2026 schrieb ich:",
        "On Monday, Claire wrote:",
        "From: me\nTo: you\nSubject: your process",
        "|",
        "Dear all",
        "Thank you",
        "Kind regards\nAlice",
    ],
)
@pytest.mark.parametrize("words", ["Your process is rigged", "Your process is rigged."])
def test_what_we_wrote_stays_ours_whatever_stands_above_it(above: str, words: str) -> None:
    text = f"Hello Claire,\nwe have thought about it.\n{above}\n{words}"
    assert "accusation" in {finding.fault for finding in lint(text, "explain", "en")}


@pytest.mark.parametrize(
    "text",
    [
        "Hello, your process is rigged\nand we have thought about it.",
        "We have thought about it.\n| Your process is rigged.",
        "We have thought about it.\nBest\nAlice, who knows that your process was rigged",
        "We have thought about it.\n--\nYour process is rigged",
        "> On Monday you asked.\nYour process is rigged.\n> On Tuesday, too.",
    ],
)
def test_a_greeting_a_closing_and_a_line_between_are_ours(text: str) -> None:
    assert "accusation" in {finding.fault for finding in lint(text, "explain", "en")}


@pytest.mark.parametrize(
    "theirs",
    [
        f"{'_' * 32}\nFrom: Claire <c@x.example>\nSent: Tuesday\nTo: Alice\nSubject: Re\n\nIt is rigged.",
        "Begin forwarded message:\n\nFrom: Claire\nSubject: Re\nDate: 3 March\nTo: Alice\n\nIt is rigged.",
        "---------- Forwarded message ----\nVon: Claire\nDate: Di., 3. März\nSubject: Re\nTo: Alice\n\nIt is rigged.",
        "Gesendet: Dienstag\nVon: Claire\nAn: Alice\nBetreff: Re\n\nEs ist abgekartet.",
        "On Mar 3, 2026, at 10:00, Claire Martin <claire@atelier.example> wrote:\n\nIt is rigged.",
        "Claire Martin a écrit le 3 mars 2026 :\n\nIt is rigged.",
        "On Tue, Claire wrote:\n\n> It is rigged.",
    ],
)
def test_a_mail_below_the_header_of_a_mail_program_is_theirs_with_the_header(theirs: str) -> None:
    assert own(f"Thank you for asking.\n\n{theirs}") == ["Thank you for asking."]
    assert own_words(f"Thank you for asking.\n\n{theirs}") == "Thank you for asking."


def test_twice_as_many_closings_are_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_at(many: int) -> int:
        looked: list[int] = []
        with monkeypatch.context() as patch:
            patch.setattr(parts, "_only_names", lambda lines: looked.append(len(lines)))
            own_words("x\n" * 100 + "--\n" * many)
        return sum(looked)

    assert 1_000 < looked_at(2_000) <= 2 * looked_at(1_000) + 100


@pytest.mark.parametrize("run", [".", "!", "…"])
def test_a_run_of_stops_is_tried_once(run: str) -> None:
    """From each of its signs it would be two billion steps: a minute, and not a moment."""
    begun = process_time()
    assert len(sentences(f"{run * 60_000}x")) == 101
    assert process_time() - begun < 10


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dr. Weber calls at 10. We wait.", ["Dr. Weber calls at 10.", "We wait."]),
        ("Am 3. März ist z. B. Messe. Wir warten.", ["Am 3. März ist z. B. Messe.", "Wir warten."]),
        ("Really?! Yes… no.", ["Really?!", "Yes…", "no."]),
        ("- one thing\n- another thing", ["- one thing", "- another thing"]),
        ("The price is 1.5 million. That is fine.", ["The price is 1.5 million.", "That is fine."]),
    ],
)
def test_a_full_stop_is_not_always_an_end(text: str, parts: list[str]) -> None:
    assert own(text) == parts


def test_wrapped_lines_are_one_sentence() -> None:
    text = "From what we see the budget covers the licences, and it does not\ncover the change in your depots."
    assert len(own(text)) == 1


def test_a_mail_in_html_is_read_without_its_tags_and_quotes() -> None:
    text = "<html><body><p>Thank you.</p><blockquote><p>Is it rigged?</p></blockquote><p>No.</p></body></html>"
    assert [sentence.text.strip() for sentence in sentences(text)] == ["Thank you.", "No."]


def test_a_long_run_is_cut_and_nothing_of_it_is_lost() -> None:
    text = "word " * 1000
    found = sentences(text)
    assert all(len(sentence.text) <= LONGEST for sentence in found)
    assert "".join(sentence.text for sentence in found).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet=st.sampled_from('aB .!?\n\r>-<p/"“”’\ud83d\ude00😀ßé\u202e\ud800:0'), max_size=300))
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        assert isinstance(sentence, Sentence)
        assert at <= sentence.start < sentence.end <= len(text)
        assert "<" in text or text[sentence.start : sentence.end] == sentence.text
        at = sentence.end
