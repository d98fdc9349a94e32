"""What the first form of the language guard hears, and what it must not hear."""

import pytest

from bowout.core.guards.news import announces
from bowout.core.guards.stories import DEAL, READY, REP, TOLD, at
from bowout.core.intents import Message
from bowout.core.process import judge
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from bowout.lint import BY_NAME

WORDING = BY_NAME.keys()


def faults(text: str) -> set[str]:
    message = Message(at=at(3), by=REP, channel="email", contact="claire", text=text)
    return {found.rule for found in judge(fold(TOLD), message, Setting(DEAL))} & WORDING


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Your process is rigged.", "accuses-the-process"),
        ("We are only column fodder here.", "talks-sales-jargon"),
        ("The deal is wired for another vendor.", "accuses-the-process"),
        ("It isn't qualified anyway.", "talks-sales-jargon"),
        ("You are not a qualified opportunity.", "talks-sales-jargon"),
        ("We do not think that we can win, because it is rigged.", "accuses-the-process"),
        ("Not because of you, but because the process is rigged.", "accuses-the-process"),
        ("Das Verfahren ist abgekartet.", "accuses-the-process"),
        ("L'appel d'offres est truqué.", "accuses-the-process"),
        ("Your problem is simply too simple.", "belittles-them"),
        ("Your people are not sufficiently sophisticated to use our software.", "belittles-them"),
        ("Your team isn't mature enough.", "belittles-them"),
        ("Your users lack the skills.", "belittles-them"),
        ("You clearly don't understand the problem.", "belittles-them"),
        ("Ihr Problem ist leider zu einfach.", "belittles-them"),
        ("Vos équipes ne sont pas assez matures.", "belittles-them"),
        ("We are too busy to work on this.", "brushes-them-off"),
        ("There are better opportunities for us.", "brushes-them-off"),
        ("Nous sommes trop occupés pour ce projet.", "brushes-them-off"),
    ],
)
def test_it_hears_what_puts_them_down(text: str, rule: str) -> None:
    assert rule in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "This is not because your process is unfair, and nobody says that it is rigged.".replace(
            "nobody says", "we do not say"
        ),
        "> Is the process rigged, in your eyes?\nNo, and we have not said so.",
        "Your forecast of demand needs a feed that we do not have.",
        "The pipeline between Basel and Lyon is outside of what our sensors measure.",
        "The European Commission has changed the rules; your qualified technicians will know.",
        "The depots are wired already; our maps still need the mobile network.",
        "Our product is too simple for what your planners do.",
        "Your requirements are not covered by our technical documentation.",
        "The budget is too small for the change in your depots.",
        "If there is anything that you do not understand, please call me.",
        "You are one of our more important customers.",
        "Our team is committed until March, and we could not do this justice.",
        "Unser Produkt ist zu einfach für Ihre Anforderungen.",
    ],
)
def test_it_stays_silent_on_innocent_words(text: str) -> None:
    assert faults(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "You run a rigged process in which we can no longer, in good conscience, compete.",
        "We have decided to stop pursuing the opportunity.",
        "We won't be bidding.",
        "We are not coming on Friday.",
        "I am considering dropping out.",
        "Wir ziehen unser Angebot zurück.",
        "Wir werden leider aussteigen.",
        "Nous ne pourrons pas remettre d'offre.",
    ],
)
def test_a_message_that_leaves_or_may_leave_announces_it(text: str) -> None:
    assert announces(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Would ten minutes suit you today?",
        "Claire no longer works with you, I hear: whom may I call?",
        "> Do you want to withdraw?\nMay I call you about that?",
        "Rufen Sie mich bitte zurück?",
        "Pourriez-vous me rappeler aujourd'hui ?",
    ],
)
def test_a_message_that_asks_for_a_call_does_not(text: str) -> None:
    assert not announces(text)


def test_what_may_be_written_once_they_know_may_not_be_written_before() -> None:
    message = Message(at=at(3), by=REP, channel="email", contact="claire", text="Why we may withdraw: …")
    assert judge(fold(TOLD), message, Setting(DEAL)) == ()
    assert [found.rule for found in judge(fold(READY), message, Setting(DEAL))] == ["writing-is-not-telling"]
