"""The language guard as a whole: what it says of a message, in three languages, and of any text at all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bowout
from bowout.lint import STEPS, Language, Step, guess, lint


def faults(text: str, step: Step, language: Language | None = None) -> set[str]:
    return {finding.fault for finding in lint(text, step, language)}


RAISE = (
    "Hello Claire, I would rather tell you this myself: we are considering dropping out of your project. Nothing is "
    "decided. "
    "I would like to explain why, and to hear from you what we may have misread. When would half an hour suit you?"
)
PART = (
    "Hello Claire,\n\nthank you for the time that you and your colleagues have given us. We are stepping back, "
    "for the reasons that we shared with you. Should things change on your side, call me; the door is open.\n\n"
    "Kind regards\nAlice"
)


def test_it_works() -> None:
    assert faults(RAISE, "raise") == set()
    assert faults(PART, "part") == set()


@pytest.mark.parametrize(
    ("text", "step", "fault"),
    [
        (
            "We are too busy to work on this, you are not qualified anyway, and the meeting is in five minutes.",
            "raise",
            "brushoff",
        ),
        ("This is a voicemail at midnight: we have decided to stop pursuing the opportunity.", "raise", "unilateral"),
        (
            "Your problem is too simple, and your people are not sophisticated enough for our software.",
            "explain",
            "belittling",
        ),
        ("You are running a rigged process, and in good conscience we can no longer compete.", "explain", "accusation"),
        ("Ihr Verfahren ist abgekartet, und wir machen dabei nicht länger mit.", "explain", "accusation"),
        ("Ihr Problem ist zu einfach für unsere Software.", "explain", "belittling"),
        ("Votre processus est truqué, nous ne pouvons plus concourir.", "explain", "accusation"),
        ("Votre besoin est trop simple pour notre logiciel.", "explain", "belittling"),
    ],
)
def test_the_seeds_wrong_ways_are_caught(text: str, step: Step, fault: str) -> None:
    assert fault in faults(text, step)


def test_a_decision_is_right_where_we_part_and_wrong_where_we_ask() -> None:
    text = "We have decided to withdraw from your tender. Thank you for everything; the door is open."
    assert "unilateral" in faults(text, "raise")
    assert "unilateral" not in faults(text, "part")


def test_what_they_wrote_is_never_our_fault() -> None:
    quoted = "> Your process is rigged and you wasted our time. This is your last chance.\n"
    assert faults(quoted + PART, "part") == set()


def test_a_finding_has_its_words_and_its_example() -> None:
    text = "Hello Claire,\nthank you.\nThe tender is rigged, and everybody knows it. May we talk about why?"
    (found,) = [finding for finding in lint(text, "explain") if finding.fault == "accusation"]
    assert text[found.start : found.end] == "tender is rigged"
    assert found.rule == "accuses-the-process"
    assert found.why
    assert found.instead
    assert found.resembles


def test_what_is_missing_is_said_of_the_message() -> None:
    text = "Hello Claire,\n\nwe are stepping back from your project.\n\nAlice"
    (found,) = [finding for finding in lint(text, "part") if finding.fault == "nothanks"]
    assert text[found.start : found.end].startswith("we are stepping back")


def test_the_package_itself_can_be_called() -> None:
    assert bowout.lint("The tender is rigged.", step="explain")[0].fault == "accusation"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are considering dropping out.", "en"),
        ("Wir überlegen, ob wir aussteigen.", "de"),
        ("Nous envisageons de nous retirer.", "fr"),
        ("Danke", "de"),
        ("Merci", "fr"),
        ("", "en"),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert guess(text) == language


@given(st.text(max_size=400), st.sampled_from(STEPS), st.sampled_from([None, "en", "de", "fr"]))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it_and_every_place_lies_in_the_text(text: str, step: Step, language: Language | None) -> None:
    for finding in lint(text, step, language):
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 200_000,
        "<" * 1_000_000,
        "> " * 500_000,
        "<p>" * 300_000,
        "\n" * 1_000_000,
        "no. " * 250_000,
    ],
    ids=["one word", "no stop", "brackets", "quotes", "tags", "empty lines", "stops"],
)
def test_a_megabyte_takes_time_in_proportion_to_its_length(text: str) -> None:
    def taken(part: str) -> float:
        begun = time.process_time()
        lint(part, "raise", "en")
        return time.process_time() - begun

    quarter, whole = taken(text[: len(text) // 4]), taken(text)
    # Four times as long for four times as much; sixteen would be a square. A twentieth of a second is noise.
    assert whole < 9 * max(quarter, 0.05)


@pytest.mark.parametrize("space", ["\n", "\r\n", "  ", "\t", "\u00a0"])
def test_a_phrase_is_heard_however_it_is_spaced(space: str) -> None:
    text = f"After all that we saw in these long months we have come to think that the process{space}was rigged."
    assert "accusation" in {finding.fault for finding in lint(text, "explain", "en")}


def test_what_stands_between_two_quotations_is_our_own() -> None:
    text = '"A" The process was rigged "B".'
    assert "accusation" in {finding.fault for finding in lint(text, "explain", "en")}
