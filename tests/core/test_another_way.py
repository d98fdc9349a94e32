"""Three attempts without reaching them have their own advice; none of it tells them by itself (M3.2)."""

from bowout.core import events as e
from bowout.core.due import next_steps
from bowout.core.guards.stories import DEAL, READY, REP, at
from bowout.core.playbook import Playbook
from bowout.core.setting import Setting
from bowout.core.walkaway import fold


def tried(many: int, *more: e.Event) -> tuple[e.Event, ...]:
    outcomes = ("voicemail", "no-answer", "wrong-person", "voicemail")
    calls = [e.Called(at=at(2, f"{14 + n}:00"), by=REP, contact="claire", outcome=outcomes[n]) for n in range(many)]  # type: ignore[arg-type]
    return (*READY, *calls, *more)


def why(*log: e.Event, playbook: Playbook | None = None) -> str:
    (step,) = next_steps(fold(log), Setting(DEAL, playbook or Playbook()))
    assert step.do == "call"
    return step.why


def test_two_attempts_are_only_counted() -> None:
    assert "2 attempts so far, and nobody reached. Only a call that reaches them tells them." in why(*tried(2))


def test_after_three_there_is_another_way() -> None:
    said = why(*tried(3))
    assert "3 attempts so far, and nobody reached. Try another way: ask for a time by mail or text" in said
    assert "call Inès Roy (procurement officer), who matters to the decision too" in said
    assert "Hugo" not in said, "an assistant cannot correct us"


def test_who_has_written_already_is_not_told_to_write() -> None:
    written = e.Messaged(at=at(2, "18:00"), by=REP, channel="email", contact="claire", text="May I call you?")
    assert "by mail or text" not in why(*tried(3, written))


def test_the_team_may_be_more_patient() -> None:
    assert "Only a call" in why(*tried(3), playbook=Playbook(call_tries=4))


def test_somebody_else_on_the_phone_tells_nobody() -> None:
    assert fold(tried(3)).told_at is None
