"""The partner team's walk-aways, which the direct team never sees."""

from bowout.core import intents as i
from bowout.core.reasons import Known, Reason
from bowout.demo.story import Story, says


def told(s: Story) -> None:
    """Told; the talk is to be booked."""
    s.consider(-2, "10:00", _integrator(s, -5), known=_known("Nuria Beltrán"))
    s.agree(-2)
    s.call(-1, "11:30", "Nuria Beltrán")


def open_window(s: Story) -> None:
    """Asked, with the partner team's longer window."""
    s.consider(-6, "10:00", _integrator(s, -9), known=_known("Sigrid Haugland"))
    s.agree(-6)
    s.call(-5, "10:30", "Sigrid Haugland")
    s.do(-4, "13:00", i.HoldTalk)
    s.ask(-4, "13:40", "Sigrid Haugland")


def with_thanks(s: Story) -> None:
    """They confirmed; we parted, with a word that may help."""
    s.consider(-24, "10:00", _integrator(s, -27), known=_known("Duarte Leitão"))
    s.agree(-24)
    s.call(-23, "11:00", "Duarte Leitão")
    s.do(-22, "14:30", i.HoldTalk)
    s.ask(-22, "15:10", "Duarte Leitão")
    s.reply(-19, "09:40", says("capacity", "right", "We know that good people are rare. Thank you for saying it."))
    s.do(-18, "10:00", i.Acknowledge, text="Thank you, Duarte.")
    s.do(
        -12,
        "11:00",
        i.Part,
        thanks=True,
        text="Thank you for your time, Duarte. A yard planner may serve your engine rooms better than we could. I will "
        "ask in three months how it turned out.",
    )


def _integrator(s: Story, seen: int) -> Reason:
    return s.reason(
        "capacity",
        "Our integrator there lost two of three certified people.",
        "The partner who would do the work in your country has too few certified people this year, and we have nobody "
        "to send instead.",
        "We would compete if the work could start once the partner has trained two more.",
        (seen, "partner review", "Two of three certified people have left."),
    )


def _known(leads: str) -> Known:
    return Known(
        cycle="Decision before the summer.",
        players=f"{leads} leads; finance signs.",
        needs="Crews with certificates, planned by the week.",
        potential="Between 40 and 90 technicians.",
    )


TALES = {"P-310": told, "P-304": open_window, "P-281": with_thanks}
