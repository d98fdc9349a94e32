"""Whatever the customer reads, a guard has read before them (M1.2, M3.2, M6)."""

from typing import Any

import pytest

from bowout.core import intents as i
from bowout.core.guards.stories import ASKED, CONSIDERED, DEAL, READY, REP, TENDER, TOLD, answered, at, read
from bowout.core.process import judge
from bowout.core.setting import Setting
from bowout.core.walkaway import fold

SETTING = Setting(DEAL)
CLEAN = "Thank you for your time. What did we misread?"
NEEDED: dict[type[i.Intent], dict[str, Any]] = {
    i.Message: {"channel": "email", "contact": "ines"},
    i.BookTalk: {"talk_at": at(13)},
    i.GiveTime: {"until": at(20)},
    i.Stay: {"changed": "The depots have wifi."},
    i.Part: {"thanks": True},
}
LETTERED = [kind for kind in i.ALL if "letter" in kind.__struct_fields__]


def _blocks(past: Any, intent: i.Intent, setting: Setting = SETTING) -> set[str]:
    return {finding.rule for finding in judge(fold(past), intent, setting) if finding.severity == "block"}


def _intent(kind: type[i.Intent], contact: str, subject: str, text: str) -> i.Intent:
    return kind(at=at(12), by=REP, **NEEDED.get(kind, {}), letter=i.Letter(contact, subject, text))


def test_every_step_that_can_write_carries_its_letter() -> None:
    assert set(LETTERED) == {
        i.Message,
        i.BookTalk,
        i.CallOffTalk,
        i.AskFeedback,
        i.GiveTime,
        i.Acknowledge,
        i.Stay,
        i.Part,
        i.CheckBack,
    }


@pytest.mark.parametrize("kind", LETTERED, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("The process is rigged", "accuses-the-process"),
        ("Your problem is too simple for us", "belittles-them"),
        ("We have bigger deals", "brushes-them-off"),
    ],
)
def test_words_are_judged_in_every_subject_and_every_letter(kind: type[i.Intent], words: str, rule: str) -> None:
    past = read(answered("right"))
    assert rule in _blocks(past, _intent(kind, "ines", words, CLEAN))
    assert rule in _blocks(past, _intent(kind, "ines", "Your view", words))
    assert rule not in _blocks(past, _intent(kind, "ines", "Your view", CLEAN))


@pytest.mark.parametrize("kind", [kind for kind in LETTERED if kind is not i.BookTalk], ids=lambda kind: kind.__name__)
def test_in_a_no_contact_period_every_letter_goes_to_the_officer_only(kind: type[i.Intent]) -> None:
    tender, rule = Setting(TENDER), "breaks-the-no-contact-period"
    assert rule in _blocks(ASKED, _intent(kind, "claire", "Your view", CLEAN), tender)
    assert rule not in _blocks(ASKED, _intent(kind, "ines", "Your view", CLEAN), tender)


def test_an_agenda_does_not_tell_them_before_somebody_has_called() -> None:
    booking = _intent(i.BookTalk, "claire", "Our talk", CLEAN)
    assert "writing-is-not-telling" in _blocks(READY, booking)
    assert "writing-is-not-telling" in _blocks(CONSIDERED, booking)
    assert "writing-is-not-telling" not in _blocks(TOLD, booking)


def test_a_subject_alone_can_tell_them() -> None:
    letter = i.Letter("claire", "We withdraw", "Do you have ten minutes?")
    message = i.Message(at=at(3), by=REP, channel="email", contact="claire", text=letter.text, letter=letter)
    assert "writing-is-not-telling" in _blocks(READY, message)
