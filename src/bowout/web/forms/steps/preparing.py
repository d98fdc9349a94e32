"""Before anybody is told: confirm, or send back."""

from datetime import date, datetime
from typing import Any, ClassVar

from bowout.core import intents as i
from bowout.desk.walking import Walk
from bowout.web.forms.base import DayField
from bowout.web.forms.steps.base import StepForm, long_text


class ConfirmForm(StepForm):
    """We are prepared to walk."""

    def intent(self) -> i.Intent:
        """The confirmation."""
        return i.Confirm(**self.common())


class SendBackForm(StepForm):
    """Not yet, and why."""

    rest = ("words",)
    words = long_text(
        "What is missing",
        placeholder="The evidence is one demo. Ask Claire how many depots it concerns, and we talk again.",
        help_text="The rep reads this first thing.",
    )

    def intent(self) -> i.Intent:
        """The manager's word."""
        return i.SendBack(**self.common(), words=self.cleaned_data.get("words", ""))


class SnoozeForm(StepForm):
    """Reminded later."""

    rest = ("until_on", "why")
    supposes: ClassVar[dict[str, str]] = {"why": "…"}
    until_on = DayField(label="Remind me again on", error_messages={"required": "On which day?"})
    why = long_text("What we are waiting for", rows=2, placeholder="Claire is on leave until Monday.")

    def starts_with(self, walk: Walk) -> dict[str, Any]:
        """Their next working day."""
        return {"until_on": walk.setting.office.local(self._morning(None)).date()}

    def _morning(self, on: date | None) -> datetime:
        office = self.walk.setting.office
        return office.bounds(on)[0] if on else office.next_open(office.add_days(self.walk.now, 0))

    def intent(self) -> i.Intent:
        """From that morning on."""
        until = self._morning(self.cleaned_data.get("until_on"))
        return i.Snooze(**self.common(), until=until, why=self.cleaned_data.get("why", ""))


class TakeBackForm(StepForm):
    """We drop it."""

    rest = ("words",)
    words = long_text("Why we drop it", required=False, placeholder="The doubt came from an old note.")

    def intent(self) -> i.Intent:
        """Dropped."""
        return i.TakeBack(**self.common(), words=self.cleaned_data.get("words", ""))
