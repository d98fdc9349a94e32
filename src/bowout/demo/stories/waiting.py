"""We left months ago and promised to ask how it turned out."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story, says


def check_back_due(s: Story) -> None:
    """Months ago; the promised check-back falls due now."""
    s.consider(
        -84,
        "11:00",
        s.reason(
            "capacity",
            "North crew rollout needs Swedish and climbing permits: nobody but Ravi, and he is full.",
            "You need people who speak Swedish and may climb. We have one, and he is with another customer for the "
            "rest of this season.",
            "We would compete if the start could wait for the next season.",
            (-87, "capacity plan", "Ravi is booked; every fellow rep was asked."),
        ),
        known=Known(
            cycle="Start with the season.",
            players="Linnea Åberg decides with the plant managers.",
            needs="Service crews for five parks in the far north.",
            potential="80 technicians.",
        ),
    )
    s.agree(-84)
    s.call(-83, "10:20", "Linnea Åberg")
    s.do(-82, "14:00", i.HoldTalk)
    s.ask(-82, "14:30", "Linnea Åberg")
    s.reply(-80, "10:05", says("capacity", "right", "We cannot wait a season, but thank you for saying it."))
    s.do(-79, "09:30", i.Acknowledge, text="Thank you, Linnea.")
    s.do(
        -76,
        "10:00",
        i.Part,
        thanks=True,
        check_back_on=s.moments.day(0),
        text="Thank you for your time and for your trust, Linnea. I will ask in a few months how the season went.",
    )
    s.feel(
        -74,
        "13:10",
        "I would have liked to hear it before the budget was made.",
        respected=4,
        open_person=4,
        consulted=3,
    )


def check_back_overdue(s: Story) -> None:
    """The promised check-back has been forgotten."""
    s.consider(
        -110,
        "10:30",
        s.reason(
            "wired",
            "The spec is the city's sister agency's contract with Fieldmark, copied.",
            "Your requirements follow a contract that a sister agency has with another vendor. From what we see, that "
            "vendor is better placed than we are.",
            "We would compete if your depots could change the requirements.",
            (-114, "document", "Requirements, same paragraph numbers as the other agency's contract."),
        ),
        known=Known(
            cycle="Decision within the half year.",
            players="Sylvie Desrosiers, and a committee of four.",
            needs="Crews for three bus depots.",
            potential="240 mechanics, and the trams.",
        ),
    )
    s.agree(-110)
    s.call(-109, "10:00", "Sylvie Desrosiers")
    s.do(-108, "13:30", i.HoldTalk)
    s.ask(-108, "14:10", "Sylvie Desrosiers")
    s.came_back(-108, "14:20")
    s.ask(-108, "15:00", "Sylvie Desrosiers")
    s.do(
        -100,
        "11:00",
        i.Part,
        thanks=True,
        check_back_on=s.moments.day(-24),
        text="Thank you, Sylvie, also for the afternoon at the depot. I will ask you in a few months how it went.",
    )


TALES = {"T-1733": check_back_due, "T-1708": check_back_overdue}
