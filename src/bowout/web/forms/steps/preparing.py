"""Before anybody is told: confirm, or send back."""

from bowout.core import intents as i
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


class TakeBackForm(StepForm):
    """We drop it."""

    rest = ("words",)
    words = long_text("Why we drop it", required=False, placeholder="The doubt came from an old note.")

    def intent(self) -> i.Intent:
        """Dropped."""
        return i.TakeBack(**self.common(), words=self.cleaned_data.get("words", ""))
