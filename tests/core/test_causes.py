"""What an accepted intent leads to, in the cases between the obvious ones."""

from msgspec.structs import replace

from bowout.core import causes
from bowout.core import events as e
from bowout.core import intents as i
from bowout.core.guards.stories import ASKED, BUDGET, DEAL, KNOWN, READY, REP, TENDER, TOLD, at
from bowout.core.playbook import Playbook
from bowout.core.setting import Setting
from bowout.core.walkaway import fold
from tests.core.telling import decided


def kinds(events: tuple[e.Event, ...]) -> list[str]:
    return [event.kind for event in events if not isinstance(event, (e.Overridden, e.Warned))]


def letter(contact: str) -> i.Message:
    text = "We are considering to withdraw."
    return i.Message(at=at(3), by=REP, channel="letter", contact=contact, text=text, override="It was sent.")


def test_a_letter_to_procurement_tells_nobody_where_calls_are_allowed() -> None:
    assert kinds(decided(READY, letter("ines"), DEAL).events) == ["messaged"]


def test_a_letter_to_anybody_else_tells_nobody_in_a_tender_either() -> None:
    assert kinds(decided(READY, letter("claire"), TENDER).events) == ["messaged"]


def test_a_second_letter_does_not_tell_them_again() -> None:
    assert kinds(decided(READY, letter("ines"), TENDER).events) == ["messaged", "told"]
    assert kinds(decided(TOLD, letter("ines"), TENDER).events) == ["messaged"]


def test_a_letter_to_the_officer_that_says_it_tells_them_whatever_was_meant() -> None:
    said = replace(letter("ines"), tells=False)
    assert kinds(decided(READY, said, TENDER).events) == ["messaged", "told"]
    asks = replace(said, text="Whom may we ask about clause 4?")
    assert kinds(decided(READY, asks, TENDER).events) == ["messaged"]


def test_a_talk_was_about_the_reasons_that_are_named() -> None:
    two = (*TOLD, e.Considered(at=at(3), by=REP, reasons=(BUDGET,), known=KNOWN))
    (event,) = decided(two, i.HoldTalk(at=at(4), by=REP, reasons=("fit",))).events
    assert isinstance(event, e.TalkHeld)
    assert event.reasons == ("fit",)


def test_an_ask_with_an_earlier_date_leaves_them_all_their_time() -> None:
    ask = i.AskFeedback(at=at(5, month=1), by=REP, override="I wrote to them myself.")
    (event,) = (found for found in decided(TOLD, ask, DEAL).events if isinstance(found, e.FeedbackAsked))
    assert event.until == at(10, "18:00"), "five working days from the 3rd, when they were told"


def test_asking_again_never_shortens_the_time_they_were_promised() -> None:
    asked = fold(ASKED)
    (again, *_) = causes.caused_by(asked, i.AskFeedback(at=at(4), by=REP), Setting(DEAL, Playbook(feedback_days=1)))
    assert isinstance(again, e.FeedbackAsked)
    assert again.until == asked.window_until
