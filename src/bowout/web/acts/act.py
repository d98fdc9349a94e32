"""One step of a walk-away as the pages offer it."""

from msgspec import Struct

from bowout.core import intents as i
from bowout.web.forms.steps.base import StepForm


class Act(Struct, frozen=True, kw_only=True):
    """One step: how it is named before, on its button, while it is judged, and once it is done."""

    slug: str
    intent: type[i.Intent]
    form: type[StepForm]
    title: str
    lead: str
    button: str
    if_now: str
    done: str
    sending: str = ""
    """On the button while a mail goes out from here, where that is another thing than logging it."""
    tips: tuple[str, ...] = ()
    """What a good one has."""
