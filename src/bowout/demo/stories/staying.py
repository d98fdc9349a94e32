"""We stay, or we take it back: because of what they said, before anybody knew, or for no reason at all."""

from bowout.core import intents as i
from bowout.core.reasons import Known
from bowout.demo.story import Story, says


def misread(s: Story) -> None:
    """We had misread them, and stayed."""
    s.consider(
        -24,
        "10:30",
        s.reason(
            "fit",
            "They want call-outs assigned by law within 30 minutes; our dispatch takes a human.",
            "You are bound to answer an emergency call within thirty minutes. Our product leaves that choice to a "
            "dispatcher, and we thought that this is too slow for you.",
            "We would compete if a dispatcher may stay in between.",
            (-27, "document", "State law, thirty minutes for people in a stuck lift."),
        ),
        known=Known(
            cycle="Contract review in four weeks.",
            players="Caio Bittencourt decides.",
            needs="Call-outs for 9,000 lifts, day and night.",
            potential="220 mechanics.",
        ),
    )
    s.agree(-24)
    s.call(-23, "10:45", "Caio Bittencourt")
    s.do(-22, "15:00", i.HoldTalk)
    s.ask(-22, "15:40", "Caio Bittencourt")
    s.reply(
        -20,
        "11:05",
        says("fit", "misread", "The dispatcher is required by the same law. A machine may not decide it here."),
    )
    s.do(-19, "10:10", i.Acknowledge, text="Thank you, Caio. We had read only half of that law.")
    s.do(-18, "11:00", i.Stay, changed="The law asks for a human dispatcher, which is how our product works.")
    s.feel(-17, "10:15", respected=5, open_person=5, consulted=5)


def changed(s: Story) -> None:
    """They changed something, and we stayed."""
    s.consider(
        -30,
        "10:00",
        s.reason(
            "budget",
            "Rollout in four towers at once for the price of one; we would lose 60 k.",
            "Starting in four towers at once takes four of our people for two months. From what we see, the budget is "
            "made for one tower at a time.",
            "We would compete if the towers came one after the other.",
            (-33, "document", "Schedule of the tender: all four towers from the first of the month."),
            (-31, "estimate", "Four rollout leads for eight weeks."),
        ),
        known=Known(
            cycle="Negotiation this month.",
            players="Rashid Kamali decides, Divya Menon plans.",
            needs="One plan for 95 technicians in four towers.",
            potential="Eleven malls under the same roof.",
        ),
    )
    s.agree(-30)
    s.call(-29, "11:00", "Rashid Kamali")
    s.do(-28, "14:00", i.HoldTalk)
    s.ask(-28, "14:50", "Divya Menon")
    s.reply(-26, "12:10", says("budget", "can-change", "Two towers now, two a quarter later. Rashid has agreed."))
    s.do(-25, "10:30", i.Acknowledge, text="Thank you, Divya. That makes it possible.")
    s.do(-24, "11:20", i.Stay, changed="Two towers now and two a quarter later, agreed by Rashid in writing.")
    s.feel(-22, "13:40", respected=4, open_company=4, consulted=4)


def dropped(s: Story) -> None:
    """The doubt was cleared before anybody was told."""
    s.consider(
        -16,
        "15:00",
        s.reason(
            "fit",
            "No Japanese interface.",
            "Your planners would work in English, because our product does not speak Japanese yet.",
            "We would compete if the planners are at ease in English.",
            (-18, "call note", "Haruka asked for a Japanese manual."),
        ),
        known=Known(
            cycle="Decision at the end of the fiscal year.",
            players="Haruka Morinaga prepares, her section head decides.",
            needs="Shutdown plans for two plants.",
            potential="Two plants, five more in the group.",
        ),
    )
    s.do(-16, "15:10", i.Confirm)
    s.do(-15, "16:00", i.TakeBack, words="Product ships Japanese next month; Haruka only wanted to know when.")


def bluff(s: Story) -> None:
    """Told, taken back three days later, and nothing had changed."""
    s.consider(
        -21,
        "09:30",
        s.reason(
            "budget",
            "Dale wants another fifteen points. I think he signs if he believes that we leave.",
            "From what we see, the price that you need is below what it costs us to do this well.",
            "We would compete at the price in our offer.",
            (-22, "call note", "Dale: take fifteen percent off and we have a deal."),
        ),
        known=Known(
            cycle="Before the harvest.",
            players="Dale Petrie and the plant owner.",
            needs="Three weeks of shutdown a year, planned to the hour.",
            potential="One plant.",
        ),
    )
    s.agree(-21)
    s.call(-20, "10:00", "Dale Petrie")
    s.do(
        -17,
        "16:30",
        i.TakeBack,
        words="Judith gave me ten points, so we are in again.",
        override="The quarter ends on Friday.",
        warned=["taken-back-though-nothing-changed"],
    )


TALES = {"T-1918": misread, "T-1941": changed, "T-2047": dropped, "T-1986": bluff}
