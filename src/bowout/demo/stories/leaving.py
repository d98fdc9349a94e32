"""We part, with thanks: after their word, or after silence until the end of the window."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story, says


def with_thanks(s: Story) -> None:
    """They confirmed the reasons, and we left as friends."""
    s.consider(
        -14,
        "10:20",
        s.reason(
            "fit",
            "Street works permits are half of their job, and we will never build that for one country.",
            "Half of the work on a leak is the permit to open the road. Our product knows nothing of permits, and we "
            "have no plans to change that.",
            "We would compete if the permits stayed in a system of their own.",
            (-19, "meeting note", "Imogen: the permit is the plan."),
            (-15, "note", "Both other vendors have it built in."),
        ),
        known=Known(
            cycle="Decision this month.",
            players="Imogen Slater leads, Gareth Pugh signs.",
            needs="Leak crews planned around street works permits.",
            potential="140 people, and the meter rounds.",
        ),
    )
    s.agree(-14)
    s.call(-13, "10:40", "Imogen Slater")
    s.do(-12, "14:00", i.HoldTalk)
    s.ask(-12, "14:45", "Imogen Slater")
    s.reply(
        -9,
        "11:30",
        says("fit", "right", "You have understood it better than we had hoped. The permit is the plan."),
        words="We will gladly talk about the meter rounds.",
    )
    s.do(-8, "10:00", i.Acknowledge, text="Thank you, Imogen. I am glad that we asked.")
    s.do(
        -5,
        "11:00",
        i.Part,
        thanks=True,
        text="Thank you for your time, Imogen, and for the day with your crews. For permits and crews in one, a vendor "
        "who comes from street works will serve you better than we can. I will ask in a few months how it turned out.",
    )
    s.feel(
        -4,
        "09:10",
        said="You saw before we did that the permit is the plan. That was worth more than another offer.",
        respected=5,
        open_person=5,
        open_company=4,
        consulted=5,
    )


def never_again(s: Story) -> None:
    """Silence, then thanks; they asked us not to come back to it."""
    s.consider(
        -35,
        "10:30",
        s.reason(
            "budget",
            "Farid has no budget, only hope.",
            "As far as we can see, there is no sum set aside for this yet, and a good start needs one.",
            "We would compete once there is a sum for this year.",
            (-38, "call note", "Farid: the budget comes when the board sees it working."),
        ),
        known=Known(
            cycle="Nobody can say.",
            players="Farid Hashim wants it; who signs is open.",
            needs="Rounds for cold rooms in three ports.",
            potential="25 engineers.",
        ),
    )
    s.agree(-35)
    s.call(-34, "11:15", "Farid Hashim")
    s.do(-33, "15:00", i.HoldTalk)
    s.ask(-33, "15:30", "Farid Hashim")
    s.do(
        -26,
        "10:10",
        i.Part,
        thanks=True,
        never=True,
        text="Thank you for your time and your openness, Farid. As you wished, I will not come back to it. Should "
        "things change, you know where I am.",
    )


TALES = {"T-1975": with_thanks, "T-1861": never_again}
